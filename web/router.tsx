import { createBrowserRouter, type RouteObject } from 'react-router';
import type { ComponentType } from 'react';
import { PERMISSIONS } from '../domain/permission.ts';
import type { Role } from '../domain/role.ts';
import { RequireRoles, RequireSession } from './shell/Require.tsx';
import { AnyFrame, Home, NotFoundPage, PageFailure } from './shell/pages.tsx';
import { PublicFrame } from './shell/PublicFrame.tsx';
import { SignedFrame } from './shell/SignedFrame.tsx';
import {
  BOARD_ROLES,
  INTEGRATION_ROLES,
  LAW_ROLES,
  DRAFT_ROLES,
  LIAISON_ROLES,
  OFFICER_ROLES,
  OUTAGE_ROLES,
  RECORD_ROLES,
  WHAT_IF_ROLES,
} from './shell/areas.ts';

type PageModule = Promise<{ default: ComponentType }>;

/** A page fetched when first opened; with roles, shown only to people who have one of them. */
function page(path: string, load: () => PageModule, roles?: readonly Role[]): RouteObject {
  return {
    path,
    lazy: async () => {
      const { default: Page } = await load();
      if (roles === undefined) return { Component: Page };
      return {
        element: (
          <RequireRoles roles={roles}>
            <Page />
          </RequireRoles>
        ),
      };
    },
    errorElement: <PageFailure />,
  };
}

/** All addresses of the application; officer, liaison, supervisor and record pages need a session. */
export const router = createBrowserRouter([
  {
    element: <PublicFrame />,
    errorElement: <PageFailure />,
    hydrateFallbackElement: <></>,
    children: [
      page('/dang-nhap', () => import('./shell/SignIn.tsx')),
      page('/tra-cuu', () => import('./citizen/Track.tsx')),
      page('/xac-thuc', () => import('./citizen/Verify.tsx')),
      page('/xac-thuc/:code', () => import('./citizen/Verify.tsx')),
    ],
  },
  {
    element: (
      <RequireSession>
        <SignedFrame />
      </RequireSession>
    ),
    errorElement: <PageFailure />,
    hydrateFallbackElement: <></>,
    children: [
      { path: '/', element: <Home /> },
      page('/viec', () => import('./officer/Worklist.tsx'), OFFICER_ROLES),
      page('/tiep-nhan', () => import('./officer/Intake.tsx'), ['ONE_STOP_OFFICER']),
      page('/bien-nhan/:caseId', () => import('./officer/Receipt.tsx'), ['ONE_STOP_OFFICER']),
      page('/ho-so/:caseId', () => import('./officer/CasePage.tsx')),
      page('/ky', () => import('./officer/CheckAndSign.tsx'), ['DIVISION_HEAD', 'DIRECTOR']),
      page('/lien-thong', () => import('./liaison/Desk.tsx'), LIAISON_ROLES),
      page('/lien-thong/goi', () => import('./liaison/packets/Packets.tsx'), LIAISON_ROLES),
      page('/lien-thong/goi/:id', () => import('./liaison/packets/Upload.tsx'), LIAISON_ROLES),
      page(
        '/lien-thong/lam-sach/:id?',
        () => import('./liaison/campaigns/SharesPage.tsx'),
        PERMISSIONS['campaign.answer'],
      ),
      page('/dieu-hanh', () => import('./supervisor/Board.tsx'), BOARD_ROLES),
      page(
        '/dieu-hanh/vang-mat',
        () => import('./supervisor/absences/Absences.tsx'),
        PERMISSIONS['absence.oversee'],
      ),
      page(
        '/dieu-hanh/thu-xin-loi',
        () => import('./supervisor/letters/Letters.tsx'),
        PERMISSIONS['letter.read'],
      ),
      page('/dieu-hanh/khieu-nai', () => import('./supervisor/disputes/Disputes.tsx'), BOARD_ROLES),
      page(
        '/dieu-hanh/su-co-thoi-han',
        () => import('./supervisor/incidents/Incidents.tsx'),
        PERMISSIONS['incident.read'],
      ),
      page(
        '/dieu-hanh/luot-doc',
        () => import('./readings/ReadingsPage.tsx'),
        PERMISSIONS['reading.list'],
      ),
      page('/dieu-hanh/gian-doan', () => import('./supervisor/outages/Outages.tsx'), OUTAGE_ROLES),
      page('/quan-tri/canh-bao', () => import('./admin/AlarmList.tsx'), PERMISSIONS['alarm.read']),
      page(
        '/vang-mat',
        () => import('./supervisor/absences/MyAbsences.tsx'),
        PERMISSIONS['absence.enter'],
      ),
      page('/quan-tri/lich', () => import('./admin/Calendar.tsx'), LAW_ROLES),
      page('/quan-tri/quy-dinh', () => import('./admin/Rules.tsx'), LAW_ROLES),
      page(
        '/quan-tri/lien-thong',
        () => import('./admin/integrations/Integrations.tsx'),
        INTEGRATION_ROLES,
      ),
      page('/dieu-hanh/thu-nghiem', () => import('./supervisor/whatIf/WhatIf.tsx'), WHAT_IF_ROLES),
      page('/quan-tri/lich/du-thao', () => import('./admin/rehearsal/Drafts.tsx'), DRAFT_ROLES),
      page('/quan-tri/lich/du-thao/:id', () => import('./admin/rehearsal/Draft.tsx'), DRAFT_ROLES),
      page('/danh-muc', () => import('./catalogue/Catalogue.tsx'), PERMISSIONS['catalogue.read']),
      page(
        '/danh-muc/ban',
        () => import('./catalogue/Releases.tsx'),
        PERMISSIONS['catalogue.read'],
      ),
      page(
        '/danh-muc/ban/:id',
        () => import('./catalogue/Release.tsx'),
        PERMISSIONS['catalogue.read'],
      ),
      page('/so-tiep-nhan', () => import('./supply/Book.tsx'), PERMISSIONS['supply.read']),
      page(
        '/so-tiep-nhan/moi',
        () => import('./supply/NewEntry.tsx'),
        PERMISSIONS['supply.receive'],
      ),
      page(
        '/so-tiep-nhan/nguon',
        () => import('./supply/SupplierPage.tsx'),
        PERMISSIONS['supply.read'],
      ),
      page(
        '/so-tiep-nhan/tep',
        () => import('./supply/files/Files.tsx'),
        PERMISSIONS['supply.read'],
      ),
      page(
        '/so-tiep-nhan/tep/:id',
        () => import('./supply/files/Batch.tsx'),
        PERMISSIONS['supply.read'],
      ),
      page('/so-tiep-nhan/:id', () => import('./supply/Entry.tsx'), PERMISSIONS['supply.read']),
      page(
        '/danh-muc/de-nghi',
        () => import('./catalogue/CodeRequests.tsx'),
        PERMISSIONS['catalogue.read'],
      ),
      page('/danh-muc/de-nghi/:caseId', () => import('./catalogue/CodeRequest.tsx')),
      page('/ly-lich', () => import('./recordBook/Records.tsx'), PERMISSIONS['record.read']),
      page(
        '/ly-lich/chuan-hoa',
        () => import('./recordBook/Normalise.tsx'),
        PERMISSIONS['record.normalise'],
      ),
      page(
        '/ly-lich/thong-bao',
        () => import('./recordBook/Notices.tsx'),
        PERMISSIONS['recordNotice.read'],
      ),
      page(
        '/ly-lich/thong-bao/:id',
        () => import('./recordBook/Notice.tsx'),
        PERMISSIONS['recordNotice.read'],
      ),
      page(
        '/ly-lich/doi-chieu',
        () => import('./recordBook/Compare.tsx'),
        PERMISSIONS['record.read'],
      ),
      page('/ly-lich/tim-thay', () => import('./found/OpenFound.tsx'), PERMISSIONS['record.read']),
      page(
        '/ly-lich/:series',
        () => import('./recordBook/RecordPage.tsx'),
        PERMISSIONS['record.read'],
      ),
      page(
        '/ly-lich/:series/:serial',
        () => import('./recordBook/RecordPage.tsx'),
        PERMISSIONS['record.read'],
      ),
      page(
        '/doi-chieu',
        () => import('./reconciliation/Runs.tsx'),
        PERMISSIONS['reconciliation.read'],
      ),
      page(
        '/doi-chieu/:caseId',
        () => import('./reconciliation/Run.tsx'),
        PERMISSIONS['reconciliation.read'],
      ),
      page('/chat-luong', () => import('./quality/FindingQueue.tsx'), PERMISSIONS['finding.read']),
      page(
        '/chat-luong/ty-le',
        () => import('./quality/Cleanness.tsx'),
        PERMISSIONS['quality.read'],
      ),
      page(
        '/chat-luong/dot',
        () => import('./quality/campaigns/CampaignList.tsx'),
        PERMISSIONS['quality.read'],
      ),
      page(
        '/chat-luong/dot/:id',
        () => import('./quality/campaigns/Campaign.tsx'),
        PERMISSIONS['quality.read'],
      ),
      page('/trao-doi', () => import('./records/Transfers.tsx'), RECORD_ROLES),
      page(
        '/trao-doi/ban-giay',
        () => import('./records/Papers.tsx'),
        PERMISSIONS['paper.register'],
      ),
      page(
        '/trao-doi/ban-giay/moi',
        () => import('./records/NewPaper.tsx'),
        PERMISSIONS['paper.register'],
      ),
      page(
        '/trao-doi/cong-van',
        () => import('./records/Dispatches.tsx'),
        PERMISSIONS['transfer.enter'],
      ),
      page('/trao-doi/bao-cao', () => import('./records/Share.tsx'), PERMISSIONS['exchange.read']),
      page('/trao-doi/:caseId/phieu-bo-sung', () => import('./records/NewSlip.tsx'), [
        'RECORD_OFFICER',
      ]),
      page('/trao-doi/moi', () => import('./records/NewTransfer.tsx'), ['RECORD_OFFICER']),
      page('/trao-doi/:caseId', () => import('./records/Transfer.tsx')),
    ],
  },
  { element: <AnyFrame />, children: [{ path: '*', element: <NotFoundPage /> }] },
]);
