import { expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { trialRecord, trialSlip } from '../support/exchange.ts';
import { openTwoBooks } from '../support/twoBooks.ts';

const desk = openTwoBooks();
const { next, officials } = desk;

test('a document is not struck while a slip may bring it again, nor typed before its striking is told', async () => {
  const { province } = desk.books;
  const [number = ''] = await officials(1);
  await desk.books.takeOver(await desk.books.typed(number, trialSlip(next())));
  const { own } = await desk.books.bothBooks(number);
  const [wrong] = own.file.judgments[0].executions;
  const details = { ref: 1, wrong, entry: { ...wrong, content: 'Đã chấp hành xong 8 tháng tù.' } };
  const slip = await desk.books.typed(number, trialSlip(next()));
  const { id, answer } = await desk.books.change(number, 'EXECUTION_CORRECTED', details);
  expect(answer.body.code).toBe('EARLIER_SLIP_OPEN');
  await desk.books.takeOver(slip);
  expect((await desk.books.approve(number, id)).status).toBe(200);
  const body = { recordNumber: number, slip: trialSlip(next()) };
  expect((await province.ask('POST', '/slips', body)).body.code).toBe('EARLIER_CHANGE_UNTOLD');
  await desk.books.takeOver(await desk.books.tell(id));
});

test('what was approved stands against a correction of the transfer under way, in both books', async () => {
  const { province } = desk.books;
  const record = trialRecord(next());
  const { caseId, recordNumber } = await province.must('POST', '/transfers', { record });
  const born = await desk.books.bornIn(recordNumber, 'Huế');
  const change = await desk.books.approved(recordNumber, 'PERSON_CORRECTED', born);
  const paper = { ...record, note: 'Ghi chú', person: { ...record.person, birthPlace: 'Vinh' } };
  await province.act(caseId, 'correct', { paper });
  await desk.books.takeOver(caseId);
  await desk.books.takeOver(await desk.books.tell(change));
  const { own, copy } = await desk.books.bothBooks(recordNumber);
  for (const { file } of [own, copy]) {
    expect(file).toMatchObject({ note: 'Ghi chú', person: { birthPlace: 'Huế' } });
  }
});

test('changes are told in the order in which they were approved, and are given up the last one first', async () => {
  const { province } = desk.books;
  const [number = ''] = await officials(1);
  const changes: string[] = [];
  for (const place of ['Huế', 'Vinh']) {
    changes.push(
      await desk.books.approved(number, 'PERSON_CORRECTED', await desk.books.bornIn(number, place)),
    );
  }
  const [first = '', second = ''] = changes;
  const early = await province.ask('POST', `/record-proposals/${second}/slip`);
  expect([early.status, early.body.code]).toEqual([409, 'EARLIER_CHANGE_UNTOLD']);
  const [slip, later] = [await desk.books.tell(first), await desk.books.tell(second)];
  const { line } = await province.case(slip);
  const paper = { reason: 'Lập lại' };
  const givenUp = await province.tryAct(slip, line.rev, 'abandon', { paper });
  expect(givenUp.body.code).toBe('LATER_SLIP_OPEN');
  for (const caseId of [later, slip]) await province.act(caseId, 'abandon', { paper });
  for (const change of changes) await desk.books.takeOver(await desk.books.tell(change));
  const { copy } = await desk.books.bothBooks(number);
  expect(copy.file.person.birthPlace).toBe('Vinh');
});

test('a document of a judgment that the Centre does not hold is refused, never dropped', async () => {
  const { province } = desk.books;
  const [number = ''] = await officials(1);
  const { judgment } = trialRecord(next());
  const change = await desk.books.approved(number, 'FURTHER_JUDGMENT', { judgment });
  const { document } = trialSlip(next());
  const slip = { judgment: null, document: { ...document, ref: 2 } };
  const body = { recordNumber: number, slip };
  expect((await province.ask('POST', '/slips', body)).body.code).toBe('JUDGMENT_NOT_AT_CENTRE');
  const wrong = await desk.books.typed(number, trialSlip(next()));
  await desk.books.takeOver(wrong);
  await desk.office.db.query(sql.unsafe`
    UPDATE papers SET body = jsonb_set(body, '{document,ref}', '2') WHERE case_id = ${wrong}`);
  await expect(
    desk.office.db.query(
      sql.unsafe`SELECT book_slip(o) FROM official_slips o WHERE case_id = ${wrong}`,
    ),
  ).rejects.toThrow('tells of a judgment');
  await desk.books.takeOver(await desk.books.tell(change));
  await desk.books.takeOver(await desk.books.typed(number, slip));
  const { copy } = await desk.books.bothBooks(number);
  expect(copy.file.judgments[1].executions).toHaveLength(1);
});

test('a judgment typed beside an approved change that adds it stands once in both books', async () => {
  const [number = ''] = await officials(1);
  const { judgment } = trialRecord(next());
  const slip = await desk.books.typed(number, { judgment, document: null });
  const change = await desk.books.approved(number, 'FURTHER_JUDGMENT', { judgment });
  await desk.books.takeOver(slip);
  await desk.books.takeOver(await desk.books.tell(change));
  const { copy } = await desk.books.bothBooks(number);
  expect(copy.file.judgments).toHaveLength(2);
});

test('a slip for which the record has no room is refused before it is sent, others under way counted', async () => {
  const { province } = desk.books;
  const [number = ''] = await officials(1);
  await fill(number, 59);
  const last = await desk.books.typed(number, trialSlip(next()));
  const body = { recordNumber: number, slip: trialSlip(next()) };
  const { status, body: problem } = await province.ask('POST', '/slips', body);
  expect([status, problem.code]).toEqual([409, 'RECORD_FULL']);
  const fields = [{ path: 'judgments.0.executions', code: 'TOO_LONG' }];
  expect(problem.fields).toMatchObject(fields);
  await desk.books.takeOver(last);
  const { copy } = await desk.books.bothBooks(number);
  expect(copy.file.judgments[0].executions).toHaveLength(60);
});

test('a record that is none for another reason than its length is a fault, not full', async () => {
  const { approver } = desk.books;
  const [number = ''] = await officials(1);
  const slip = await desk.books.typed(number, trialSlip(next()));
  await desk.books.reviewed(slip);
  const { rev } = (await approver.case(slip)).line;
  await effectiveOn(number, '1999-01-01');
  const { status, body } = await approver.tryAct(slip, rev, 'updateOfficially');
  expect([status, body.code]).toEqual([500, 'FAULT']);
  await effectiveOn(number, '2014-06-10');
  await approver.act(slip, 'updateOfficially');
});

/** Write into the department's book when the first judgment of a record took effect. */
function effectiveOn(number: string, date: string): Promise<void> {
  return desk.office.db.transaction(async (db) => {
    await db.query(sql.unsafe`SET LOCAL session_replication_role = replica`);
    await db.query(sql.unsafe`UPDATE record_versions
      SET body = jsonb_set(body, '{judgments,0,effectiveDate}', to_jsonb(${date}::text))
      WHERE book = 'PROVINCE' AND number = ${number}`);
  });
}

/** Give the first judgment of a record so many documents of execution, in both desk.books. */
async function fill(number: string, count: number): Promise<void> {
  const executions = Array.from({ length: count }, (_, at) => {
    const [day, issuer] = [`2016-01-${String((at % 28) + 1).padStart(2, '0')}`, 'Trại giam Mẫu'];
    return { kind: 'REDUCTION', number: `${at}/QĐ`, date: day, issuer, content: 'Giảm.' };
  });
  for (const book of ['PROVINCE', 'CENTRE']) {
    await desk.office.db.query(sql.unsafe`
      SELECT append_versions(jsonb_build_object('book', ${book}::text, 'cause', 'EXECUTION', 'by', 'test', 'at', now(),
        'rows', jsonb_build_array(jsonb_build_object('number', number, 'base', version, 'foldedName', 'x',
          'body', jsonb_set(body, '{judgments,0,executions}',
            executions_with('[]', ${JSON.stringify(executions)}::jsonb))))))
      FROM record_versions WHERE book = ${book} AND number = ${number}`);
  }
}
