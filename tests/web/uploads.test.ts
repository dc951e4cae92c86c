import { expect, test } from '@jest/globals';
import { LARGEST_SCAN } from '../../domain/scan.ts';
import {
  CATALOGUE_FILES,
  JUDGMENT_FILES,
  PACKET_FILES,
  SCAN_FILES,
  type UploadRule,
} from '../../domain/uploads.ts';
import { readChosen } from '../../web/liaison/packets/chosenFiles.ts';
import { asScan, FileUnfit, firstBytes, mustFit } from '../../web/pieces/upload/fileUnfit.ts';
import { packets } from '../../web/words/packets.ts';
import { shared } from '../../web/words/shared.ts';

const PDF = '%PDF-1.4 bản quét';
const named = (name: string, content = 'a') => new File([content], name);

/** What a promise was refused with. */
async function unfit(doing: () => Promise<unknown>): Promise<FileUnfit> {
  const error = await doing().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof FileUnfit) return error;
  throw new Error('nothing was unfit', { cause: error });
}

test.each<[string, UploadRule, { name: string; size: number }, string]>([
  ['another kind of file', CATALOGUE_FILES, { name: 'ds.xlsx', size: 9 }, 'file.wrongType'],
  ['a file without an ending', CATALOGUE_FILES, { name: 'csv', size: 9 }, 'file.wrongType'],
  ['an empty file', JUDGMENT_FILES, { name: 'ds.csv', size: 0 }, 'file.empty'],
  ['a workbook too large', JUDGMENT_FILES, { name: 'a.xlsx', size: 20_000_001 }, 'file.tooLarge'],
  ['a scan too large', SCAN_FILES, { name: 'a.pdf', size: LARGEST_SCAN + 1 }, 'file.tooLarge'],
])('%s is told before it is sent', async (_, rule, file, word) => {
  const error = await unfit(async () => mustFit(rule, file));
  expect([error.word, error.values['name']]).toEqual([word, file.name]);
});

test.each<[string, UploadRule, { name: string; size: number }]>([
  ['ending in capitals', CATALOGUE_FILES, { name: 'DANH SÁCH.CSV', size: 1 }],
  ['as large as a text may be', JUDGMENT_FILES, { name: 'ban.an.csv', size: 60_000_000 }],
  ['as large as a scan may be', SCAN_FILES, { name: 'a.jpeg', size: LARGEST_SCAN }],
])('a file %s is taken', (_, rule, file) => {
  expect(() => mustFit(rule, file)).not.toThrow();
});

test('a scan is sent as what its bytes say, whatever the machine calls it', async () => {
  const scan = await asScan(new File([PDF], 'ban.pdf', { type: '' }));
  expect([scan.name, scan.type, await scan.text()]).toEqual(['ban.pdf', 'application/pdf', PDF]);
  expect((await unfit(() => asScan(named('hong.pdf', 'not one')))).word).toBe('file.notAScan');
});

test('a file that was saved anew since it was chosen is to be chosen again', async () => {
  const gone = named('ds.csv');
  Object.assign(gone, { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) });
  const { word, values } = await unfit(() => firstBytes(gone));
  expect([word, values]).toEqual(['file.changed', { name: 'ds.csv' }]);
});

test('of a packet’s files it is said which one is missing, too many or no UTF-8', async () => {
  const packet = named('goi.lltp', '{}');
  const wordOf = async (...files: File[]) => (await unfit(() => readChosen(files))).word;
  expect(await wordOf(named('bang.csv'))).toBe('packets:upload.noPacket');
  expect(await wordOf(packet, named('a.csv'), named('b.csv'))).toBe('packets:upload.tooMany');
  const odd = new File([new Uint8Array([0xff, 0x41])], 'bang.csv');
  const { word, values } = await unfit(() => readChosen([packet, odd]));
  expect([word, values['name']]).toEqual(['packets:upload.notUtf8', 'bang.csv']);
  expect(Object.keys(PACKET_FILES)).toContain('.lltp');
});

test('every word about an unfit file is there in both languages and says what to do', () => {
  const told = [
    ...['wrongType', 'empty', 'tooLarge', 'changed', 'notAScan', 'tooMany'].map((word) => {
      const key = `file.${word}` as keyof typeof shared.vi;
      return [shared.vi[key], shared.en[key]];
    }),
    ...(['upload.noPacket', 'upload.tooMany', 'upload.notUtf8'] as const).map((key) => {
      return [packets.vi[key], packets.en[key]];
    }),
  ];
  for (const [vi, en] of told) {
    expect(vi).toMatch(/[Cc]họn/u);
    expect(en).toMatch(/[Cc]hoose/u);
  }
});
