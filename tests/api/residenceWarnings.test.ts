import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOffice, type Office } from '../support/office.ts';
import { anApplication, HANOI } from '../support/scenes.ts';

const TWO_MONTHS_MS = 62 * 86_400_000;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Hand in a dossier of somebody born in February 1985 who lived there. */
async function received(...stays: [from: string, to: string | null][]) {
  const application = anApplication();
  const { subject } = application;
  const [home] = subject.residenceHistory;
  const residenceHistory = stays.map(([from, to]) => ({ ...home, from, to }));
  const person = {
    ...subject,
    birthDate: '1985-02-11',
    personalId: '001185012345',
    residenceHistory,
  };
  const desk = await office.as(HANOI.desk);
  return desk.ask('POST', '/applications', { ...application, subject: person });
}

test('a history with holes is received, and the reply says at which field it is uncertain', async () => {
  const { status, body } = await received(
    ['1999-06', '2005-01'],
    ['2004-06', '2010-01'],
    ['2011-01', '2015-12'],
  );
  const at = (place: string) => `subject.residenceHistory.${place}`;
  expect([status, body.residence]).toEqual([
    201,
    [
      { path: at('0.from'), code: 'RESIDENCE_BEGINS_LATE' },
      { path: at('1.from'), code: 'RESIDENCE_OVERLAP' },
      { path: at('2.from'), code: 'RESIDENCE_GAP' },
      { path: at('2.to'), code: 'RESIDENCE_ENDS_EARLY' },
    ],
  ]);
});

test('a history without any says nothing', async () => {
  const { status, body } = await received(['1999-02', '2004-12'], ['2005-01', null]);
  expect([status, body.residence]).toEqual([201, []]);
});

test('who classifies reads on the case page what the desk was told, however long ago', async () => {
  // The last month told is that of receipt: it says nothing then, nor two months later.
  const { body } = await received(['1999-02', '2004-12'], ['2006-01', '2023-09']);
  expect(body.residence).toEqual([
    { path: 'subject.residenceHistory.1.from', code: 'RESIDENCE_GAP' },
  ]);
  const seen = async () => (await office.signIn(HANOI.officer)).case(body.caseId);
  expect(await seen()).toMatchObject({ residenceWarnings: body.residence });
  office.clock.businessEpochMs += TWO_MONTHS_MS;
  expect(await seen()).toMatchObject({ residenceWarnings: body.residence });
});
