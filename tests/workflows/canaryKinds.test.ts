import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { found, type Kept, keptByTemporal } from '../support/canaries.ts';
import {
  codeRequestOfCanaries,
  recordOfCanaries,
  reconciliationOfCanaries,
  slipsOfCanaries,
  supplierOfCanaries,
  WRITTEN,
} from '../support/canaryStories.ts';
import { TRIAL_DAY } from '../support/exchange.ts';
import { openOffice, type Office } from '../support/office.ts';

/** Cases of every kind but the application, which `canary.test.ts` lives. */
const WORDS = Object.values(WRITTEN);
/** Encodings under which the words of a payload stand as they were written. */
const PLAIN = new Set(['json/plain', 'binary/null']);
/** How a write that breaks a rule of a table fails. */
const REFUSED = 'Query violates a check integrity constraint';
const LAST_QUARTER = '2015-Q1';

let office: Office;
let caseIds: string[];
let kept: Kept[];
beforeAll(async () => {
  office = await openOffice({ from: TRIAL_DAY });
  const { caseId, recordNumber } = await recordOfCanaries(office);
  caseIds = [
    caseId,
    ...(await slipsOfCanaries(office, recordNumber)),
    await codeRequestOfCanaries(office),
    await reconciliationOfCanaries(office),
    await supplierOfCanaries(office, LAST_QUARTER),
  ];
  for (const id of caseIds) await office.client.workflow.getHandle(id).result();
  kept = await keptByTemporal(office, caseIds);
}, 120_000);
afterAll(() => office.close());

test('what was lived is every kind of case that is no application', () => {
  const types = new Set(kept.map(({ type }) => type));
  expect([...types].toSorted()).toEqual(['codeRequest', 'reconciliation', 'transfer']);
  expect(kept.map(({ workflowId }) => workflowId)).toEqual(expect.arrayContaining(caseIds));
});

test('nothing of a person, a judgment or a remark reaches Temporal', () => {
  for (const { workflowId, raw, opened } of kept) {
    expect([workflowId, found(raw, WORDS)]).toEqual([workflowId, []]);
    expect([workflowId, found(opened, WORDS)]).toEqual([workflowId, []]);
  }
});

test('the search reads what it searches: what travels is encrypted, and plain JSON within', () => {
  for (const { workflowId, raw, opened, encodings } of kept) {
    expect([opened, raw].map((text) => text.includes('realEpochMs'))).toEqual([true, false]);
    expect(opened.includes(workflowId)).toBe(true);
    expect([...encodings].filter((name) => !PLAIN.has(name))).toEqual([]);
  }
});

test('a write that the database refused, quoting the row, is told without its words', () => {
  const told = kept.map(({ opened, raw }) => [opened, raw].map((text) => text.includes(REFUSED)));
  expect(told).toContainEqual([true, false]);
  const lines = office.logs.filter((line) => line.includes('full_up'));
  expect(found(lines.join('\n'), WORDS)).toEqual([]);
});

const NAME = WRITTEN.fullName;
test.each([
  ['as it is written', NAME],
  ['decomposed', NAME.normalize('NFD')],
  ['in capitals', NAME.toUpperCase()],
  ['without its signs', 'chim hoang yen keu'],
  ['escaped', 'Chim Ho\\u00e0ng Y\\u1ebfn K\\u00eau'],
  ['in an address', encodeURIComponent(NAME)],
  ['in hexadecimal', Buffer.from(NAME).toString('hex')],
  ['in base64', Buffer.from(NAME).toString('base64')],
  ['in base64, one byte on', Buffer.from(`"${NAME}"`).toString('base64')],
  ['in base64, two bytes on', Buffer.from(`{"${NAME}"}`).toString('base64url')],
  ['decomposed in base64', Buffer.from(NAME.normalize('NFD')).toString('base64')],
])('the search finds a name %s', (_, form) => {
  expect(found(`before ${form} after`, WORDS)).toEqual([NAME]);
});
