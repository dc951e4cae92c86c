import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FoundPage } from '../../domain/record/found.ts';
import { convictedCase } from '../support/convictedCase.ts';
import { foundDesk, pathOf, somebody } from '../support/foundDesk.ts';
import { candidateOf, enterRecord, lookUp } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import { HANOI, JUDGMENT } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const { certified, decideOn, formOf } = foundDesk(() => office);
const UNIT = 'STP-79';

/** Somebody of whom two departments have a record. */
async function knownTwice() {
  const subject = somebody();
  const { fullName, birthDate, personalId } = subject;
  const person = { fullName, birthDate, personalId, fatherName: null, motherName: null };
  const own = await enterRecord(office, person);
  const elsewhere = await enterRecord(office, person, 'hoso.hcm');
  return { subject, own: own.recordNumber, elsewhere: elsewhere.recordNumber };
}

async function pageFor(username: string, caseId: string): Promise<FoundPage['known']> {
  return (await (await office.as(username)).must('GET', pathOf(caseId))).known;
}

test('beside judgments found, records are told by number to who may read them; of other departments that they have one', async () => {
  const { subject, own, elsewhere } = await knownTwice();
  const caseId = await convictedCase(office, { police: [JUDGMENT], subject });
  const [here, there] = [
    { recordNumber: own, unit: HANOI.unit, same: false },
    { recordNumber: null, unit: UNIT, same: false },
  ];
  for (const username of [HANOI.records, HANOI.head, HANOI.director])
    expect([username, await pageFor(username, caseId)]).toEqual([username, [here, there]]);
  expect(await pageFor(HANOI.officer, caseId)).toEqual([{ ...here, recordNumber: null }, there]);

  // Who handles the application finds both in the look-up, which notes what it found, and decides there.
  const found = await lookUp(office, caseId);
  expect(candidateOf(found, own).known.unit).toBe(HANOI.unit);
  const { known } = candidateOf(found, elsewhere);
  const officer = await office.as(HANOI.officer);
  const decision = { knownPersons: [known.id], decision: 'SAME_PERSON', reason: 'Đã đối chiếu' };
  await officer.must('POST', `/cases/${caseId}/look-up/decisions`, decision);
  expect(await pageFor(HANOI.records, caseId)).toEqual([{ ...there, same: true }, here]);
  const records = await office.as(HANOI.records);
  const lookedUp = await records.ask('GET', `/cases/${caseId}/look-up`);
  expect([lookedUp.status, lookedUp.body.code]).toEqual([403, 'NOT_PERMITTED']);
});

test('neither a page of the application nor a refusal tells the record officer the number of another department', async () => {
  const { subject, own, elsewhere } = await knownTwice();
  const caseId = await certified(subject);
  const officer = await office.as(HANOI.records);
  const form = await formOf(caseId);
  const refused = await decideOn(caseId, { outcome: 'RECORD', ...form });
  expect([refused.status, refused.body.code]).toEqual([409, 'RECORD_MAY_BE_THERE']);
  const guessed = { outcome: 'THERE', judgment: form.judgment, recordNumber: elsewhere };
  expect((await decideOn(caseId, guessed)).body.code).toBe('RECORD_UNKNOWN');
  const pages = ['', '/events', '/found-judgments'];
  const shown = await Promise.all(
    pages.map((page) => officer.ask('GET', `/cases/${caseId}${page}`)),
  );
  const texts = [refused.text, ...shown.map(({ text }) => text)];
  expect(texts.filter((text) => text.includes(elsewhere))).toEqual([]);
  expect(texts.some((text) => text.includes(own))).toBe(true);
});
