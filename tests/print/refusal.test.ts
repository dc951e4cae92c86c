import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { LetterBook } from '../../domain/letter.ts';
import { renderRefusal } from '../../print/refusal.ts';
import type { RefusalData } from '../../print/refusalForm.ts';
import { at } from '../support/nationalCalendar.ts';
import { readPdf } from './readPdf.ts';

const FILE = new URL('../../data/letters.json', import.meta.url);

const REFUSAL: RefusalData = {
  letterhead: { superior: 'UBND thành phố Hà Nội', name: 'Sở Tư pháp', place: 'Hà Nội' },
  wording: LetterBook.parse(JSON.parse(readFileSync(FILE, 'utf8'))).refusal,
  caseId: 'HN-P-2023-000123',
  at: at('2023-09-18', '10:10'),
  receivedAt: at('2023-09-18', '09:00'),
  requesterName: 'Trần Thị Ủy',
  subjectName: 'Nguyễn Văn Mẫu',
  certificateType: 'NO_2',
  ground: 'NOT_AUTHORISED',
  reason: 'Phiếu số 2 không được ủy quyền.\nĐã hướng dẫn người được cấp phiếu tự nộp.',
  signer: { position: 'RECEIVER', name: 'Lê Thị Tiếp' },
  tracking: { code: 'K7M2P9QX4R', url: 'https://lltp.example/tra-cuu?ma=K7M2P9QX4R' },
};

async function wordsOf(changes: Partial<RefusalData> = {}): Promise<string> {
  const bytes = await renderRefusal({ ...REFUSAL, ...changes }, { demo: true });
  return readPdf(bytes).text.replace(/\s+/gu, ' ');
}

test('a written refusal says who refused what, on which ground, why, and how to appeal', async () => {
  const words = await wordsOf();
  for (const text of [
    'PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ',
    'Số: HN-P-2023-000123',
    'Trần Thị Ủy',
    'Người được cấp phiếu: Nguyễn Văn Mẫu',
    'Ngày 18/09/2023, Sở Tư pháp nhận hồ sơ',
    'phiếu lý lịch tư pháp số 2',
    'không đủ điều kiện yêu cầu (Luật Lý lịch tư pháp, Điều 49',
    'Phiếu số 2 không được ủy quyền.',
    'Đã hướng dẫn người được cấp phiếu tự nộp.',
    'khiếu nại đến người đứng đầu Sở Tư pháp',
    'Mã tra cứu: K7M2P9QX4R',
    'Lê Thị Tiếp',
    'không có giá trị pháp lý',
  ]) {
    expect(words).toContain(text);
  }
  expect(words).not.toContain('{');
});

test('a refusal is signed by the receiver before acceptance and by the director afterwards', async () => {
  expect(await wordsOf()).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
  const signer = { position: 'DEPUTY_DIRECTOR', name: 'Phạm Văn Ký' } as const;
  const words = await wordsOf({ signer });
  expect(words).toContain('KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC');
  expect(words).not.toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
});

test('without words of an officer the ground stands alone', async () => {
  const words = await wordsOf({ reason: null, tracking: null });
  expect(words).toContain('Căn cứ từ chối:');
  expect(words).not.toContain('Lý do cụ thể');
  expect(words).not.toContain('Mã tra cứu');
});
