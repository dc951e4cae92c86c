import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { trialRecord, trialSlip } from '../support/exchange.ts';
import { type Office, openOffice } from '../support/office.ts';
import { type TwoBooks, twoBooks } from '../support/twoBooks.ts';

let office: Office;
let books: TwoBooks;
let made = 0;
beforeAll(async () => {
  office = await openOffice();
  books = await twoBooks(office);
});
afterEach(async () => {
  expect(await books.differing()).toEqual([]);
});
afterAll(() => office.close());

const next = () => (made += 1);
const officials = (count: number) =>
  Promise.all(Array.from({ length: count }, () => books.official(next())));

/** The person of a record with another birth place. */
async function bornIn(number: string, birthPlace: string) {
  const { file } = await books.province.must('GET', `/records/${number}`);
  const { diedOn: _diedOn, ...person } = file.person;
  return { person: { ...person, birthPlace } };
}

async function typed(recordNumber: string, slip: object = trialSlip(next())): Promise<string> {
  return (await books.province.must('POST', '/slips', { recordNumber, slip })).caseId;
}

/** What the Centre's approver is told who wants to take over a slip at its last step. */
async function refusedUpdate(caseId: string): Promise<string> {
  const { province, receiver, reviewer, approver } = books;
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  await receiver.act(caseId, 'checkRecord');
  await reviewer.act(caseId, 'review');
  const { line } = await approver.case(caseId);
  return (await approver.tryAct(caseId, line.rev, 'updateOfficially')).body.code;
}

test('a merge waits for slips under way and for approved changes that the Centre was not told', async () => {
  const [into = '', from = ''] = await officials(2);
  const slip = await typed(from);
  const { id, answer } = await books.change(into, 'MERGE', { from });
  expect([answer.status, answer.body.code]).toEqual([409, 'EARLIER_SLIP_OPEN']);
  await books.takeOver(slip);
  const change = await books.approved(into, 'PERSON_CORRECTED', await bornIn(into, 'Huế'));
  expect((await books.approve(into, id)).body.code).toBe('EARLIER_CHANGE_UNTOLD');
  const told = await books.tell(change);
  expect((await books.approve(into, id)).body.code).toBe('EARLIER_SLIP_OPEN');
  await books.takeOver(told);
  expect((await books.approve(into, id)).status).toBe(200);
  await books.apply(id);
});

test('a slip that is entered while its record is merged comes before the merge or is refused', async () => {
  const { province } = books;
  const [into = '', from = ''] = await officials(2);
  const slip = await typed(from);
  const { id } = await books.change(into, 'MERGE', { from });
  await books.takeOver(slip);
  const body = { recordNumber: from, slip: trialSlip(next()) };
  const [entered, merged] = await Promise.all([
    province.ask('POST', '/slips', body),
    books.approve(into, id),
  ]);
  const refusals = [entered, merged].filter(({ status }) => status >= 300);
  expect(refusals).toHaveLength(1);
  expect(['RECORD_MERGED', 'EARLIER_SLIP_OPEN']).toContain(refusals[0]?.body.code);
  if (entered.status < 300) await books.takeOver(entered.body.caseId);
  if (entered.status < 300) expect((await books.approve(into, id)).status).toBe(200);
  await books.apply(id);
});

test('a document is not struck while a slip may bring it again, nor typed before its striking is told', async () => {
  const { province } = books;
  const [number = ''] = await officials(1);
  await books.takeOver(await typed(number));
  const { own } = await books.bothBooks(number);
  const [wrong] = own.file.judgments[0].executions;
  const details = { ref: 1, wrong, entry: { ...wrong, content: 'Đã chấp hành xong 8 tháng tù.' } };
  const slip = await typed(number);
  const { id, answer } = await books.change(number, 'EXECUTION_CORRECTED', details);
  expect(answer.body.code).toBe('EARLIER_SLIP_OPEN');
  await books.takeOver(slip);
  expect((await books.approve(number, id)).status).toBe(200);
  const body = { recordNumber: number, slip: trialSlip(next()) };
  expect((await province.ask('POST', '/slips', body)).body.code).toBe('EARLIER_CHANGE_UNTOLD');
  await books.takeOver(await books.tell(id));
});

test('a merge waits until the Centre has both records', async () => {
  const { province } = books;
  const [into = ''] = await officials(1);
  const record = trialRecord(next());
  const { caseId, recordNumber: from } = await province.must('POST', '/transfers', { record });
  const { id, answer } = await books.change(into, 'MERGE', { from });
  expect(answer.body.code).toBe('RECORD_NOT_OFFICIAL');
  await books.takeOver(caseId);
  expect((await books.approve(into, id)).status).toBe(200);
  await books.apply(id);
});

test('a slip to a merged record waits until the Centre has applied the merge', async () => {
  const [into = '', from = ''] = await officials(2);
  const merge = await books.approved(into, 'MERGE', { from });
  const slip = await typed(into, { judgment: trialRecord(next()).judgment, document: null });
  expect(await refusedUpdate(slip)).toBe('MERGE_NOT_APPLIED');
  await books.apply(merge);
  await books.approver.act(slip, 'updateOfficially');
  const { own } = await books.bothBooks(into);
  expect(own.file.judgments.map(({ ref }: { ref: number }) => ref)).toEqual([1, 2, 3]);
});

test('what was merged away takes no slip, and the refusal names the record that stands', async () => {
  const { province } = books;
  const [first = '', second = '', third = ''] = await officials(3);
  const change = await books.approved(first, 'PERSON_CORRECTED', await bornIn(first, 'Huế'));
  await books.takeOver(await books.tell(change));
  const merges = [
    await books.approved(second, 'MERGE', { from: first }),
    await books.approved(third, 'MERGE', { from: second }),
  ];
  const fields = [{ path: third, code: 'TOOK_IT_IN' }];
  const slip = { recordNumber: first, slip: trialSlip(next()) };
  for (const answer of [
    await province.ask('POST', '/slips', slip),
    await province.ask('POST', `/record-proposals/${change}/slip`),
  ]) {
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'RECORD_MERGED', fields }]);
  }
  for (const merge of merges) await books.apply(merge);
});

test.each([
  ['the first merge first', [0, 1]],
  ['the last merge first', [1, 0]],
  ['each merge twice', [1, 1, 0, 0]],
])('a chain of merges told by notices, %s, ends with equal books', async (_what, order) => {
  const [first = '', second = '', third = ''] = await officials(3);
  await books.takeOver(await typed(first));
  const merges = [
    await books.approved(second, 'MERGE', { from: first }),
    await books.approved(third, 'MERGE', { from: second }),
  ];
  for (const at of order) await books.apply(merges[at] ?? '');
  const { copy } = await books.bothBooks(third);
  expect(copy.file.judgments).toHaveLength(3);
  expect(await books.differing()).toEqual([]);
});

test('two merges into one record are applied in the order of the department, and codes told before', async () => {
  const [into = '', one = '', other = ''] = await officials(3);
  const code = { code: 'BLHS1999-138' };
  await books.province.must('POST', `/records/${one}/judgments/1/offence`, code);
  await books.approved(into, 'MERGE', { from: one });
  const last = await books.approved(into, 'MERGE', { from: other });
  await books.apply(last);
});

test('changes are told in the order in which they were approved, and are given up the last one first', async () => {
  const { province } = books;
  const [number = ''] = await officials(1);
  const changes: string[] = [];
  for (const place of ['Huế', 'Vinh']) {
    changes.push(await books.approved(number, 'PERSON_CORRECTED', await bornIn(number, place)));
  }
  const [first = '', second = ''] = changes;
  const early = await province.ask('POST', `/record-proposals/${second}/slip`);
  expect([early.status, early.body.code]).toEqual([409, 'EARLIER_CHANGE_UNTOLD']);
  const [slip, later] = [await books.tell(first), await books.tell(second)];
  const { line } = await province.case(slip);
  const paper = { reason: 'Lập lại' };
  const givenUp = await province.tryAct(slip, line.rev, 'abandon', { paper });
  expect(givenUp.body.code).toBe('LATER_SLIP_OPEN');
  for (const caseId of [later, slip]) await province.act(caseId, 'abandon', { paper });
  for (const change of changes) await books.takeOver(await books.tell(change));
  const { copy } = await books.bothBooks(number);
  expect(copy.file.person.birthPlace).toBe('Vinh');
});

test('a document of a judgment that the Centre does not hold is refused, never dropped', async () => {
  const { province } = books;
  const [number = ''] = await officials(1);
  const { judgment } = trialRecord(next());
  const change = await books.approved(number, 'FURTHER_JUDGMENT', { judgment });
  const { document } = trialSlip(next());
  const slip = { judgment: null, document: { ...document, ref: 2 } };
  const body = { recordNumber: number, slip };
  expect((await province.ask('POST', '/slips', body)).body.code).toBe('JUDGMENT_NOT_AT_CENTRE');
  const wrong = await typed(number);
  await books.takeOver(wrong);
  await office.db.query(sql.unsafe`
    UPDATE papers SET body = jsonb_set(body, '{document,ref}', '2') WHERE case_id = ${wrong}`);
  await expect(
    office.db.query(sql.unsafe`SELECT book_slip(o) FROM official_slips o WHERE case_id = ${wrong}`),
  ).rejects.toThrow();
  await books.takeOver(await books.tell(change));
  await books.takeOver(await typed(number, slip));
  const { copy } = await books.bothBooks(number);
  expect(copy.file.judgments[1].executions).toHaveLength(1);
});

test('a judgment typed beside an approved change that adds it stands once in both books', async () => {
  const [number = ''] = await officials(1);
  const { judgment } = trialRecord(next());
  const slip = await typed(number, { judgment, document: null });
  const change = await books.approved(number, 'FURTHER_JUDGMENT', { judgment });
  await books.takeOver(slip);
  await books.takeOver(await books.tell(change));
  const { copy } = await books.bothBooks(number);
  expect(copy.file.judgments).toHaveLength(2);
});

test('a slip for which the record has no room is refused before it is sent, others under way counted', async () => {
  const { province } = books;
  const [number = ''] = await officials(1);
  await fill(number, 59);
  const last = await typed(number);
  const body = { recordNumber: number, slip: trialSlip(next()) };
  const { status, body: problem } = await province.ask('POST', '/slips', body);
  expect([status, problem.code]).toEqual([409, 'RECORD_FULL']);
  const fields = [{ path: 'judgments.0.executions', code: 'TOO_LONG' }];
  expect(problem.fields).toMatchObject(fields);
  await books.takeOver(last);
  const { copy } = await books.bothBooks(number);
  expect(copy.file.judgments[0].executions).toHaveLength(60);
});

/** Give the first judgment of a record so many documents of execution, in both books. */
async function fill(number: string, count: number): Promise<void> {
  const executions = Array.from({ length: count }, (_, at) => {
    const [day, issuer] = [`2016-01-${String((at % 28) + 1).padStart(2, '0')}`, 'Trại giam Mẫu'];
    return { kind: 'REDUCTION', number: `${at}/QĐ`, date: day, issuer, content: 'Giảm.' };
  });
  for (const book of ['PROVINCE', 'CENTRE']) {
    await office.db.query(sql.unsafe`
      SELECT append_versions(jsonb_build_object('book', ${book}::text, 'cause', 'EXECUTION', 'by', 'test', 'at', now(),
        'rows', jsonb_build_array(jsonb_build_object('number', number, 'base', version, 'foldedName', 'x',
          'body', jsonb_set(body, '{judgments,0,executions}',
            executions_with('[]', ${JSON.stringify(executions)}::jsonb))))))
      FROM record_versions WHERE book = ${book} AND number = ${number}`);
  }
}
