import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MINISTRY_CHANGES, ministryList } from '../support/ministryList.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { aRecord, HANOI } from '../support/scenes.ts';

/** The list of 624 offences comes in over judgments that were normalised by the list that ships. */
let office: Office;
let officer: Person;
let importer: Person;
beforeAll(async () => {
  office = await openOffice();
  officer = await office.as(HANOI.records);
  importer = await office.as('kiemtra.tt');
});
afterAll(() => office.close());

/** Words of judgments of 2022 by the article they name, in the order in which groups are told. */
const SAID: Readonly<Record<string, string>> = {
  134: 'Cố ý gây thương tích hoặc gây tổn hại cho sức khỏe của người khác',
  173: 'Trộm cắp tài sản',
  249: 'Tàng trữ trái phép chất ma túy',
  318: 'Gây rối trật tự công cộng',
  321: 'Đánh bạc',
};

interface Group {
  offence: string;
  provision: string;
  from: string;
  to: string;
  named: string | null;
  suggestions: { offence: { code: string } }[];
}

/** A record for each article; gives the numbers. */
async function enterAll(): Promise<string[]> {
  const numbers: string[] = [];
  for (const [article, offence] of Object.entries(SAID)) {
    const { person, judgment, note } = aRecord();
    const words = { offence, provision: `Điều ${article} Bộ luật Hình sự 2015` };
    const record = { person, judgment: { ...judgment, ...words }, note };
    const { recordNumber } = await officer.must('POST', '/transfers', { record });
    numbers.push(recordNumber);
  }
  return numbers;
}

async function wordsNow(): Promise<{ version: number; named: object; groups: Group[] }> {
  const { version, groups } = await officer.must('GET', '/record-normalisations/words');
  const named = groups.map(({ offence, named: code }: Group) => [offence, code]);
  return { version, groups, named: Object.fromEntries(named) };
}

function batchOf(group: Group, code: string, version: number) {
  const { offence, provision, from, to } = group;
  return officer.ask('POST', '/record-normalisations', {
    version,
    groups: [{ offence, provision, from, to, code }],
  });
}

async function normalise(group: Group, code: string, version: number): Promise<void> {
  const { status, body } = await batchOf(group, code, version);
  expect(status).toBe(200);
  await officer.must('POST', `/record-normalisations/${body.id}/confirmation`);
}

async function mapped(number: string) {
  const { line, file } = await officer.must('GET', `/records/${number}`);
  const [{ offenceCode, catalogueVersion }] = file.judgments;
  return { red: line.unnormalised, offenceCode, catalogueVersion };
}

test('624 entries come in with a preview of each kind of difference, and are released as the next version', async () => {
  const before = await enterAll();
  const { groups } = await wordsNow();
  for (const group of groups) await normalise(group, group.named ?? '', 1);

  const path = `/catalogue/releases?title=${encodeURIComponent('Danh mục 624 tội danh')}&name=ds.csv`;
  const headers = { 'content-type': 'text/csv' };
  const preview = await importer.ask('POST', path, ministryList(), { headers });
  expect(preview.body.problems).toEqual([]);
  expect(preview.body.release).toMatchObject({ state: 'DRAFT', entries: 624, faults: 0 });
  expect(preview.body.changes).toEqual(MINISTRY_CHANGES);
  const { id } = preview.body.release;
  const split = await importer.must('GET', `/catalogue/releases/${id}/changes?kind=SPLIT`);
  expect(split.changes[2]).toMatchObject({
    code: 'BLHS2015-321',
    into: [{ code: 'BLHS2015-321a' }, { code: 'BLHS2015-321b' }],
  });
  const publication = `/catalogue/releases/${id}/publication`;
  const { token } = preview.body;
  await (await office.as('duyet.tt')).must('POST', publication, { token });
  const inForce = await officer.must('GET', '/catalogue/offences');
  expect([inForce.release.version, inForce.total]).toEqual([2, 624]);

  for (const [at, article] of Object.keys(SAID).entries()) {
    const code = `BLHS2015-${article}`;
    const kept = { red: 0, offenceCode: code, catalogueVersion: 1 };
    expect([article, await mapped(before[at] ?? '')]).toEqual([article, kept]);
  }
});

test('the same words are then right or red by what the new release says of them', async () => {
  await enterAll();
  const { version, named, groups } = await wordsNow();
  const said = (article: string) => groups.find(({ offence }) => offence === SAID[article]);
  expect([version, named]).toEqual([
    2,
    {
      [SAID[134] ?? '']: 'BLHS2015-134',
      [SAID[173] ?? '']: null,
      [SAID[249] ?? '']: 'BLHS2015-249',
      [SAID[318] ?? '']: null,
      [SAID[321] ?? '']: 'BLHS2015-321',
    },
  ]);
  const [renamed, withdrawn, split] = [said('173'), said('318'), said('321')];
  if (!renamed || !withdrawn || !split) throw new Error('words are missing');
  expect(renamed.suggestions[0]?.offence.code).toBe('BLHS2015-173');
  const refusal = async (...asked: Parameters<typeof batchOf>) =>
    (await batchOf(...asked)).body.code;
  expect(await refusal(renamed, 'BLHS2015-173', 1)).toBe('CATALOGUE_CHANGED');
  expect(await refusal(withdrawn, 'BLHS2015-318', 2)).toBe('OFFENCE_NOT_LISTED');
  // The parts are of a later day than these judgments.
  expect(await refusal(split, 'BLHS2015-321a', 2)).toBe('OFFENCE_NOT_LISTED');
  await normalise(renamed, 'BLHS2015-173', 2);
  const { records } = await officer.must('GET', '/records?state=UNNORMALISED');
  expect(records).toHaveLength(4);
});
