import { afterAll, beforeAll } from '@jest/globals';
import { openOffice, type Office } from './office.ts';
import type { Person } from './person.ts';
import { HANOI } from './scenes.ts';

interface RecordDesk {
  office: Office;
  /** The record officer of Hà Nội. */
  officer: Person;
}

/** An office for the tests of a file, with the record officer of Hà Nội; there from the first test on. */
export function openRecordDesk(): RecordDesk {
  const desk = {} as RecordDesk;
  beforeAll(async () => {
    desk.office = await openOffice();
    desk.officer = await desk.office.as(HANOI.records);
  });
  afterAll(() => desk.office.close());
  return desk;
}
