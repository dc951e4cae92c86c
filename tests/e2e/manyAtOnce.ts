import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { readPdf } from '../print/readPdf.ts';
import { HANOI } from '../support/scenes.ts';
import { accepted, detailOf, issued } from './arranged.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

const AT_COUNTER = { delivery: 'COUNTER', deliveryAddress: null } as const;
const AGENT = {
  fullName: 'Đỗ Thị Ủy Quyền',
  personalId: '001190000017',
  relation: 'AUTHORISED',
  powerOfAttorneyNumber: '17/2023/HĐUQ',
} as const;
const BY_AGENT: Partial<ApplicationSubmission> = {
  ...AT_COUNTER,
  agent: AGENT,
  papers: ['APPLICATION_FORM', 'IDENTITY_COPY', 'POWER_OF_ATTORNEY'],
};

/** Many cases of a worklist at once: a preview, exactly that set, a result for each. */
export function manyAtOnce(stage: () => Stage): void {
  describe('many at once', () => {
    test('certificates are handed over to whom each dossier names, and the agent is shown', async () => {
      const own = await issued(stage(), AT_COUNTER);
      const byAgent = await issued(stage(), BY_AGENT);
      const byPost = await issued(stage());
      const page = await stage().openAs(HANOI.desk, '/viec?queue=handover');
      const cases = [own, byAgent, byPost];
      const dialog = await begin(page, 'Trả kết quả', cases);
      await sees(page, /Người yêu cầu nhận qua bưu chính/);
      await dialog.getByText(`người nhận: ${AGENT.fullName}`).waitFor();
      await dialog.getByText(`người nhận: ${own.subject.fullName}`).waitFor();
      await dialog.getByRole('button', { name: 'Trả kết quả: 2 hồ sơ' }).click();
      await sees(page, 'Đã xong 2 trên 2 hồ sơ.');
      const steps = await Promise.all(cases.map(({ caseId }) => detailOf(stage(), caseId)));
      expect(steps.map(({ line }) => line.step)).toEqual(['CLOSED', 'CLOSED', 'DELIVERING']);

      const summary = await stage().openAs(HANOI.desk, `/ho-so/${byAgent.caseId}`);
      await sees(summary, AGENT.personalId);
      await sees(summary, AGENT.powerOfAttorneyNumber);
    });

    test('the papers of the ticked cases are one file to print', async () => {
      const certificate = await issued(stage());
      const receipt = await accepted(stage());
      const page = await stage().openAs(HANOI.officer, '/viec?queue=all');
      const dialog = await begin(page, 'In giấy tờ', [certificate, receipt]);
      await dialog.getByText('Phiếu lý lịch tư pháp').waitFor();
      await dialog.getByRole('button', { name: 'In giấy tờ: 2 hồ sơ' }).click();
      const link = dialog.getByRole('link', { name: 'Mở tệp PDF để in (2 hồ sơ)' });
      const file = await page.request.get((await link.getAttribute('href')) ?? '');
      const { text } = readPdf(await file.body());
      expect(text).toContain(`Mã hồ sơ: ${receipt.caseId}`);
      expect(text).toContain('PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1');
    });
  });
}

/** Tick cases of the list and open what is done to them. */
async function begin(
  page: Page,
  action: string,
  cases: readonly { caseId: string }[],
): Promise<Locator> {
  for (const { caseId } of cases) await page.getByRole('checkbox', { name: caseId }).check();
  const bar = page.getByRole('toolbar', { name: 'Xử lý hàng loạt' });
  await bar.getByRole('button', { name: action }).click();
  return page.getByRole('dialog', { name: action });
}
