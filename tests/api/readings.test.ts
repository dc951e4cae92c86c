import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Office, openOffice } from '../support/office.ts';
import type { Reading } from '../../domain/reading.ts';
import type * as z from 'zod';
import { answer, askedCase, HANOI, RECORD_FOUND } from '../support/scenes.ts';

let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  ({ caseId } = await askedCase(office));
});
afterAll(() => office.close());

type Line = z.infer<typeof Reading>;

async function readings(username: string, query = ''): Promise<Line[]> {
  const { readings: lines } = await (
    await office.as(username)
  ).must('GET', `/cases/${caseId}/readings${query}`);
  return lines;
}

async function idOf(username: string): Promise<string> {
  return (await office.as(username)).account.id;
}

test('who read which page how often, the latest first, and nothing of the person', async () => {
  const officer = await office.as(HANOI.officer);
  await officer.must('GET', `/cases/${caseId}`);
  await officer.must('GET', `/cases/${caseId}`);
  await officer.must('GET', `/cases/${caseId}/events`);
  const lines = await readings(HANOI.supervisor);
  const own = lines.filter(({ account }) => account === officer.account.id);
  expect(own.map(({ what, times }) => [what, times])).toEqual(
    expect.arrayContaining([
      ['case', expect.any(Number)],
      ['events', 1],
    ]),
  );
  expect(own.find(({ what }) => what === 'case')?.times).toBeGreaterThanOrEqual(2);
  expect(own[0]?.name).toBe(officer.account.displayName);
  expect(lines.map(({ last }) => last)).toEqual(
    lines.map(({ last }) => last).toSorted((a, b) => b.localeCompare(a)),
  );
  const { application } = await officer.must('GET', `/cases/${caseId}`);
  const { fullName, personalId } = application.subject;
  const text = JSON.stringify(lines);
  expect([text.includes(fullName), text.includes(personalId)]).toEqual([false, false]);
});

test('to ask is a reading as well', async () => {
  const director = await idOf(HANOI.director);
  const timesAsked = async () =>
    (await readings(HANOI.director)).find(
      ({ account, what }) => account === director && what === 'readings',
    )?.times;
  expect([await timesAsked(), await timesAsked()]).toEqual([1, 2]);
});

test('that a court looked at its question is told to those who may know of a conviction only', async () => {
  await answer(office, `${caseId}/POLICE-1`, RECORD_FOUND);
  const court = await office.as(HANOI.courtLiaison);
  const { requests } = await court.must('GET', '/desk');
  expect(requests).toHaveLength(1);
  const officer = await office.as(HANOI.officer);
  await officer.must('GET', `/cases/${caseId}/evaluation`);
  const evaluated = (lines: Line[]) => lines.some(({ what }) => what === 'evaluation');
  const seen = await readings(HANOI.director);
  expect([evaluated(seen), evaluated(await readings(HANOI.supervisor))]).toEqual([true, false]);
  const by = (lines: Line[]) => lines.some(({ account }) => account === court.account.id);
  expect(by(await readings(HANOI.director))).toBe(true);
  expect(by(await readings(HANOI.supervisor))).toBe(false);
});

test('a period leaves out what was read outside it; an impossible day is refused at its field', async () => {
  expect(await readings(HANOI.supervisor, '?to=2023-09-17')).toEqual([]);
  expect(await readings(HANOI.supervisor, '?from=2023-09-19')).toEqual([]);
  expect(await readings(HANOI.supervisor, '?from=2023-09-18&to=2023-09-18')).not.toEqual([]);
  const supervisor = await office.as(HANOI.supervisor);
  const { status, body } = await supervisor.ask('GET', `/cases/${caseId}/readings?from=2023-02-30`);
  expect([status, body.code, body.fields[0].path]).toEqual([400, 'INVALID_INPUT', 'from']);
  const turned = await supervisor.ask(
    'GET',
    `/cases/${caseId}/readings?from=2023-09-18&to=2023-09-17`,
  );
  expect([turned.status, turned.body.fields[0].path]).toEqual([400, 'to']);
});

test('it is for the supervisor and director of the case, not for its officers nor for others', async () => {
  const path = `/cases/${caseId}/readings`;
  const code = async (username: string) =>
    (await (await office.as(username)).ask('GET', path)).body.code;
  expect(await code(HANOI.officer)).toBe('NOT_PERMITTED');
  expect(await code('giamsat.hcm')).toBe('NOT_YOUR_UNIT');
});
