import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from '../../db/sql.ts';
import type { Reading } from '../../domain/reading.ts';
import { trialRecord, trialSlip } from '../support/exchange.ts';
import { type Office, openOffice } from '../support/office.ts';
import { listedFor, minutesLater, said } from '../support/readings.ts';
import { aRecord, handIn, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const listed = (username: string, path: string) => listedFor(office, username, path);

async function refusalOf(username: string, path: string): Promise<[number, string]> {
  const { status, body } = await (await office.as(username)).ask('GET', path);
  return [status, body.code];
}

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, bom: true });
}

test('who has read a case is told with name, role, unit and kind, the latest first, and nothing of the person', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  await officer.must('GET', `/cases/${caseId}`);
  const { application } = await officer.must('GET', `/cases/${caseId}`);
  const { fullName, personalId } = application.subject;
  await officer.must('GET', `/cases/${caseId}/events`);
  const supervisor = await office.as(HANOI.supervisor);
  const { text, body } = await supervisor.ask('GET', `/cases/${caseId}/readings`);
  const name = officer.account.displayName;
  expect(said(body.readings).slice(0, 3)).toEqual([
    [supervisor.account.displayName, 'readings'],
    [name, 'events'],
    [name, 'case'],
  ]);
  expect(body.readings[2]).toMatchObject({
    reader: officer.account.id,
    roles: ['LLTP_OFFICER'],
    unit: HANOI.unit,
    unitName: officer.account.unitName,
    count: 1,
    times: 2,
  });
  const firsts = body.readings.map(({ first }: Reading) => first);
  expect(firsts).toEqual(firsts.toSorted().toReversed());
  const file = await supervisor.ask('GET', `/cases/${caseId}/readings.csv`);
  expect(file.headers['cache-control']).toBe('private, no-store');
  for (const told of [text, file.text])
    expect([told.includes(fullName), told.includes(personalId)]).toEqual([false, false]);
});

test('the file is in the reader’s language', async () => {
  const { caseId } = await handIn(office);
  await (await office.as(HANOI.officer)).must('GET', `/cases/${caseId}/events`);
  const supervisor = await office.as(HANOI.supervisor);
  const path = `/cases/${caseId}/readings.csv`;
  const [asked, events] = rowsOf((await supervisor.ask('GET', path)).text);
  expect(asked?.['Đọc gì']).toBe('Ai đã đọc hồ sơ (tệp tải về)');
  expect(events).toMatchObject({
    'Đọc gì': 'Nhật ký hồ sơ',
    'Vai trò': 'Chuyên viên lý lịch tư pháp',
    'Số lần': '1',
  });
  expect(events?.['Đọc lúc']).toMatch(/^\d\d\/\d\d\/2023 \d\d:\d\d$/u);
  const headers = { 'accept-language': 'en' };
  const english = await supervisor.ask('GET', path, undefined, { headers });
  expect(rowsOf(english.text)[2]).toMatchObject({ What: 'Timeline of the case' });
});

test('only who watches over the case’s unit, or over all, may ask', async () => {
  const { caseId } = await handIn(office);
  const path = `/cases/${caseId}/readings`;
  for (const username of [HANOI.supervisor, HANOI.director, 'giamsat.tt', 'quantri'])
    expect([username, (await listed(username, path)).length > 0]).toEqual([username, true]);
  for (const username of [HANOI.officer, HANOI.head, HANOI.records, HANOI.policeLiaison])
    expect(await refusalOf(username, path)).toEqual([403, 'NOT_PERMITTED']);
  for (const username of ['giamsat.na', 'giamsat.hcm', 'duyet.tt'])
    expect(await refusalOf(username, path)).toEqual([403, 'NOT_YOUR_UNIT']);
  const nowhere = '/cases/HN-P-2023-999999/readings';
  expect(await refusalOf(HANOI.supervisor, nowhere)).toEqual([404, 'CASE_NOT_FOUND']);
});

test('of a record all that was read of its case and its number is told; another department’s is not there', async () => {
  const records = await office.as(HANOI.records);
  const entered = await records.must('POST', '/transfers', { record: aRecord('Trần Văn Sổ') });
  const { caseId, recordNumber } = entered;
  await records.must('GET', `/records/${recordNumber}`);
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO read_audit (account, what, at, last_at, subjects)
    VALUES (${records.account.id}::uuid, 'finding', '2023-09-18T01:00:00Z', '2023-09-18T01:00:00Z', ARRAY[${recordNumber}])
  `);
  const path = `/records/${recordNumber}/readings`;
  const kinds = (await listed(HANOI.director, path)).map(({ what }) => what);
  expect(kinds).toEqual(['readings', 'record', 'finding']);
  // What is read of records only is not for whoever may not know of convictions: it is told that it was asked.
  for (const username of ['quantri', HANOI.supervisor])
    expect(new Set((await listed(username, path)).map(({ what }) => what))).toEqual(
      new Set(['readings']),
    );
  for (const username of ['giamsat.na', 'duyet.tt'])
    expect([username, await refusalOf(username, path)]).toEqual([
      username,
      [404, 'RECORD_UNKNOWN'],
    ]);
  expect(await refusalOf(HANOI.director, '/records/01HN2023/99999/readings')).toEqual([
    404,
    'RECORD_UNKNOWN',
  ]);
  expect(await refusalOf(HANOI.head, path)).toEqual([403, 'NOT_PERMITTED']);
  await records.act(caseId, 'send');
  expect((await listed('duyet.tt', path)).map(({ what }) => what)).toContain('finding');
  expect(said(await listed('duyet.tt', `/cases/${caseId}/readings`))).toContainEqual([
    records.account.displayName,
    'record',
  ]);
});

test('of a record it is told who read its slips too', async () => {
  const records = await office.as(HANOI.records);
  const { recordNumber } = await records.must('POST', '/transfers', {
    record: trialRecord(3),
  });
  const slip = await records.must('POST', '/slips', { recordNumber, slip: trialSlip(1) });
  const officer = await office.as(HANOI.head);
  await officer.case(slip.caseId);
  expect(said(await listed(HANOI.director, `/records/${recordNumber}/readings`))).toContainEqual([
    officer.account.displayName,
    'case',
  ]);
});

test('a list is paged by its rows, narrowed to a reader and to days, and never shows a row twice', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  for (let hour = 0; hour < 5; hour += 1) {
    await officer.case(caseId);
    await minutesLater(office, 60);
  }
  const supervisor = await office.as(HANOI.supervisor);
  const path = `/cases/${caseId}/readings`;
  const pages: string[][] = [];
  for (let after: string | null = ''; after !== null;) {
    const cursor: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const asked = `${path}?limit=2&reader=${officer.account.id}${cursor}`;
    const { readings, next } = await supervisor.must('GET', asked);
    pages.push(readings.map(({ first }: Reading) => first));
    after = next;
  }
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  const instants = pages.flat();
  expect(instants).toEqual([...new Set(instants)].toSorted().toReversed());
  const onDays = async (days: string) => (await listed(HANOI.supervisor, `${path}?${days}`)).length;
  expect(await onDays('from=2023-09-19')).toBe(0);
  expect(await onDays('to=2023-09-17')).toBe(0);
  expect(await onDays('from=2023-09-18&to=2023-09-18')).toBeGreaterThan(5);
  const odd = await supervisor.must('GET', `${path}?after=x~y`);
  expect(odd.readings.length).toBeGreaterThan(5);
});

test('a day that is none, or an end before the beginning, is refused at its field', async () => {
  const { caseId } = await handIn(office);
  const supervisor = await office.as(HANOI.supervisor);
  for (const path of [`/cases/${caseId}`, `/accounts/${supervisor.account.id}`]) {
    for (const [query, field] of [
      ['from=2023-02-30', 'from'],
      ['from=2023-09-18&to=2023-09-17', 'to'],
    ]) {
      const { status, body } = await supervisor.ask('GET', `${path}/readings?${query}`);
      expect([status, body.code, body.fields[0].path]).toEqual([400, 'INVALID_INPUT', field]);
    }
  }
});

test('what an account has read is told to who watches over its unit, also when it is locked', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.otherOfficer);
  await officer.case(caseId);
  const { id, displayName } = officer.account;
  const path = `/accounts/${id}/readings`;
  await office.db.query(
    sql.typeAlias('void')`UPDATE accounts SET active = false WHERE id = ${id}::uuid`,
  );
  const supervisor = await office.as(HANOI.supervisor);
  const { readings } = await supervisor.must('GET', path);
  expect(readings[0]).toMatchObject({ readerName: displayName, what: 'case', subjects: [caseId] });
  const [row] = rowsOf((await supervisor.ask('GET', `${path}.csv`)).text);
  expect(row).toMatchObject({ 'Về hồ sơ': caseId, 'Đọc gì': 'Trang hồ sơ' });
  const { readers } = await supervisor.must('GET', '/accounts?q=chuyenvien2');
  expect(readers).toMatchObject([{ id, displayName, active: false }]);
  const everybody = await supervisor.must('GET', '/accounts');
  const units = everybody.readers.map(({ unitName }: { unitName: string }) => unitName);
  expect(new Set(units)).toEqual(new Set([supervisor.account.unitName]));
  expect(await refusalOf('giamsat.na', path)).toEqual([403, 'NOT_YOUR_UNIT']);
  expect(await refusalOf(HANOI.head, path)).toEqual([403, 'NOT_PERMITTED']);
  expect(await refusalOf(HANOI.head, '/accounts')).toEqual([403, 'NOT_PERMITTED']);
  const nobody = '/accounts/00000000-0000-4000-8000-000000000000/readings';
  expect(await refusalOf('quantri', nobody)).toEqual([404, 'NOT_FOUND']);
  const asked = await listed('quantri', `/accounts/${supervisor.account.id}/readings`);
  expect(asked).toContainEqual(expect.objectContaining({ what: 'readings-by', subjects: [id] }));
});
