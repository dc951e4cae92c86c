import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { endOfDay, isoOf } from '../../domain/instant.ts';
import { draftChange, published, rehearsed, SWAP } from '../support/drafts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { handIn, HANOI } from '../support/scenes.ts';

/** Friday 15 December 2028: five working days end on the 22nd, five more on the 29th, the last published. */
const LAST_FRIDAY = Date.parse('2028-12-15T09:00:00+07:00');

let office: Office;
beforeAll(async () => {
  office = await openOffice({ from: LAST_FRIDAY });
});
afterAll(() => office.close());

test('a case whose warning would fall outside the calendar is not foreseen to move, and is refused by name', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const due = isoOf(endOfDay('2028-12-22'));
  expect((await officer.case(caseId)).line.legalDueAt).toBe(due);
  const [off] = SWAP.days;
  const draft = await draftChange(office, { ...SWAP, days: [{ ...off, date: '2028-12-20' }] });
  const rehearsal = await rehearsed(office, draft);
  // The new due date, Monday the 25th, is published; the warning five working days after it is not.
  expect(rehearsal.figures).toMatchObject({ clocks: 1, moved: 0, casesMoved: 0, unreached: 1 });

  const replan = await published(office, draft);
  expect(replan.state).toBe('INCOMPLETE');
  const director = await office.as(HANOI.director);
  const { failures } = await director.must('GET', `/drafts/${draft.id}`);
  expect(failures).toMatchObject([{ caseId, code: 'CALENDAR_EXHAUSTED' }]);
  const { line, calendarVersion } = await officer.case(caseId);
  expect([line.legalDueAt, calendarVersion]).toEqual([due, SWAP.base]);
});
