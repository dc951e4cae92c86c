import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aRecord, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import { press, tabTo, typeInto } from './keyboard.ts';
import { sees } from './sights.ts';
import { NARROW, type Stage } from './stage.ts';

const NAME = 'Mạc Văn Án Cũ';
const FINDING = 'Bản án cũ chưa có thông tin chấp hành xong';
const CAMPAIGN = 'Làm sạch án cũ năm 2015';
const DOCUMENT = {
  'Số văn bản': '12/GCN-2016',
  'Ngày văn bản': '20/03/2016',
  'Nội dung': 'Đã chấp hành xong hình phạt tù',
};

/** An old judgment without completion: found, asked of the police in a campaign, mended by a change. */
export function dataQuality(stage: () => Stage): void {
  describe('data quality', () => {
    test('what a record lacks is asked of the police, told at their desk by keyboard, and begun in the form that mends it', async () => {
      const number = await enterOld(stage());
      const officer = await stage().openAs(HANOI.records, `/chat-luong?q=${number}`);
      await sees(officer, FINDING);
      await startCampaign(officer);
      await answerAtDesk(await stage().openAs(HANOI.policeLiaison, '/lien-thong/lam-sach'));

      await officer.reload();
      await officer.getByRole('link', { name: 'Đã có văn bản, chờ ghi' }).click();
      await sees(officer, /Nguồn trả lời: 12\/GCN-2016/u);
      const row = officer.getByRole('row').filter({ hasText: NAME });
      await row.getByRole('link', { name: 'Bổ sung chấp hành xong' }).click();
      const form = officer.getByRole('dialog');
      await form.getByText('Văn bản thi hành án').waitFor();
      expect(await form.getByLabel('Số giấy chứng nhận chấp hành xong').inputValue()).toBe(
        '12/GCN-2016',
      );
      expect(await form.getByLabel('Lý do, căn cứ').inputValue()).toContain('12/GCN-2016');
      await form.getByRole('button', { name: 'Gửi đề nghị' }).click();
      await sees(officer, 'Đã gửi đề nghị, chờ duyệt.');

      await approve(stage(), number);
      await officer.goto(`/chat-luong?q=${number}&rule=NO_COMPLETION&state=MENDED`);
      await sees(officer, FINDING);
      const narrow = await stage().openAs(HANOI.policeLiaison, '/lien-thong/lam-sach', NARROW);
      await sees(narrow, CAMPAIGN);
    }, 180_000);
  });
}

async function enterOld(stage: Stage): Promise<string> {
  const { judgment, person } = aRecord(NAME);
  const days = { date: '2015-03-20', effectiveDate: '2015-04-20' };
  const record = { person, judgment: { ...judgment, ...days }, note: null };
  const records = await stage.as(HANOI.records);
  const entered = await records.send<{ recordNumber: string }>('POST', '/transfers', { record });
  await looked(stage);
  return entered.recordNumber;
}

/** Wait until the rules have looked at every record as it stands. */
async function looked(stage: Stage): Promise<void> {
  const records = await stage.as(HANOI.records);
  await until(async () => (await records.get<{ unchecked: number }>('/quality')).unchecked === 0);
}

async function startCampaign(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Đợt làm sạch' }).click();
  await page.getByRole('button', { name: 'Lập đợt làm sạch' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Tên đợt').fill(CAMPAIGN);
  await typeInto(page, 'Quy tắc', 'Bản án cũ');
  await press(page, 'Enter', 'Escape');
  await form.getByLabel('Từ ngày', { exact: true }).fill('18/09/2023');
  await form.getByLabel('Đến ngày', { exact: true }).fill('31/12/2023');
  await typeInto(page, 'Công an', 'PV06');
  await press(page, 'Enter');
  await form.getByRole('button', { name: 'Lập đợt', exact: true }).click();
  await page.getByRole('heading', { name: CAMPAIGN }).waitFor();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Bắt đầu' }).click();
  await sees(page, 'Đang thực hiện');
}

async function answerAtDesk(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: NAME });
  await tabTo(page, row.getByRole('button', { name: 'Trả lời' }));
  await press(page, 'Enter');
  for (const [label, text] of Object.entries(DOCUMENT)) await typeInto(page, label, text);
  await tabTo(page, page.getByRole('button', { name: 'Đơn vị có văn bản này' }));
  await press(page, 'Enter');
  await sees(page, 'Đã gửi trả lời.');
}

async function approve(stage: Stage, number: string): Promise<void> {
  const head = await stage.as(HANOI.head);
  const { proposals } = await head.get<{ proposals: { id: string; token: string }[] }>(
    `/records/${number}`,
  );
  const [proposal] = proposals;
  const body = { approve: true, token: proposal?.token };
  await head.send('POST', `/record-proposals/${proposal?.id}/decision`, body);
  await looked(stage);
}
