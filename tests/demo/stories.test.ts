import { expect, test } from '@jest/globals';
import { seededRandom } from '../../demo/random.ts';
import { submissionOf } from '../../demo/applicants.ts';
import { demonstrationClock, HISTORY_CALENDAR, HISTORY_DAYS, OPENING } from '../../demo/history.ts';
import { draftEntries, makeJudgment } from '../../demo/judgments.ts';
import { nextOpen } from '../../demo/officeTime.ts';
import { makeRecord } from '../../demo/records.ts';
import { STORIES } from '../../demo/stories/all.ts';
import { type ApplicationStory, planOf } from '../../demo/story.ts';
import { DraftEntry } from '../../domain/acts.ts';
import { ConvictionEntry } from '../../domain/agencyMessage.ts';
import { ApplicationSubmission, suggestRegime } from '../../domain/application.ts';
import {
  businessClockText,
  businessTime,
  lastSegment,
  parseBusinessClock,
} from '../../domain/clock/businessClock.ts';
import { addMonths } from '../../domain/conviction/period.ts';
import { DAY_MS, dateOf } from '../../domain/instant.ts';
import { RecordSubmission } from '../../domain/record.ts';
import { FEWEST_SAMPLES } from '../../domain/rescue.ts';

const REAL = Date.parse('2026-01-05T01:00:00Z');
const plans = STORIES.map(planOf);
const applications = plans.filter(({ story }) => story.kind === 'APPLICATION');

test('the history takes about a minute, then business time is 08:00 on the opening Monday', () => {
  const clock = parseBusinessClock(businessClockText(demonstrationClock(REAL, 3_000)));
  const { realEpochMs, speed } = lastSegment(clock);
  expect(realEpochMs - REAL).toBeLessThan(80_000);
  expect(speed).toBe(1);
  expect(new Date(businessTime(clock, realEpochMs)).toISOString()).toBe('2023-09-18T01:00:00.000Z');
  expect(businessTime(clock, realEpochMs + 60_000) - OPENING).toBe(60_000);
});

test('a busy machine gets more time, but not without end', () => {
  const lasts = (serverStartMs: number): number =>
    lastSegment(demonstrationClock(REAL, serverStartMs)).realEpochMs - REAL;
  expect(lasts(6_000)).toBeGreaterThan(lasts(3_000));
  expect(lasts(60_000)).toBe(lasts(600_000));
  expect(lasts(600_000)).toBeLessThan(150_000);
});

test('the history leaves out weekends and the National Day', () => {
  expect(HISTORY_DAYS).toHaveLength(24);
  expect(HISTORY_DAYS).not.toContain('2023-09-01');
  expect(HISTORY_DAYS).not.toContain('2023-09-04');
});

test('every story is over when the doors open, and everything happens in office hours, in order', () => {
  for (const { arrivesAt, beats } of plans) {
    const instants = [arrivesAt, ...beats.map(({ at }) => at)];
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(instants.at(-1)).toBeLessThan(OPENING);
    // The last instant of office hours belongs to them.
    for (const at of instants) expect(nextOpen(at - 1, HISTORY_CALENDAR)).toBe(at - 1);
  }
});

test('a story plays the same every time', () => {
  expect(STORIES.map(planOf)).toEqual(plans);
});

test('what is submitted is complete, and particular as the story says', () => {
  const made = applications.map(({ story, seed, arrivesAt }, serial) => {
    const onDate = dateOf(arrivesAt);
    const chance = seededRandom(seed);
    const submission = submissionOf(chance, story as ApplicationStory, { onDate, serial });
    expect(ApplicationSubmission.parse(submission)).toEqual(submission);
    return submission;
  });
  const grounds = made.flatMap((submission) => suggestRegime(submission).grounds);
  expect(new Set(grounds)).toEqual(new Set(['SEVERAL_RESIDENCES', 'TIME_ABROAD', 'FOREIGNER']));
  const codes = made.flatMap(({ externalCode }) => externalCode ?? []);
  expect(codes.length).toBeGreaterThan(5);
  expect(new Set(codes).size).toBe(codes.length);
  expect(made.filter(({ urgent }) => urgent).length).toBeGreaterThan(1);
  expect(made.some(({ agent }) => agent !== null)).toBe(true);
  expect(made.some(({ feeCategory }) => feeCategory === 'EXEMPT')).toBe(true);
  expect(made.some(({ subject }) => subject.hasMilitaryService)).toBe(true);
});

test('enough simple applications are over days before the opening for a forecast on that day', () => {
  const over = plans.filter(({ story, seed, arrivesAt, beats }, serial) => {
    if (story.kind !== 'APPLICATION') return false;
    const onDate = dateOf(arrivesAt);
    const submission = submissionOf(seededRandom(seed), story, { onDate, serial });
    const last = beats.at(-1);
    const isDelivered = last?.beat.name === 'handOver' || last?.beat.name === 'post';
    const isEarly = (last?.at ?? OPENING) < OPENING - 5 * DAY_MS;
    return isDelivered && isEarly && suggestRegime(submission).regime === 'SIMPLE';
  });
  expect(over.length).toBeGreaterThan(FEWEST_SAMPLES);
});

test('judgments name an offence of the code in force on their day', () => {
  const random = seededRandom('judgments');
  const court = 'Tòa án nhân dân tỉnh Nghệ An';
  for (let count = 0; count < 60; count += 1) {
    const judgment = makeJudgment(random, {
      court,
      from: '2009-01-01',
      to: '2022-12-31',
      onDate: '2023-09-01',
    });
    expect(ConvictionEntry.parse(judgment.entry)).toEqual(judgment.entry);
    expect(draftEntries([judgment]).map((entry) => DraftEntry.parse(entry))).toHaveLength(1);
    const { judgmentDate, provision } = judgment.entry;
    expect(provision).toContain(judgmentDate < '2018-01-01' ? 'năm 1999' : 'năm 2015');
    expect(judgmentDate < judgment.effectiveDate).toBe(true);
  }
});

test('records are of judgments in force', () => {
  const random = seededRandom('records');
  const onDate = '2023-08-25';
  for (let count = 0; count < 20; count += 1) {
    const record = makeRecord(random, { provinceCode: '40', court: 'Tòa án', onDate });
    expect(RecordSubmission.parse(record)).toEqual(record);
    expect(record.judgment.effectiveDate <= onDate).toBe(true);
  }
});

test('an old record is of a judgment in force for years, of somebody who was of age', () => {
  const random = seededRandom('old records');
  const onDate = '2023-08-25';
  for (let count = 0; count < 20; count += 1) {
    const facts = { provinceCode: '01', court: 'Tòa án', onDate, judgedBefore: 7 };
    const record = RecordSubmission.parse(makeRecord(random, facts));
    const { effectiveDate } = record.judgment;
    expect(addMonths(effectiveDate, 5 * 12) <= onDate).toBe(true);
    expect(record.person.birthDate.slice(0, 4) <= '1998').toBe(true);
  }
});
