import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { renderCertificate } from '../../print/certificate.ts';
import type { CertificateData, CertificateOptions } from '../../print/certificateForm.ts';
import { readPdf, type Run } from './readPdf.ts';
import { certificate, entry } from './samples.ts';

const A4_WIDTH = 595.28;
const RIGHT_MARGIN = 57;
const VIETNAMESE =
  'aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ đ';

async function read(data: CertificateData, options?: CertificateOptions) {
  return readPdf(await renderCertificate(data, options));
}

async function digest(data: CertificateData, options?: CertificateOptions) {
  return createHash('sha256')
    .update(await renderCertificate(data, options))
    .digest('hex');
}

function withSubject(changes: Partial<CertificateData['subject']>): CertificateData {
  return certificate({ subject: { ...certificate().subject, ...changes } });
}

function expectOnPaper(runs: readonly Run[]) {
  for (const run of runs) {
    expect(run.left).toBeGreaterThan(50);
    // A space that a line break swallowed may stand in the margin.
    expect(run.right).toBeLessThan(A4_WIDTH - RIGHT_MARGIN + 5);
    expect(run.base).toBeGreaterThan(20);
    expect(run.base).toBeLessThan(800);
  }
}

describe('the bytes', () => {
  test('are a PDF whose fonts are all embedded', async () => {
    const bytes = await renderCertificate(certificate());
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7');
    const fonts = readPdf(bytes).fonts.map(({ name, embedded }) => [name.slice(7), embedded]);
    expect(fonts.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['Tinos-Bold', true],
      ['Tinos-Italic', true],
      ['Tinos-Regular', true],
    ]);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Helvetica');
  });

  test.each([
    ['of our own', 'Nguyễn Thị Hường'],
    ['of another country', 'Peña Müller'],
  ])('carry a font file of each face that opens, and say the letters %s', async (_, fullName) => {
    const bytes = await renderCertificate(withSubject({ fullName }));
    const file = Buffer.from(bytes).toString('latin1');
    const deflated = [...file.matchAll(/stream\n(x[^]*?)\nendstream/g)].map(([, stream]) => stream);
    const contents = deflated.map((stream) => inflateSync(Buffer.from(stream ?? '', 'latin1')));
    // A TrueType file begins with this word.
    expect(contents.filter((content) => content.toString('latin1', 0, 4) === 'true')).toHaveLength(
      3,
    );
    expect(readPdf(bytes).text.split('\n')).toContain(fullName.toUpperCase());
  });

  test('are the same for the same input, whatever was printed between', async () => {
    const first = await digest(certificate());
    await digest(withSubject({ fullName: VIETNAMESE }), { draft: true });
    expect(await digest(certificate())).toBe(first);
  });

  test('differ when anything printed differs', async () => {
    const digests = await Promise.all([
      digest(certificate()),
      digest(certificate(), { demo: true }),
      digest(certificate(), { draft: true }),
      digest(withSubject({ fullName: 'Nguyễn Thị Hương' })),
      digest(certificate({ issuedAt: Date.parse('2023-09-28T03:15:01Z') })),
      digest(certificate({ verification: { url: 'http://127.0.0.1/x', code: 'K7M2P9QX4R' } })),
    ]);
    expect(new Set(digests).size).toBe(6);
  });

  test('say language, title and issue instant', async () => {
    const { structure } = await read(certificate());
    expect(structure).toContain('/Lang (vi)');
    expect(structure).toContain('/DisplayDocTitle true');
    expect(structure).toContain('(D:20230928031500Z)');
  });
});

describe('the text read back from the file', () => {
  test('has the prescribed words', async () => {
    const { text, pages } = await read(certificate(), { demo: true });
    expect(pages).toHaveLength(1);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'UBND THÀNH PHỐ HÀ NỘI',
        'SỞ TƯ PHÁP',
        'Số: 123/STP-LLTP',
        'Hà Nội, ngày 28 tháng 9 năm 2023',
        'PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1',
        'NGUYỄN THỊ HƯỜNG',
        'Không có án tích',
        'KT. GIÁM ĐỐC',
        'PHÓ GIÁM ĐỐC',
        'Phạm Quốc Khánh',
        'Mã xác thực: K7M2P9QX4R',
        'Bản trình diễn – không có giá trị pháp lý',
      ]),
    );
  });

  test('keeps every Vietnamese letter, in both cases, composed or not', async () => {
    const data = withSubject({ fullName: VIETNAMESE, birthPlace: VIETNAMESE });
    const decomposed = withSubject({
      fullName: VIETNAMESE.normalize('NFD'),
      birthPlace: VIETNAMESE.normalize('NFD'),
    });
    const { pages, text } = await read(data);
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain(VIETNAMESE);
    expect(words).toContain(VIETNAMESE.toUpperCase());
    expect(pages.flat().flatMap(({ glyphs }) => glyphs)).not.toContain(0);
    expect(await digest(decomposed)).toBe(await digest(data));
  });

  test('a draft has the watermark and no number', async () => {
    const { text } = await read(certificate(), { draft: true });
    expect(text.split('\n')).toContain('DỰ THẢO');
    expect(text).not.toMatch(/123\/STP-LLTP|K7M2P9QX4R/);
  });
});

test('a letter the font lacks stops the print', async () => {
  await expect(renderCertificate(withSubject({ fullName: '王小明' }))).rejects.toThrow('U+738b');
});

describe('long texts', () => {
  test.each([
    ['many words', 'Nguyễn Thị Minh Khai Hoàng Phượng '.repeat(12)],
    ['one word', 'W'.repeat(300)],
  ])('stay on the page: %s', async (_, text) => {
    const data = withSubject({ fullName: text, permanentResidence: text, birthPlace: text });
    const { pages, text: printed } = await read(data);
    expectOnPaper(pages.flat());
    expect(printed.replace(/\s/g, '')).toContain(text.toUpperCase().replace(/\s/g, ''));
  });

  test('an address taller than a page flows on and leaves the signer a place', async () => {
    const data = withSubject({ permanentResidence: 'tổ dân phố số 7, '.repeat(300) });
    const { pages } = await read(data);
    expect(pages.length).toBeGreaterThan(1);
    expectOnPaper(pages.flat());
    expect(pages.at(-1)?.map(({ text }) => text)).toContain('Phạm Quốc Khánh');
  });
});

describe('twelve judgments', () => {
  const entries = Array.from({ length: 12 }, (_, index) =>
    entry({ judgmentNumber: `${index + 1}/2015/HSST`, judgmentDate: `20${10 + index}-04-06` }),
  );
  const second = certificate({ certificateType: 'NO_2', conclusion: 'HAS_RECORD', entries });

  test('flow over numbered pages, each once and in order', async () => {
    const { pages, text } = await read(second);
    expect(pages.length).toBeGreaterThan(1);
    expectOnPaper(pages.flat());
    const numbers = text.split('\n').filter((line) => line.endsWith('/2015/HSST'));
    expect(numbers).toEqual(entries.map(({ judgmentNumber }) => judgmentNumber));
    pages.forEach((runs, index) => {
      const mark = `PHIẾU LÝ LỊCH TƯ PHÁP SỐ 2, số 123/STP-LLTP – trang ${index + 1}/${pages.length}`;
      expect(runs.map(({ text: line }) => line)).toContain(mark);
    });
  });

  test('never leave a heading or the signer alone', async () => {
    const { pages } = await read(second);
    for (const runs of pages) {
      const body = runs.filter(({ base }) => base > 64).map(({ text }) => text);
      expect(body.at(-1)).not.toMatch(/^Bản án thứ/);
      expect(body.length).toBeGreaterThan(5);
    }
  });

  test('carry the watermark of a draft on every page', async () => {
    const { pages } = await read(second, { draft: true });
    const marked = pages.filter((runs) => runs.some(({ text }) => text === 'DỰ THẢO'));
    expect(marked).toHaveLength(pages.length);
  });
});
