import { describe, expect, test } from '@jest/globals';
import type { LookUp } from '../../domain/identity/lookUp.ts';
import { applicant, CONVICT } from '../support/knownPeople.ts';
import { ANSWER, aRecord, HANOI } from '../support/scenes.ts';
import { accepted, detailOf } from './arranged.ts';
import { press } from './keyboard.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

const PERSONAL_ID = '001185077001';
const BAN = {
  decision: '12/2022/QĐ-TBPS',
  date: '2022-04-06',
  court: 'Tòa án nhân dân thành phố Hà Nội',
  content: 'Giám đốc doanh nghiệp',
  until: '2025-04-06',
};

/** A ban in a record of the person: found after the case was opened, stated in the draft, seen by who checks. */
export function businessBans(stage: () => Stage): void {
  describe('a business ban', () => {
    test('of a record decided to be the person’s stands in the draft and beside the paper to be checked', async () => {
      const recordNumber = await bannedPerson(stage());
      const caseId = await answeredClean(stage());
      const page = await stage().openAs(HANOI.officer, `/ho-so/${caseId}?tab=ket-qua`);
      await sees(page, 'Không có lệnh cấm nào đang còn hiệu lực.');
      await decideSame(stage(), caseId);

      await press(page, 'a');
      const dialog = page.getByRole('dialog', { name: 'Thẩm tra và dự thảo' });
      await dialog.getByText(`Bản lý lịch ${recordNumber}`).waitFor();
      const until = dialog.getByLabel('Cấm đến hết ngày');
      expect(await until.inputValue()).toBe('06/04/2025');
      await until.fill('06/04/2024');
      await dialog.getByLabel('Không có án tích', { exact: true }).check();
      const why = dialog.getByLabel('Lý do ghi khác bản lý lịch');
      await why.waitFor();
      await until.fill('06/04/2025');
      await why.waitFor({ state: 'detached' });
      await press(page, 'Control+Enter');
      await sees(page, /Hồ sơ ở bước “Chờ kiểm tra”/);
      expect((await detailOf(stage(), caseId)).draft?.bans).toEqual([BAN]);

      const head = await stage().openAs(HANOI.head, `/ky?ho-so=${caseId}`);
      await sees(head, 'từ ngày 06/04/2022 đến hết ngày 06/04/2025');
      await sees(head, `Bản lý lịch ${recordNumber}`);
    }, 120_000);
  });
}

/** A record with a ban, approved by the head; gives its number. */
async function bannedPerson(stage: Stage): Promise<string> {
  const records = await stage.as(HANOI.records);
  const record = { ...aRecord(), person: { ...CONVICT, personalId: PERSONAL_ID } };
  const { recordNumber } = await records.send<{ recordNumber: string }>('POST', '/transfers', {
    record,
  });
  const path = `/records/${recordNumber}`;
  const { line } = await records.get<{ line: { version: number } }>(path);
  const reason = 'Theo quyết định tuyên bố phá sản';
  const proposal = { kind: 'BAN', details: { ban: BAN }, reason, version: line.version };
  await records.send('POST', `${path}/proposals`, proposal);
  const head = await stage.as(HANOI.head);
  const { proposals } = await head.get<{ proposals: { id: string; token: string }[] }>(path);
  for (const { id, token } of proposals) {
    await head.send('POST', `/record-proposals/${id}/decision`, { approve: true, token });
  }
  return recordNumber;
}

/** The person's application for a certificate No. 2, of whom the police knows nothing. */
async function answeredClean(stage: Stage): Promise<string> {
  const subject = applicant({ personalId: PERSONAL_ID });
  const { caseId } = await accepted(stage, { certificateType: 'NO_2', subject });
  const officer = await stage.as(HANOI.officer);
  await officer.act(caseId, 'classify', { regime: 'SIMPLE', grounds: [] });
  const liaison = await stage.as(HANOI.policeLiaison);
  const requestId = `${caseId}/POLICE-1`;
  await liaison.send('POST', '/verifications/answers', { requestId, answer: ANSWER });
  return caseId;
}

async function decideSame(stage: Stage, caseId: string): Promise<void> {
  const officer = await stage.as(HANOI.officer);
  const path = `/cases/${caseId}/look-up`;
  const { candidates } = await officer.get<LookUp>(path);
  const knownPersons = candidates.map(({ known }) => known.id);
  const form = { knownPersons, decision: 'SAME_PERSON', reason: 'Cùng số định danh' };
  await officer.send('POST', `${path}/decisions`, form);
}
