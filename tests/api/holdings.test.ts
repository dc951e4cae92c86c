import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beat } from '../../db/intake/outages.ts';
import { sql } from '../../db/sql.ts';
import { workingMsBetween } from '../../domain/clock/workingTime.ts';
import type { CaseHoldings } from '../../domain/holding.ts';
import type { OutagePreview } from '../../domain/outage.ts';
import { hire } from '../support/accounts.ts';
import { ALL_YEARS } from '../support/nationalCalendar.ts';
import { MONDAY, type Office, openOffice } from '../support/office.ts';
import {
  ANSWER,
  answer,
  answeredCase,
  askedCase,
  decide,
  handIn,
  HANOI,
  issuedCase,
} from '../support/scenes.ts';

/** A business hour in less than two real seconds: every act takes minutes. */
const SPEED = 2_000;
const ADMIN = 'quantri.thu';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ speed: SPEED });
  await hire(office, [{ username: ADMIN, roles: ['SYSTEM_ADMIN'], unit: HANOI.unit }]);
});
afterAll(() => office.close());

async function holdingsOf(caseId: string, username: string = HANOI.officer): Promise<CaseHoldings> {
  return (await office.as(username)).must('GET', `/cases/${caseId}/holdings`);
}

function chain({ spans }: CaseHoldings): string[] {
  return spans.map(({ holder, unit }) => `${holder} ${unit ?? '-'}`);
}

function expectWhole({ from, to, spans, sums }: CaseHoldings): void {
  expect(spans[0]?.from).toBe(from);
  expect(spans.map((span) => span.to)).toEqual([...spans.slice(1).map((span) => span.from), to]);
  const elapsed = workingMsBetween(Date.parse(from), Date.parse(to), ALL_YEARS);
  expect(sums.reduce((sum, each) => sum + each.workingMs, 0)).toBe(elapsed);
  expect(spans.reduce((sum, each) => sum + each.workingMs, 0)).toBe(elapsed);
  const wall = sums.reduce((sum, each) => sum + each.wallMs, 0);
  expect(wall).toBe(Date.parse(to) - Date.parse(from));
  expect(sums.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
}

async function previewOf(time: { from: string; to: string }): Promise<OutagePreview> {
  const query = new URLSearchParams(time).toString();
  return (await office.as(ADMIN)).must('GET', `/outages/preview?${query}`);
}

async function noteOutage(from: number, to: number): Promise<void> {
  const admin = await office.as(ADMIN);
  const time = { from: iso(from), to: iso(to) };
  const { token } = await previewOf(time);
  const body = { ...time, what: 'OTHER', reason: 'Mất điện phòng máy chủ', token };
  await admin.must('POST', '/outages', body);
}

const iso = (instant: number): string => new Date(instant).toISOString();

test('what an outage would shift is shown before it is noted, and confirmed as it was shown', async () => {
  const { caseId } = await answeredCase(office);
  const { spans } = await holdingsOf(caseId);
  const [first] = spans;
  if (first === undefined) throw new Error('no spans');
  // Held since the office opened, so that office time lies in it however slow the machine was.
  const time = { from: iso(MONDAY), to: first.to };
  await office.db.query(sql.typeAlias('void')`
    UPDATE holdings SET from_at = ${time.from} WHERE case_id = ${caseId} AND from_at = ${first.from}
  `);
  const before = await previewOf(time);
  expect(before.cases).toBeGreaterThan(0);
  const officer = before.holders.find(({ holder }) => holder === first.holder);
  const held = workingMsBetween(MONDAY, Date.parse(time.to), ALL_YEARS);
  expect(held).toBeGreaterThan(0);
  expect(officer?.workingMs).toBeGreaterThanOrEqual(held);

  const admin = await office.as(ADMIN);
  const note = { ...time, what: 'OTHER', reason: 'Mất điện', token: 'as somebody thought' };
  const refused = await admin.ask('POST', '/outages', note);
  expect([refused.status, refused.body.code]).toEqual([409, 'PREVIEW_OUTDATED']);
  await admin.must('POST', '/outages', { ...note, token: before.token });
  // What the system has already is not taken again, and the old preview confirms nothing more.
  expect((await previewOf(time)).holders).toEqual([]);
  const again = await admin.ask('POST', '/outages', { ...note, token: before.token });
  expect(again.body.code).toBe('PREVIEW_OUTDATED');
  const supervisor = await office.as(HANOI.supervisor);
  const asked = await supervisor.ask(
    'GET',
    `/outages/preview?${new URLSearchParams(time).toString()}`,
  );
  expect(asked.body.code).toBe('NOT_PERMITTED');
});

test('a whole case: every holder in its turn, and what they held adds up to what has passed', async () => {
  const { caseId } = await issuedCase(office);
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'post');
  await desk.act(caseId, 'confirmDelivery');
  const whole = await holdingsOf(caseId);
  expect(chain(whole)).toEqual([
    'OFFICER STP-01',
    'AGENCY PV06-01',
    'OFFICER STP-01',
    'CHECKER STP-01',
    'SIGNER STP-01',
    'REGISTRAR STP-01',
    'INTAKE STP-01',
    'POST BUUDIEN-01',
  ]);
  expectWhole(whole);
  const { line } = await (await office.as(HANOI.officer)).case(caseId);
  expect([whole.from, whole.to]).toEqual([line.openedAt, line.closedAt]);
});

test('an application not accepted is with intake, while a supplement is awaited with the applicant', async () => {
  const { caseId } = await handIn(office, { accept: false });
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'requestSupplement', { paper: { missing: 'Bản sao hộ chiếu' } });
  await desk.act(caseId, 'receiveSupplement', { paper: { received: 'Bản sao hộ chiếu' } });
  const whole = await holdingsOf(caseId);
  expect(chain(whole)).toEqual(['INTAKE STP-01', 'APPLICANT -', 'INTAKE STP-01']);
  expectWhole(whole);
});

test('two agencies at once: the one asked first that still owes; whose it is stays hidden from the counter', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, { ...ANSWER, outcome: 'UNCLEAR', reason: 'Trùng tên' });
  const later = { reason: 'Chờ tàng thư', expectedAt: '2023-10-02', replaces: true };
  await answer(office, policeRequest, { ...ANSWER, outcome: 'CANNOT_ANSWER_YET', ...later });
  await answer(office, policeRequest);
  await answer(office, `${caseId}/COURT-1`);
  const whole = await holdingsOf(caseId);
  expect(chain(whole)).toEqual([
    'OFFICER STP-01',
    'AGENCY PV06-01',
    'AGENCY TAND-01',
    'AGENCY PV06-01',
    'AGENCY TAND-01',
    'OFFICER STP-01',
  ]);
  expectWhole(whole);
  const masked = await holdingsOf(caseId, HANOI.supervisor);
  expect(chain(masked)).toEqual(['OFFICER STP-01', 'AGENCY -', 'OFFICER STP-01']);
  const police = await holdingsOf(caseId, HANOI.policeLiaison);
  expect(chain(police)).toEqual(['AGENCY PV06-01', 'AGENCY PV06-01']);
  expect(police.sums.map(({ unit }) => unit)).toEqual(['PV06-01']);
});

test('while the system was down the time is the system’s, not the officer’s; the agency keeps its own', async () => {
  const { caseId } = await answeredCase(office);
  await decide(office, caseId);
  const before = await holdingsOf(caseId);
  const [first, second] = before.spans;
  if (first === undefined || second === undefined) throw new Error('no spans');
  const [from, to] = [Date.parse(first.from) + 1_000, Date.parse(second.to) - 1_000];
  await noteOutage(from, to);
  const after = await holdingsOf(caseId);
  expect(chain(after).slice(0, 3)).toEqual(['OFFICER STP-01', 'SYSTEM -', 'AGENCY PV06-01']);
  expect(after.spans[1]).toMatchObject({ from: iso(from), to: first.to, because: 'OUTAGE' });
  expect(after.spans[2]).toMatchObject({ from: second.from, to: second.to });
  expectWhole(after);
});

test.each([
  ['ends before it begins', 60_000, -60_000],
  ['lies in the future', 0, 3_650 * 86_400_000],
])('an outage that %s is refused', async (_, shift, length) => {
  const from = Date.parse('2023-09-18T09:00:00+07:00') + shift;
  const body = { from: iso(from), to: iso(from + length), what: 'OTHER', reason: 'x', token: 'x' };
  const { status, body: problem } = await (await office.as(ADMIN)).ask('POST', '/outages', body);
  expect([status, problem.code]).toEqual([422, 'OUTAGE_INTERVAL_WRONG']);
});

test('a silence of a part becomes an outage of the business time in between, once', async () => {
  const pulse = (at: string) => beat(office.db, { part: 'API', at, what: 'DATABASE' });
  const [first, last] = ['2023-09-04T02:00:00.000Z', '2023-09-04T03:30:00.000Z'];
  expect(await pulse(first)).toBe(false);
  expect(await pulse('2023-09-04T02:00:10.000Z')).toBe(false);
  await office.db.query(sql.typeAlias('void')`
    UPDATE heartbeats SET real_at = real_at - interval '61 seconds' WHERE part = 'API'
  `);
  expect(await pulse(last)).toBe(true);
  expect(await pulse('2023-09-04T03:31:00.000Z')).toBe(false);
  const { outages } = await (await office.as(HANOI.supervisor)).must('GET', '/outages');
  const noted = outages.filter(({ notedBy }: { notedBy: string }) => notedBy === 'heartbeat');
  expect(noted).toEqual([
    expect.objectContaining({ from: '2023-09-04T02:00:10.000Z', to: last, what: 'DATABASE' }),
  ]);
});

test('the board shows who holds the clock and the league to those who may see them, of their unit', async () => {
  const supervisor = await office.as(HANOI.supervisor);
  const shares = await supervisor.must('GET', '/board/holders');
  const sum = shares.holders.reduce((all: number, { share }: { share: number }) => all + share, 0);
  expect(sum).toBeCloseTo(1, 9);
  const league = await supervisor.must('GET', '/board/league');
  expect(league.units.map(({ unit }: { unit: string }) => unit).toSorted()).toEqual([
    HANOI.police,
    HANOI.court,
  ]);
  const { text, headers } = await supervisor.ask('GET', '/board/league.csv');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(text).toMatch(/^\uFEFFĐơn vị,Đã trả lời,Trung vị \(ngày\)/u);
  for (const path of ['/board/holders', '/board/league', '/board/league.csv']) {
    expect((await supervisor.ask('GET', `${path}?unit=STP-40`)).body.code).toBe('NOT_YOUR_UNIT');
    const officer = await office.as(HANOI.officer);
    expect((await officer.ask('GET', path)).body.code).toBe('NOT_PERMITTED');
  }
});

test('a list may ask who has the time; what the court has, only readers of convictions', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const listed = async (username: string, query: string): Promise<boolean> => {
    const path = `/worklist?queue=all&limit=200&${query}`;
    const { cases } = await (await office.as(username)).must('GET', path);
    return cases.some((line: { caseId: string }) => line.caseId === caseId);
  };
  const police = `heldBy=AGENCY&heldUnit=${HANOI.police}`;
  expect(await listed(HANOI.supervisor, police)).toBe(true);
  expect(await listed(HANOI.supervisor, 'heldBy=SIGNER')).toBe(false);
  await answer(office, policeRequest, { ...ANSWER, outcome: 'UNCLEAR', reason: 'Trùng tên' });
  expect(await listed(HANOI.supervisor, police)).toBe(false);
  expect(await listed(HANOI.officer, `owedBy=${HANOI.court}`)).toBe(true);
  expect(await listed(HANOI.supervisor, `owedBy=${HANOI.court}`)).toBe(false);
  expect(await listed(HANOI.officer, `heldUnit=${HANOI.court}`)).toBe(true);
  expect(await listed(HANOI.supervisor, `heldUnit=${HANOI.court}`)).toBe(false);
});

test('a liaison sees on the desk how fast the own unit answers', async () => {
  const desk = await (await office.as(HANOI.policeLiaison)).must('GET', '/desk?state=all');
  const league = await (await office.as(HANOI.supervisor)).must('GET', '/board/league');
  const own = league.units.find(({ unit }: { unit: string }) => unit === HANOI.police);
  const { answered, median, percentile85, withinFiveDays } = own;
  expect(desk).toMatchObject({ answered, median, percentile85, withinFiveDays });
});
