import { expect, test } from '@jest/globals';
import { renderCertificate } from '../../print/certificate.ts';
import { joinPapers } from '../../print/join.ts';
import { renderReceipt } from '../../print/receipt.ts';
import { readPdf } from './readPdf.ts';
import { certificate, receipt } from './samples.ts';

const MANY = Array.from({ length: 40 }, (_, index) => ({ name: `Giấy tờ ${index}`, copies: 1 }));

test('several papers are one file: every page of each, in their order, as it was printed', async () => {
  const papers = [
    await renderReceipt(receipt({ received: MANY })),
    await renderCertificate(certificate()),
    await renderReceipt(receipt({ dossierNumber: 'HN-P-2023-000124' })),
  ];
  const joined = readPdf(joinPapers(papers));
  const apart = papers.map(readPdf);
  expect(apart.map(({ pages }) => pages.length)).toEqual([2, expect.any(Number), 1]);
  // Pages of one paper stand in the file in the order of its objects, not of their numbers.
  expect(joined.pages).toHaveLength(apart.flatMap(({ pages }) => pages).length);
  for (const { pages } of apart) expect(joined.pages).toEqual(expect.arrayContaining(pages));
  const kids = /\/Kids \[([^\]]+)\]/.exec(joined.structure.split('\n3 0 obj')[0] ?? '')?.[1];
  expect(kids?.match(/\d+ 0 R/g)).toHaveLength(3);
  expect(joined.structure).toContain('/Duplex /Simplex');
  expect(joined.fonts.every(({ embedded }) => embedded)).toBe(true);
});

test('every object stands where the table of the joined file says', async () => {
  const one = await renderReceipt(receipt());
  const file = Buffer.from(joinPapers([one, one])).toString('latin1');
  const places = [...file.matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at));
  places.forEach((place, index) =>
    expect(file.slice(place).startsWith(`${index + 1} 0 obj\n`)).toBe(true),
  );
  const table = Number(/startxref\n(\d+)/.exec(file)?.[1]);
  expect(file.slice(table).startsWith('xref\n')).toBe(true);
  // What a paper refers to is there: a shift that is one off would show.
  const named = [...file.replace(/stream\n[\s\S]*?\nendstream/g, '').matchAll(/(\d+) 0 R/g)];
  for (const [, id] of named) expect(Number(id)).toBeLessThanOrEqual(places.length);
});

test('a file of another make is refused, and so is nothing', () => {
  expect(() => joinPapers([Buffer.from('%PDF-1.4\nhello')])).toThrow('Not a PDF of ours');
  expect(() => joinPapers([])).toThrow('No paper');
});
