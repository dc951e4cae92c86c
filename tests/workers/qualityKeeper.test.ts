import { expect, test } from '@jest/globals';
import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { listDueRecords } from '../../db/read/qualityFacts.ts';
import { DATA } from '../../db/reference.ts';
import { readIdentityWeights, readQualitySettings } from '../../db/referenceFiles.ts';
import { sql } from '../../db/sql.ts';
import { holdLook, keepFindings } from '../../db/write/quality.ts';
import { dateOf, isoOf } from '../../domain/instant.ts';
import { createLog } from '../../logging.ts';
import { startLooks } from '../../workers/qualityKeeper.ts';
import { enterRecord } from '../support/knownPeople.ts';
import { MONDAY } from '../support/office.ts';
import { change, enterOld, findingsOf, rulesOf } from '../support/quality.ts';
import { openRecordDesk } from '../support/recordDesk.ts';
import { until } from '../support/until.ts';

const settings = await readQualitySettings(DATA);
const weights = await readIdentityWeights(DATA);

const desk = openRecordDesk();
const looksBy = (version: string) => {
  const log = createLog('looks', 'silent');
  return startLooks({ pool: desk.office.db, log }, { settings: { ...settings, version }, weights });
};

const MARK = z.object({ checked: z.int(), head: z.int() });
const markOf = (db: CommonQueryMethods, number: string) =>
  db.one(sql.type(MARK)`
    SELECT checked, head FROM records WHERE book = 'PROVINCE' AND number = ${number}`);

test('a record that makes every look fail is passed over, told by its number, and looked at when it changes', async () => {
  const { db, logs } = desk.office;
  const name = 'Vũ Văn Chướng Ngại';
  await db.query(sql.typeAlias('void')`
    ALTER TABLE findings ADD CONSTRAINT obstacle CHECK (person_name <> 'Vũ Văn Chướng Ngại' OR rule = 'UNREADABLE')`);
  const number = await enterOld(desk.office, name);
  for (const next of ['Hoàng Thị Một', 'Đặng Văn Hai', 'Bùi Thị Ba']) {
    const after = await enterOld(desk.office, next);
    expect(rulesOf(await findingsOf(desk.office, after))).toContain('NO_COMPLETION');
  }
  expect(await findingsOf(desk.office, number)).toMatchObject([{ rule: 'UNREADABLE', place: '' }]);
  const told = logs.filter((line) => line.includes('passed over'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(number);
  expect(logs.join()).not.toContain(name);
  await db.query(sql.typeAlias('void')`ALTER TABLE findings DROP CONSTRAINT obstacle`);
  const details = { on: '2020-01-01', document: '5/TLKT' };
  await change(desk.office, number, { kind: 'DEATH', details });
  const open = rulesOf(await findingsOf(desk.office, number));
  expect(open).toContain('NO_COMPLETION');
  expect(open).not.toContain('UNREADABLE');
});

/** Begin a transaction that keeps what it took until the given end. */
async function hold(take: (db: CommonQueryMethods) => Promise<unknown>) {
  const taken = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const holding = desk.office.db.transaction(async (db) => {
    await take(db);
    taken.resolve();
    await over.promise;
  });
  await Promise.race([taken.promise, holding]);
  return async () => {
    over.resolve();
    await holding;
  };
}
const nobodyLooks = () => hold((db) => until(() => holdLook(db)));

test('a look that read a record before its transfer was given up does not take the mark away', async () => {
  const { db } = desk.office;
  const lookAgain = await nobodyLooks();
  const { caseId, recordNumber } = await enterRecord(desk.office, { fullName: 'Lý Thị Vắng' });
  const due = { rules: settings.version, today: dateOf(MONDAY) };
  const read = (await listDueRecords(db, due, 300)).find(({ subject }) => subject === recordNumber);
  expect(read).toMatchObject({ gone: false });
  await desk.officer.act(caseId, 'abandon', { paper: { reason: 'Bản án bị hủy' } });
  const records = [{ ...read, found: [], againOn: null, unread: false }] as never[];
  const looked = { at: isoOf(MONDAY), rules: settings.version, records, supplies: [] };
  expect(await keepFindings(db, looked)).toBe(0);
  const { checked, head } = await markOf(db, recordNumber);
  expect(checked).not.toBe(head);
  await lookAgain();
});

test('a record that somebody holds does not count as looked at, and stays due', async () => {
  const { db } = desk.office;
  const look = looksBy(settings.version);
  const number = await enterOld(desk.office, 'Vũ Văn Giữ');
  const lookAgain = await nobodyLooks();
  await db.query(sql.typeAlias('void')`
    UPDATE records SET checked = 0 WHERE book = 'PROVINCE' AND number = ${number}`);
  const letGo = await hold((holding) =>
    holding.one(sql.type(MARK)`
      SELECT checked, head FROM records WHERE book = 'PROVINCE' AND number = ${number} FOR UPDATE`),
  );
  await lookAgain();
  await until(async () => (await look(MONDAY)) === 0);
  expect(await markOf(db, number)).toMatchObject({ checked: 0 });
  await letGo();
  await until(async () => (await look(MONDAY)) === 'NOTHING_DUE');
  const { checked, head } = await markOf(db, number);
  expect(checked).toBe(head);
});

test('older rules stand back from what newer ones looked at', async () => {
  await enterOld(desk.office, 'Vũ Văn Quy Tắc');
  const [older, newer] = [looksBy('2023-02'), looksBy('2099-01')];
  await until(async () => (await newer(MONDAY)) === 'NOTHING_DUE');
  expect(await until(async () => notBusy(await older(MONDAY)))).toBe('OLDER_RULES');
  expect(await until(async () => notBusy(await newer(MONDAY)))).toBe('NOTHING_DUE');
});

function notBusy<T>(outcome: T): T | null {
  return outcome === 'ANOTHER_LOOKS' ? null : outcome;
}
