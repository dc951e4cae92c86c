import { expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { trialRecord, trialSlip } from '../support/exchange.ts';
import { openTwoBooks } from '../support/twoBooks.ts';

const desk = openTwoBooks();
const { next } = desk;

const judgmentSlip = () => ({ judgment: trialRecord(next()).judgment, document: null });

/** A merge that was approved beside slips and changes under way, as it was before 0037: they stand aside meanwhile. */
async function mergedBefore(into: string, from: string): Promise<string> {
  const { id, answer } = await desk.books.change(into, 'MERGE', { from });
  expect(answer.status).toBe(409);
  const numbers = sql.array([into, from], 'text');
  await desk.office.db.transaction(async (db) => {
    await db.query(sql.unsafe`SET LOCAL session_replication_role = replica`);
    await db.query(sql.unsafe`UPDATE slips SET record_number = '-' || record_number
      WHERE record_number = ANY (${numbers})`);
    await db.query(sql.unsafe`UPDATE record_proposals SET number = '-' || number
      WHERE state = 'APPROVED' AND number = ANY (${numbers})`);
  });
  expect((await desk.books.approve(into, id)).status).toBe(200);
  await desk.office.db.transaction(async (db) => {
    await db.query(sql.unsafe`SET LOCAL session_replication_role = replica`);
    await db.query(sql.unsafe`UPDATE slips SET record_number = ltrim(record_number, '-')`);
    await db.query(sql.unsafe`UPDATE record_proposals SET number = ltrim(number, '-')`);
  });
  return id;
}

async function refusedUpdate(caseId: string): Promise<string> {
  const { line } = await desk.books.approver.case(caseId);
  return (await desk.books.approver.tryAct(caseId, line.rev, 'updateOfficially')).body.code;
}

async function refusedNotice(id: string): Promise<[number, string]> {
  const { status, body } = await desk.books.receiver.ask(
    'POST',
    `/record-notices/${id}/application`,
  );
  return [status, body.code];
}

const untoldNumbers = async (): Promise<string[]> => {
  const { records } = await desk.books.province.must('GET', '/records?state=UNTOLD');
  return records.map(({ number }: { number: string }) => number);
};

test('changes that were approved before a merge of old come before it, slips typed beside it behind it', async () => {
  const { province } = desk.books;
  const [into, from] = [await desk.books.official(next()), await desk.books.official(next())];
  const typed = await desk.books.typed(into, judgmentSlip());
  const lost = await desk.books.typed(from, trialSlip(next()));
  const { judgment } = trialRecord(next());
  const ofInto = await desk.books.approved(
    into,
    'PERSON_CORRECTED',
    await desk.books.bornIn(into, 'Huế'),
  );
  const ofFrom = await desk.books.approved(from, 'FURTHER_JUDGMENT', { judgment });
  const merge = await mergedBefore(into, from);
  const after = await desk.books.approved(
    into,
    'PERSON_CORRECTED',
    await desk.books.bornIn(into, 'Vinh'),
  );

  expect(await refusedNotice(merge)).toEqual([409, 'EARLIER_CHANGE_UNTOLD']);
  expect(await untoldNumbers()).toEqual(expect.arrayContaining([into, from]));
  const told = [await desk.books.tell(ofInto), await desk.books.tell(ofFrom)];
  const later = await desk.books.tell(after);
  expect(await refusedNotice(merge)).toEqual([409, 'EARLIER_SLIP_OPEN']);
  for (const caseId of [typed, lost, later]) await desk.books.reviewed(caseId);
  expect(await refusedUpdate(typed)).toBe('MERGE_NOT_APPLIED');
  expect(await refusedUpdate(lost)).toBe('RECORD_MERGED');
  for (const caseId of told) await desk.books.takeOver(caseId);
  expect(await refusedUpdate(later)).toBe('MERGE_NOT_APPLIED');
  await desk.books.apply(merge);
  for (const caseId of [typed, later]) await desk.books.approver.act(caseId, 'updateOfficially');

  const { copy } = await desk.books.bothBooks(into);
  expect(copy.file.person.birthPlace).toBe('Vinh');
  expect(copy.file.judgments).toHaveLength(4);
  expect(await untoldNumbers()).not.toContain(from);
  const again = await province.ask('POST', `/record-proposals/${ofFrom}/slip`);
  expect([again.status, again.body.code]).toEqual([409, 'RECORD_MERGED']);
});
