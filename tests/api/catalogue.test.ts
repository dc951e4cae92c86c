import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HANOI } from '../support/scenes.ts';
import { openOffice, type Office } from '../support/office.ts';
import { encodedAs, SHIPPED_LIST } from '../support/offences.ts';
import type { Extras, Person } from '../support/person.ts';

const IMPORTER = 'kiemtra.tt';
const APPROVER = 'duyet.tt';
const HEADER = SHIPPED_LIST.split('\n', 1)[0] ?? '';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

function upload(person: Person, bytes: Buffer | string, query = '', extras: Extras = {}) {
  const path = `/catalogue/releases?title=${encodeURIComponent('Danh mục của Bộ')}&name=ds.csv${query}`;
  const headers = { 'content-type': 'text/csv' };
  return person.ask('POST', path, bytes, { headers, ...extras });
}

function row(...cells: string[]): string {
  return cells.map((cell) => `"${cell}"`).join(',');
}

const SHORT_HEADER = 'code,penal_code,article,name,valid_from,valid_to,replaced_by';

test('the list that ships is in force as the first release, entries verified or not', async () => {
  const officer = await office.as(HANOI.records);
  const { release, total } = await officer.must('GET', '/catalogue/offences');
  expect(release).toMatchObject({ version: 1, state: 'PUBLISHED', entries: 679, unverified: 341 });
  expect(total).toBe(679);
});

test.each([
  ['q=trom cap&penalCode=2015%2B2017', ['BLHS2015-173']],
  ['q=điều 226a', ['BLHS2009-226a']],
  ['q=blhs1999-138', ['BLHS1999-138']],
  ['q=trộm cắp tài sản của công dân&validOn=1990-01-01', ['BLHS1985-155']],
  ['q=trom cap tai san&verified=true', ['BLHS2015-173']],
])('%s finds %j', async (query, codes) => {
  const officer = await office.as(HANOI.records);
  const { offences } = await officer.must(
    'GET',
    `/catalogue/offences?${query.replaceAll(' ', '%20')}`,
  );
  const found = offences.map(({ code }: { code: string }) => code);
  expect(found).toEqual(expect.arrayContaining(codes));
  expect(found.length).toBeLessThan(6);
});

test('what a person finds is exported as it was filtered', async () => {
  const officer = await office.as(HANOI.records);
  const { text } = await officer.ask('GET', '/catalogue/offences.csv?penalCode=1985');
  expect(text.trim().split('\n')).toHaveLength(63);
});

test.each(['vi', 'en'])('what was exported in %s is read back in as it is', async (language) => {
  const importer = await office.as(IMPORTER);
  const headers = { 'accept-language': language };
  const path = '/catalogue/offences.csv';
  const { text } = await importer.ask('GET', path, undefined, { headers });
  const { body } = await upload(importer, text);
  expect(body.changes).toMatchObject({ UNCHANGED: 679, ADDED: 0, AMENDED: 0, WITHDRAWN: 0 });
  await importer.must('POST', `/catalogue/releases/${body.release.id}/discard`);
});

test('one person imports, another releases, and only then it is in force', async () => {
  const importer = await office.as(IMPORTER);
  const approver = await office.as(APPROVER);
  const list = `${SHIPPED_LIST.trim()}\nMOI-1,2015+2017,999,,,Tội thử nghiệm,2026-01-01,,,,,,false\n`;
  const { status, body } = await upload(importer, list);
  expect([status, body.release.state]).toEqual([201, 'DRAFT']);
  expect(body.changes).toMatchObject({ ADDED: 1, UNCHANGED: 679, WITHDRAWN: 0 });
  const { id } = body.release;
  const { total } = await importer.must('GET', '/catalogue/offences');
  expect(total).toBe(679);
  const publication = `/catalogue/releases/${id}/publication`;
  const byReviewer = await importer.ask('POST', publication, { token: body.token });
  expect(byReviewer.body.code).toBe('NOT_PERMITTED');
  const blind = await approver.ask('POST', publication, { token: 'x' });
  expect(blind.body.code).toBe('LIST_OUTDATED');
  const { release } = await approver.must('POST', publication, { token: body.token });
  expect(release).toMatchObject({ state: 'PUBLISHED', version: 2, baseVersion: 1 });
  const after = await importer.must('GET', '/catalogue/offences?q=moi-1');
  expect(after.release.version).toBe(2);
  expect(after.offences).toHaveLength(1);
  const again = await approver.ask('POST', publication, { token: body.token });
  expect(again.body.code).toBe('LIST_NOT_OPEN');
});

test('whoever imported a list may not release it', async () => {
  const approver = await office.as(APPROVER);
  const { body } = await upload(approver, SHIPPED_LIST);
  expect(body.own).toBe(true);
  const path = `/catalogue/releases/${body.release.id}/publication`;
  const answer = await approver.ask('POST', path, { token: body.token });
  expect([answer.status, answer.body.code]).toEqual([403, 'IMPORTER_MAY_NOT_RELEASE']);
});

test('a list compared with an earlier release is not released over a later one', async () => {
  const importer = await office.as(IMPORTER);
  const approver = await office.as(APPROVER);
  const { body: first } = await upload(importer, SHIPPED_LIST);
  const { body: second } = await upload(importer, SHIPPED_LIST);
  const path = (id: string) => `/catalogue/releases/${id}/publication`;
  await approver.must('POST', path(first.release.id), { token: first.token });
  const late = await approver.ask('POST', path(second.release.id), { token: second.token });
  expect([late.status, late.body.code]).toEqual([409, 'LIST_OUTDATED']);
});

const FAULTY = [
  SHORT_HEADER,
  row('A-1', '1999', '138', 'Tội trộm cắp tài sản', '2000-07-01', '', ''),
  row('A-2', '1997', '139', 'Tội lừa đảo', '2000-07-01', '', ''),
  row('A-3', '1999', '', 'Tội cướp tài sản', '2000-07-01', '', ''),
  row('A-1', '1999', '140', 'Tội lạm dụng', '2000-07-01', '', ''),
  row('A-5', '1999', '138', 'Tội trộm cắp tài sản', '2005-01-01', '', ''),
  row('A-6', '1999', '141', '=HYPERLINK(1)', '2000-07-01', '', ''),
  row('A-7', '1999', '142', 'Tội sử dụng trái phép tài sản', '2000-07-01', '1999-01-01', ''),
  row('BLHS1999-143', '1999', '143', 'Tội hủy hoại', 'hôm qua', '', ''),
  row('A-9', '1999', '144', 'Tội vô ý', '2000-07-01', '', 'A-404'),
].join('\n');

test('every faulty row has its code, and the good ones are kept on request', async () => {
  const importer = await office.as(IMPORTER);
  const approver = await office.as(APPROVER);
  const { body } = await upload(importer, FAULTY);
  expect(body.release).toMatchObject({ state: 'FAULTY', faults: 8, entries: 2, carried: 1 });
  const said = body.problems.map(({ line, code }: { line: number; code: string }) => [line, code]);
  expect(said).toEqual([
    [3, 'UNKNOWN_PENAL_CODE'],
    [4, 'ARTICLE_MISSING'],
    [5, 'DUPLICATE_CODE'],
    [6, 'VALIDITY_OVERLAPS'],
    [7, 'FORMULA'],
    [8, 'ENDS_BEFORE_START'],
    [9, 'WRONG_FORMAT'],
    [10, 'UNKNOWN_SUCCESSOR'],
  ]);
  const path = `/catalogue/releases/${body.release.id}`;
  const early = await approver.ask('POST', `${path}/publication`, { token: body.token });
  expect(early.body.code).toBe('LIST_FAULTY');
  const kept = await importer.must('POST', `${path}/good-rows`);
  expect(kept.release.state).toBe('DRAFT');
  const { changes } = await importer.must('GET', `${path}/changes?kind=UNCHANGED`);
  expect(changes.map(({ code }: { code: string }) => code)).toEqual(['BLHS1999-143']);
  const gone = await importer.must('POST', `${path}/discard`);
  expect(gone.release.state).toBe('DISCARDED');
});

test.each(['TCVN3', 'VNI', 'Windows-1258'] as const)(
  'a list in %s is recognised, converted and shown beside what came',
  async (encoding) => {
    const importer = await office.as(IMPORTER);
    const { status, body } = await upload(importer, encodedAs(encoding, SHIPPED_LIST));
    expect([status, body.release.encoding]).toEqual([201, encoding]);
    expect(body.changes.UNCHANGED).toBeGreaterThan(670);
    expect(body.samples[0].read).toContain('phản bội');
    expect(body.samples[0].raw).not.toContain('phản bội');
  },
);

test.each([
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), 'LIST_NOT_TEXT'],
  ['nothing', Buffer.from(''), 'LIST_EMPTY'],
  ['a header alone', Buffer.from(HEADER), 'LIST_EMPTY'],
  ['another table', Buffer.from('ma,ten\n1,2\n'), 'LIST_UNREADABLE'],
  ['an open quote', Buffer.from(`${SHORT_HEADER}\n"A-1,1999,1`), 'LIST_UNREADABLE'],
  [
    'unknown bytes',
    Buffer.from(`${SHORT_HEADER}\nA,1999,1,\x90\x91\x92`, 'latin1'),
    'LIST_ENCODING_UNKNOWN',
  ],
  [
    'a hundred thousand rows',
    Buffer.from(`${SHORT_HEADER}\n${'A,1999,1,x,2000-01-01,,\n'.repeat(100_000)}`),
    'LIST_TOO_LONG',
  ],
])('%s is refused by name', async (_what, bytes, code) => {
  const importer = await office.as(IMPORTER);
  const { status, body } = await upload(importer, bytes);
  expect([status, body.code]).toEqual([422, code]);
});

test('the same key is the same import, and refuses another file', async () => {
  const importer = await office.as(IMPORTER);
  const key = '00000000-0000-4000-8000-0000000000aa';
  const first = await upload(importer, SHIPPED_LIST, '', { key });
  const second = await upload(importer, SHIPPED_LIST, '', { key });
  expect(second.body.release.id).toBe(first.body.release.id);
  const other = await upload(importer, FAULTY, '', { key });
  expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('words of a judgment are told from entries of the catalogue', async () => {
  const officer = await office.as(HANOI.records);
  const ask = (offence: string, provision: string) =>
    officer.must(
      'GET',
      `/catalogue/suggestions?on=2023-09-01&offence=${encodeURIComponent(offence)}&provision=${encodeURIComponent(provision)}`,
    );
  const named = await ask('Trộm cắp tài sản', 'khoản 1 Điều 173 Bộ luật Hình sự năm 2015');
  expect(named.normalised).toBe('BLHS2015-173');
  const unclear = await ask('Trom cap xe may', 'Điều 173');
  expect(unclear.normalised).toBeNull();
  expect(unclear.suggestions[0].offence.code).toBe('BLHS2015-173');
});
