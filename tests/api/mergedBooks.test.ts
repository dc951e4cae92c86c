import { expect, test } from '@jest/globals';
import { trialRecord, trialSlip } from '../support/exchange.ts';
import { openTwoBooks } from '../support/twoBooks.ts';

const desk = openTwoBooks();
const { next, officials } = desk;

/** What the Centre's approver is told who wants to take over a slip at its last step. */
async function refusedUpdate(caseId: string): Promise<string> {
  const { approver } = desk.books;
  await desk.books.reviewed(caseId);
  const { line } = await approver.case(caseId);
  return (await approver.tryAct(caseId, line.rev, 'updateOfficially')).body.code;
}

test('a merge waits for slips under way and for approved changes that the Centre was not told', async () => {
  const [into = '', from = ''] = await officials(2);
  const slip = await desk.books.typed(from, trialSlip(next()));
  const { id, answer } = await desk.books.change(into, 'MERGE', { from });
  expect([answer.status, answer.body.code]).toEqual([409, 'EARLIER_SLIP_OPEN']);
  await desk.books.takeOver(slip);
  const change = await desk.books.approved(
    into,
    'PERSON_CORRECTED',
    await desk.books.bornIn(into, 'Huế'),
  );
  expect((await desk.books.approve(into, id)).body.code).toBe('EARLIER_CHANGE_UNTOLD');
  const told = await desk.books.tell(change);
  expect((await desk.books.approve(into, id)).body.code).toBe('EARLIER_SLIP_OPEN');
  await desk.books.takeOver(told);
  expect((await desk.books.approve(into, id)).status).toBe(200);
  await desk.books.apply(id);
});

test('a slip that is entered while its record is merged comes before the merge or is refused', async () => {
  const { province } = desk.books;
  const [into = '', from = ''] = await officials(2);
  const slip = await desk.books.typed(from, trialSlip(next()));
  const { id } = await desk.books.change(into, 'MERGE', { from });
  await desk.books.takeOver(slip);
  const body = { recordNumber: from, slip: trialSlip(next()) };
  const [entered, merged] = await Promise.all([
    province.ask('POST', '/slips', body),
    desk.books.approve(into, id),
  ]);
  const refusals = [entered, merged].filter(({ status }) => status >= 300);
  expect(refusals).toHaveLength(1);
  expect(['RECORD_MERGED', 'EARLIER_SLIP_OPEN']).toContain(refusals[0]?.body.code);
  if (entered.status < 300) await desk.books.takeOver(entered.body.caseId);
  if (entered.status < 300) expect((await desk.books.approve(into, id)).status).toBe(200);
  await desk.books.apply(id);
});

test('a merge waits until the Centre has both records', async () => {
  const { province } = desk.books;
  const [into = ''] = await officials(1);
  const record = trialRecord(next());
  const { caseId, recordNumber: from } = await province.must('POST', '/transfers', { record });
  const { id, answer } = await desk.books.change(into, 'MERGE', { from });
  expect(answer.body.code).toBe('RECORD_NOT_OFFICIAL');
  await desk.books.takeOver(caseId);
  expect((await desk.books.approve(into, id)).status).toBe(200);
  await desk.books.apply(id);
});

test('a slip to a merged record waits until the Centre has applied the merge', async () => {
  const [into = '', from = ''] = await officials(2);
  const merge = await desk.books.approved(into, 'MERGE', { from });
  const slip = await desk.books.typed(into, {
    judgment: trialRecord(next()).judgment,
    document: null,
  });
  expect(await refusedUpdate(slip)).toBe('MERGE_NOT_APPLIED');
  await desk.books.apply(merge);
  await desk.books.approver.act(slip, 'updateOfficially');
  const { own } = await desk.books.bothBooks(into);
  expect(own.file.judgments.map(({ ref }: { ref: number }) => ref)).toEqual([1, 2, 3]);
});

test('what was merged away takes no slip, and the refusal names the record that stands', async () => {
  const { province } = desk.books;
  const [first = '', second = '', third = ''] = await officials(3);
  const change = await desk.books.approved(
    first,
    'PERSON_CORRECTED',
    await desk.books.bornIn(first, 'Huế'),
  );
  await desk.books.takeOver(await desk.books.tell(change));
  const merges = [
    await desk.books.approved(second, 'MERGE', { from: first }),
    await desk.books.approved(third, 'MERGE', { from: second }),
  ];
  for (const merge of merges) await desk.books.apply(merge);
  const fields = [{ path: third, code: 'TOOK_IT_IN' }];
  const slip = { recordNumber: first, slip: trialSlip(next()) };
  for (const answer of [
    await province.ask('POST', '/slips', slip),
    await province.ask('POST', `/record-proposals/${change}/slip`),
  ]) {
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'RECORD_MERGED', fields }]);
  }
});

test.each([
  ['the first merge first', [0, 1]],
  ['the last merge first', [1, 0]],
  ['each merge twice', [1, 1, 0, 0]],
])('a chain of merges told by notices, %s, ends with equal books', async (_what, order) => {
  const [first = '', second = '', third = ''] = await officials(3);
  await desk.books.takeOver(await desk.books.typed(first, trialSlip(next())));
  const merges = [
    await desk.books.approved(second, 'MERGE', { from: first }),
    await desk.books.approved(third, 'MERGE', { from: second }),
  ];
  for (const at of order) await desk.books.apply(merges[at] ?? '');
  const { copy } = await desk.books.bothBooks(third);
  expect(copy.file.judgments).toHaveLength(3);
  expect(await desk.books.differing()).toEqual([]);
});

test('two merges into one record are applied in the order of the department, and codes told before', async () => {
  const [into = '', one = '', other = ''] = await officials(3);
  const code = { code: 'BLHS1999-138' };
  await desk.books.province.must('POST', `/records/${one}/judgments/1/offence`, code);
  await desk.books.approved(into, 'MERGE', { from: one });
  const last = await desk.books.approved(into, 'MERGE', { from: other });
  await desk.books.apply(last);
});
