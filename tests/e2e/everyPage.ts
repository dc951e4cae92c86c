import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aRecord, HANOI } from '../support/scenes.ts';
import { accepted, answered, asked, drafted, issued } from './arranged.ts';
import { sees } from './sights.ts';
import { DENSE, NARROW, type Stage } from './stage.ts';

interface Sight {
  path: string;
  /** Null for pages that need no session. */
  username: string | null;
  /** Something that stands there once the page is complete. */
  shows: string | RegExp;
}

const SIGHTS = {
  'sign-in': { path: '/dang-nhap', username: null, shows: 'Tài khoản trình diễn' },
  worklist: { path: '/viec?queue=all', username: HANOI.officer, shows: /^HN-P-/ },
  intake: { path: '/tiep-nhan', username: HANOI.desk, shows: 'Tiếp nhận hồ sơ tại quầy' },
  summary: { path: '/ho-so/:issued', username: HANOI.officer, shows: 'Hướng giải quyết' },
  verification: {
    path: '/ho-so/:issued?tab=xac-minh',
    username: HANOI.officer,
    shows: 'Số văn bản',
  },
  result: {
    path: '/ho-so/:issued?tab=ket-qua',
    username: HANOI.officer,
    shows: 'Nội dung thẩm tra',
  },
  documents: { path: '/ho-so/:issued?tab=giay-to', username: HANOI.officer, shows: 'Có hiệu lực' },
  timeline: { path: '/ho-so/:issued?tab=nhat-ky', username: HANOI.officer, shows: /chuỗi băm/ },
  time: {
    path: '/ho-so/:issued?tab=thoi-gian',
    username: HANOI.officer,
    shows: 'Ai đã giữ thời gian',
  },
  'check and sign': { path: '/ky', username: HANOI.head, shows: 'Dự thảo phiếu' },
  desk: { path: '/lien-thong', username: HANOI.policeLiaison, shows: /^HN-P-/ },
  packets: { path: '/lien-thong/goi', username: HANOI.policeLiaison, shows: 'Lập gói và tải về' },
  board: {
    path: '/dieu-hanh',
    username: HANOI.supervisor,
    shows: 'Tiếp nhận, cấp và tồn theo ngày',
  },
  'board of the country': {
    path: '/dieu-hanh?days=90&view=table',
    username: 'giamsat.tt',
    shows: /chỉ mang tính sơ đồ/,
  },
  transfers: { path: '/trao-doi', username: HANOI.records, shows: /^HN-T-/ },
  transfer: {
    path: '/trao-doi/:transfer',
    username: HANOI.records,
    shows: 'Chuỗi nhật ký nguyên vẹn',
  },
  'new transfer': {
    path: '/trao-doi/moi',
    username: HANOI.records,
    shows: 'Lập bản lý lịch tư pháp',
  },
  records: { path: '/ly-lich', username: HANOI.records, shows: /HN2023\/0/ },
  record: {
    path: '/ly-lich/:record',
    username: HANOI.records,
    shows: 'Phiên bản 1 · Lập bản lý lịch',
  },
  normalisation: { path: '/ly-lich/chuan-hoa', username: HANOI.records, shows: 'Trộm cắp tài sản' },
  'judgments found': {
    path: '/ly-lich/tim-thay',
    username: HANOI.records,
    shows: /^HN-P-|Không còn bản án nào chờ xử lý/,
  },
  'notices to the Centre': {
    path: '/ly-lich/thong-bao',
    username: 'kiemtra.tt',
    shows: 'Không có thông báo nào.',
  },
  'records compared': {
    path: '/ly-lich/doi-chieu?state=MISSING',
    username: HANOI.records,
    shows: /HN2023\/0/,
  },
  'reception book': {
    path: '/so-tiep-nhan',
    username: HANOI.records,
    shows: 'Sổ không có mục nào khớp.',
  },
  'new entry': { path: '/so-tiep-nhan/moi', username: HANOI.records, shows: 'Ghi vào sổ' },
  'files of judgments': {
    path: '/so-tiep-nhan/tep',
    username: HANOI.records,
    shows: 'Chưa có tệp nào.',
  },
  suppliers: {
    path: '/so-tiep-nhan/nguon',
    username: HANOI.records,
    shows: 'Năm này chưa có thông tin nào.',
  },
  'data quality': {
    path: '/chat-luong',
    username: HANOI.records,
    shows: 'Tội danh chưa chuẩn hóa',
  },
  'share of clean records': {
    path: '/chat-luong/ty-le',
    username: HANOI.supervisor,
    shows: /Bản lý lịch là sạch khi/u,
  },
  campaigns: {
    path: '/chat-luong/dot',
    username: HANOI.records,
    shows: 'Chưa có đợt làm sạch nào.',
  },
  'share of a campaign': {
    path: '/lien-thong/lam-sach',
    username: HANOI.policeLiaison,
    shows: 'Không có đợt nào hỏi đơn vị bạn.',
  },
  offences: { path: '/danh-muc', username: HANOI.records, shows: 'BLHS1985-72' },
  'releases of offences': {
    path: '/danh-muc/ban',
    username: 'kiemtra.tt',
    shows: 'Danh mục biên soạn',
  },
  'requests for a code': {
    path: '/danh-muc/de-nghi',
    username: HANOI.records,
    shows: 'Không có đề nghị nào.',
  },
  'cover letters': {
    path: '/trao-doi/cong-van',
    username: HANOI.records,
    shows: 'Đã gửi, chưa có công văn',
  },
  reconciliations: {
    path: '/doi-chieu',
    username: HANOI.records,
    shows: /^HN-D-/,
  },
  reconciliation: {
    path: '/doi-chieu/:reconciliation',
    username: HANOI.records,
    shows: 'Bên kia không có',
  },
  'rule sets': {
    path: '/quan-tri/quy-dinh',
    username: 'quantri',
    shows: 'Cách tính thời hạn',
  },
  calendar: {
    path: '/quan-tri/lich',
    username: 'quantri',
    shows: 'Ngày khác thường',
  },
  drafts: { path: '/quan-tri/lich/du-thao', username: 'quantri', shows: 'Lập dự thảo' },
  integrations: {
    path: '/quan-tri/lien-thong',
    username: 'quantri',
    shows: 'Thông điệp tồn',
  },
  'what-if': { path: '/dieu-hanh/thu-nghiem', username: HANOI.supervisor, shows: 'Chạy thử' },
  incidents: {
    path: '/dieu-hanh/su-co-thoi-han',
    username: HANOI.supervisor,
    shows: 'Tải CSV',
  },
  outages: { path: '/dieu-hanh/gian-doan', username: 'quantri', shows: 'Ghi gián đoạn' },
  alarms: { path: '/quan-tri/canh-bao', username: 'quantri', shows: 'Đang mở' },
  tracking: { path: '/tra-cuu', username: null, shows: 'Tra cứu hồ sơ' },
  verify: { path: '/xac-thuc/ABCDEFGH23456789ABCD', username: null, shows: /Không có phiếu nào/ },
} satisfies Record<string, Sight>;
type Name = keyof typeof SIGHTS;

const IN_ENGLISH: [name: Name, title: string][] = [
  ['worklist', 'All open'],
  ['tracking', 'Track an application'],
];
const USED_ON_PHONES: readonly Name[] = [
  'sign-in',
  'desk',
  'packets',
  'data quality',
  'share of clean records',
  'campaigns',
  'share of a campaign',
  'board',
  'reconciliations',
  'reconciliation',
  'tracking',
  'verify',
];

/** What is wrong for people with assistive technology, at the two grades that bar somebody. */
async function barriersOn(page: Page): Promise<string[]> {
  // Quicker: no second page for the result, and no list of what is fine.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Pixels by which the page is wider than the screen. */
async function overflowOf(page: Page): Promise<number> {
  const { scrollWidth, clientWidth } = await page.evaluate<{
    scrollWidth: number;
    clientWidth: number;
  }>(
    '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })',
  );
  return scrollWidth - clientWidth;
}

/** Every page as a picture of the whole: readable for everybody, in both languages, on a phone. */
export function everyPage(stage: () => Stage): void {
  describe('every page', () => {
    let cases: Record<string, string> = {};
    const desks = new Map<string, Page>();
    beforeAll(async () => {
      cases = await furnish(stage());
    }, 60_000);
    const show = async (name: Name, size: typeof DENSE): Promise<Page> => {
      const { path, username, shows }: Sight = SIGHTS[name];
      const address = path.replace(/:(\w+)/u, (_, key: string) => cases[key] ?? key);
      const whose = `${username} ${size.width}`;
      const page = desks.get(whose) ?? (await stage().openAs(username, '/xac-thuc', size));
      desks.set(whose, page);
      await page.goto(address);
      await page.getByText(shows).filter({ visible: true }).first().waitFor();
      return page;
    };

    test.each(Object.keys(SIGHTS) as Name[])('%s bars nobody', async (name) => {
      const page = await show(name, DENSE);
      expect(await barriersOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });

    test.each(IN_ENGLISH)('%s bars nobody in English', async (name, title) => {
      const page = await show(name, DENSE);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: title }).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    });

    test.each(USED_ON_PHONES)('%s fits a phone', async (name) => {
      const page = await show(name, NARROW);
      expect(await barriersOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });

    test('a request of the desk is opened and answered on a phone', async () => {
      const page = await show('desk', NARROW);
      await page.getByRole('button').filter({ hasText: /HN-P-/ }).first().click();
      await sees(page, 'Người cần xác minh');
      await page.getByRole('button', { name: 'Có thông tin án tích' }).click();
      await page.getByLabel('Tội danh').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });
  });
}

/** Cases in several states, so that no page is looked at empty. */
async function furnish(stage: Stage): Promise<Record<string, string>> {
  await accepted(stage);
  await asked(stage);
  await answered(stage);
  await drafted(stage);
  const { caseId } = await issued(stage);
  const records = await stage.as(HANOI.records);
  const transfer = await records.send<{ caseId: string; recordNumber: string }>(
    'POST',
    '/transfers',
    {
      record: aRecord(),
    },
  );
  const run = await records.send<{ caseId: string }>('POST', '/exchange/reconciliations', {
    unit: HANOI.unit,
  });
  return {
    issued: caseId,
    transfer: transfer.caseId,
    record: transfer.recordNumber,
    reconciliation: run.caseId,
  };
}
