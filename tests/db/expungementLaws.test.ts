import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DATA } from '../../db/reference.ts';
import { readExpungementLaws } from '../../db/referenceFiles.ts';
import { sourcesOf } from '../../domain/law/sources.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'lltp-expungement-'));
  await cp(join(DATA, 'expungement'), join(data, 'expungement'), { recursive: true });
});
afterEach(() => rm(data, { recursive: true }));

// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

async function change(file: string, by: (content: Json) => void): Promise<void> {
  const path = join(data, 'expungement', file);
  const content = JSON.parse(await readFile(path, 'utf8'));
  by(content);
  await writeFile(path, JSON.stringify(content));
}

test('what ships is two codes and their practice; what nobody has read in full is marked so', async () => {
  const { codes, practice } = await readExpungementLaws(data);
  expect(codes.map(({ id }) => id)).toEqual(['BLHS1999', 'BLHS2015']);
  expect(practice.noJudgment.verified).toBe(false);
  const unread = codes.map((rules) => {
    const sources = sourcesOf(rules as unknown as Parameters<typeof sourcesOf>[0]);
    return sources.filter(({ verified }) => !verified).map(({ path }) => path);
  });
  expect(unread[0]).toEqual(expect.arrayContaining(['juvenile', 'byCourt', 'dayRule']));
  // Of the code of 2015 only readings of ours, and articles of older codes.
  expect(unread[1]?.map((path) => path.split('.')[0])).toEqual(
    expect.not.arrayContaining(['automatic', 'juvenile', 'byCourt', 'limitation', 'newCrime']),
  );
});

test.each<[what: string, spoil: () => Promise<void>, sentence: string]>([
  [
    'a period without citation',
    () => change('BLHS2015.json', ({ automatic }) => void delete automatic.citation),
    'data/expungement/BLHS2015.json: automatic.citation: ',
  ],
  [
    'a term of prison without a period',
    () => change('BLHS2015.json', ({ automatic }) => void (automatic.bands[2].monthsOver = 66)),
    'data/expungement/BLHS2015.json: automatic.bands: no period for prison over 60 months',
  ],
  [
    'a limitation that prison terms share',
    () => change('BLHS1999.json', ({ limitation }) => void (limitation.bands[2].monthsOver = 30)),
    'data/expungement/BLHS1999.json: limitation.bands: a term of prison has two periods',
  ],
  [
    'articles out of order',
    () => change('BLHS2015.json', ({ courtOffences }) => void (courtOffences[0].to = 1)),
    'data/expungement/BLHS2015.json: courtOffences.0.to: lies before "from"',
  ],
  [
    'no practice',
    () => rm(join(data, 'expungement/practice.json')),
    'data/expungement: PRACTICE: is missing',
  ],
  [
    'a code twice',
    () => cp(join(data, 'expungement/BLHS2015.json'), join(data, 'expungement/again.json')),
    'data/expungement/again.json: BLHS2015: is there twice',
  ],
  [
    'no code of today',
    () => rm(join(data, 'expungement/BLHS2015.json')),
    'data/expungement/BLHS1999.json: BLHS1999: no code governs offences of today',
  ],
])('%s is refused with file, place and reason', async (_, spoil, sentence) => {
  await spoil();
  const error = await readExpungementLaws(data).catch((reason: unknown) => reason);
  expect((error as Error).name).toBe('ReferenceRefused');
  expect((error as Error).message.slice(0, sentence.length)).toBe(sentence);
});
