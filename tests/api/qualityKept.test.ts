import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { enterRecord } from '../support/knownPeople.ts';
import { change, enterOld, findingsOf, rulesOf } from '../support/quality.ts';
import { aRecord, HANOI } from '../support/scenes.ts';
import { openRecordDesk } from '../support/recordDesk.ts';

const CITED_BEFORE = '2000-1';

const desk = openRecordDesk();

const cleanNow = async () => (await desk.officer.must('GET', '/quality')).now[0];

test('a record whose transfer was given up has no finding and is counted no more; nor is its pair', async () => {
  const stays = (await enterRecord(desk.office)).recordNumber;
  const { caseId, recordNumber } = await enterRecord(desk.office, { fullName: 'Lý Thị Hoà' });
  await findingsOf(desk.office, stays);
  const aside = (await findingsOf(desk.office, recordNumber))[0];
  await desk.officer.must('POST', `/findings/${aside?.id}/settlement`, {
    state: 'SET_ASIDE',
    reason: 'Chờ xem',
  });
  expect(rulesOf(await findingsOf(desk.office, stays))).toContain('LIKELY_DUPLICATE');
  const before = await cleanNow();
  await desk.officer.act(caseId, 'abandon', { paper: { reason: 'Bản án bị hủy' } });
  for (const state of ['OPEN', 'SET_ASIDE']) {
    expect(await findingsOf(desk.office, recordNumber, { state })).toEqual([]);
  }
  expect(rulesOf(await findingsOf(desk.office, stays))).not.toContain('LIKELY_DUPLICATE');
  const after = await cleanNow();
  expect(after.records).toBe(before.records - 1);
  expect(after.clean).toBeLessThanOrEqual(after.records);
});

test('a record that cannot be read is a finding itself; what was found before stays, the next ones are looked at', async () => {
  const number = await enterOld(desk.office, 'Vũ Văn Hỏng');
  const found = rulesOf(await findingsOf(desk.office, number));
  const body = async (set: ReturnType<typeof sql.fragment>) => {
    await desk.office.db.query(sql.typeAlias('void')`
      UPDATE record_versions SET body = ${set} WHERE book = 'PROVINCE' AND number = ${number}`);
    await desk.office.db.query(sql.typeAlias('void')`
      UPDATE records SET checked = 0 WHERE book = 'PROVINCE' AND number = ${number}`);
  };
  await body(sql.fragment`jsonb_set(body, '{judgments,0,date}', '"hôm qua"')`);
  const next = await enterOld(desk.office, 'Hoàng Thị Sau Đó', {
    person: { birthDate: '1961-07-09', gender: 'FEMALE', fatherName: null, motherName: null },
  });
  expect(rulesOf(await findingsOf(desk.office, next))).toContain('NO_COMPLETION');
  const open = await findingsOf(desk.office, number);
  expect(rulesOf(open)).toEqual([...found, 'UNREADABLE'].toSorted());
  const [unreadable] = open.filter(({ rule }) => rule === 'UNREADABLE');
  expect(unreadable).toMatchObject({ place: 'file.judgments.0.date', side: 'RIGHT' });
  const told = desk.office.logs.filter((line) => line.includes('cannot be read')).join();
  expect(told).toContain(number);
  expect(told).not.toMatch(/hôm qua|Hỏng/u);
  await body(sql.fragment`jsonb_set(body, '{judgments,0,date}', '"2015-03-20"')`);
  expect(rulesOf(await findingsOf(desk.office, number))).toEqual(found);
});

test('a paper of civil status counts until the person is corrected after it', async () => {
  const number = await enterOld(desk.office, 'Vũ Thị Đổi Tên');
  const { file, line } = await desk.officer.must('GET', `/records/${number}`);
  const { diedOn: _diedOn, ...person } = file.person;
  const named = (fullName: string) => ({ person: { ...person, fullName } });
  const details = { ...named('Vũ Thị Tên Mới'), document: '7/TĐHT' };
  await change(desk.office, number, { kind: 'CIVIL_STATUS', details });
  const paper = { ...aRecord(), person: { ...person, birthDate: '1981-01-31' } };
  await desk.officer.act(line.caseId, 'correct', { paper });
  const rule = 'CIVIL_STATUS_CONTRADICTED';
  expect(rulesOf(await findingsOf(desk.office, number))).toContain(rule);
  const correction = { kind: 'PERSON_CORRECTED', details: named('Vũ Thị Tên Đúng') };
  await change(desk.office, number, correction);
  expect(rulesOf(await findingsOf(desk.office, number))).not.toContain(rule);
});

test('who read findings, as a page, a file or one by one, is noted', async () => {
  const number = await enterOld(desk.office, 'Vũ Văn Đọc');
  const [finding] = await findingsOf(desk.office, number);
  await desk.officer.ask('GET', `/findings.csv?subject=${number}`);
  await desk.officer.must('GET', `/findings/${finding?.id}`);
  const centre = await desk.office.as('kiemtra.tt');
  await centre.must('GET', '/findings');
  const readsOf = (account: string, caseId: string) =>
    desk.office.db.anyFirst(sql.type(z.object({ what: z.string() }))`
      SELECT DISTINCT what FROM read_audit WHERE account = ${account}::uuid AND ${caseId} = ANY (subjects) ORDER BY what`);
  const { id } = desk.officer.account;
  expect(await readsOf(id, number)).toEqual(['finding', 'findings', 'findings.csv']);
  expect(await readsOf(centre.account.id, centre.account.unit)).toEqual(['findings']);
});

test('a day of long ago is exported with the rules it was counted by', async () => {
  await desk.office.db.query(sql.typeAlias('void')`
    INSERT INTO clean_days (unit, day, records, clean, not_right, not_complete, not_clean, rules_version)
    VALUES (${HANOI.unit}, '2023-09-01', 3, 2, 0, 1, 0, ${CITED_BEFORE})`);
  const { text } = await desk.officer.ask('GET', '/quality.csv?days=30');
  const [heading = '', ...lines] = text.trim().split('\n');
  expect(heading.split(',').at(-1)).toBe('Phiên bản quy tắc');
  const line = lines.find((one: string) => one.startsWith('01/09/2023')) ?? '';
  expect(line.split(',').at(-1)).toBe(CITED_BEFORE);
});
