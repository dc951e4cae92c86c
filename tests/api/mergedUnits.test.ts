import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { openOffice, type Office } from '../support/office.ts';
import { reply } from '../support/replies.ts';
import { anApplication, askedCase, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ from: Date.parse('2025-08-04T09:00:00+07:00') });
});
afterAll(() => office.close());

type Stay = ApplicationSubmission['subject']['residenceHistory'][number];

/** The unit that took over Nam Định, Hà Nam and Ninh Bình on 1 July 2025. */
const MERGED = 'PV06-37-2025';

function stay(provinceCode: string, from: string, to: string | null): Stay {
  return { from, to, place: 'Nơi ở mẫu', provinceCode, countryCode: 'VN' };
}

/** A dossier of one and the same person who lived there, with what the merged unit is asked. */
async function asked(residenceHistory: Stay[]) {
  const person = { personalId: '036090363636', birthDate: '1990-02-03' };
  const subject = { ...anApplication().subject, ...person, residenceHistory };
  const { caseId } = await askedCase(office, { subject }, 'COMPLEX');
  const officer = await office.as(HANOI.officer);
  const { verifications, earlierAnswers } = await officer.case(caseId);
  const requestId = verifications.find(({ unit }) => unit === MERGED)?.requestId ?? '';
  const offered = earlierAnswers.find((each) => each.requestId === requestId);
  return { caseId, officer, requestId, offered };
}

test('what a unit answered before it was merged away serves for its successor, if it had all the files', async () => {
  const inNamDinh = stay('36', '2004-05', '2015-12');
  const sinceInHanoi = stay('01', '2016-01', null);
  const first = await asked([inNamDinh, sinceInHanoi]);
  await reply(office, first.requestId);
  // As it stood before 1 July 2025: Nam Định had a unit of its own.
  await office.db.query(sql.typeAlias('void')`
    UPDATE verifications SET unit = 'PV06-36' WHERE request_id = ${first.requestId}
  `);
  await office.db.query(sql.typeAlias('void')`
    UPDATE agency_messages SET received_at = '2025-06-20T03:00:00Z' WHERE case_id = ${first.caseId}
  `);
  const ofTwo = await asked([inNamDinh, stay('37', '2016-01', null)]);
  expect(ofTwo.offered).toBeUndefined();
  const { caseId, officer, requestId, offered } = await asked([inNamDinh, sinceInHanoi]);
  expect(offered).toMatchObject({ outcome: 'NO_RECORD', fromCase: first.caseId });
  const codes = { requestId, answerId: offered?.answerId };
  await officer.act(caseId, 'reuseAnswer', { codes });
  const { verifications } = await officer.case(caseId);
  expect(verifications.find((each) => each.requestId === requestId)).toMatchObject({
    outcome: 'NO_RECORD',
    reusedFrom: first.caseId,
  });
});
