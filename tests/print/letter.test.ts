import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { LetterBook, proposePromise } from '../../domain/letter.ts';
import type { ApplicationStep } from '../../domain/flow/applicationState.ts';
import { renderLetter } from '../../print/letter.ts';
import type { LetterData } from '../../print/letterForm.ts';
import { LAW } from '../support/cases.ts';
import { ALL_YEARS, at } from '../support/nationalCalendar.ts';
import { readPdf } from './readPdf.ts';

const FILE = new URL('../../data/letters.json', import.meta.url);
const BOOK = LetterBook.parse(JSON.parse(readFileSync(FILE, 'utf8')));

const LETTER: LetterData = {
  letterhead: { superior: 'UBND thành phố Hà Nội', name: 'Sở Tư pháp', place: 'Hà Nội' },
  wording: BOOK.apology,
  number: '7/PXL-STP',
  at: at('2023-09-29', '09:10'),
  caseId: 'HN-P-2023-000123',
  requesterName: 'Nguyễn Văn Mẫu',
  subjectName: 'Nguyễn Văn Mẫu',
  certificateType: 'NO_1',
  receivedAt: at('2023-09-18'),
  term: { text: '10 ngày', citation: 'Luật Lý lịch tư pháp 28/2009/QH12, Điều 48.1' },
  missedAt: at('2023-09-28', '23:59'),
  earlierNumber: null,
  step: 'VERIFYING',
  promisedAt: at('2023-10-09', '23:59'),
  signer: { position: 'DIVISION_HEAD', name: 'Lê Thị Trưởng' },
  tracking: { code: 'K7M2P9QX4R', url: 'https://lltp.example/tra-cuu?ma=K7M2P9QX4R' },
};

async function wordsOf(changes: Partial<LetterData> = {}, demo = false): Promise<string> {
  const bytes = await renderLetter({ ...LETTER, ...changes }, { demo });
  return readPdf(bytes).text.replace(/\s+/gu, ' ');
}

test('a letter says what was missed, why, and which date is promised instead', async () => {
  const words = await wordsOf({}, true);
  for (const text of [
    'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    'Số: 7/PXL-STP',
    'Nguyễn Văn Mẫu',
    'ngày hẹn trả kết quả là 28/09/2023',
    'Lý do: Cơ quan được yêu cầu tra cứu, xác minh chưa trả lời đủ.',
    'hẹn trả kết quả vào ngày 09/10/2023',
    'Luật Lý lịch tư pháp 28/2009/QH12, Điều 48.1',
    'TL. GIÁM ĐỐC TRƯỞNG PHÒNG Lê Thị Trưởng',
    'không có giá trị pháp lý',
  ]) {
    expect(words).toContain(text);
  }
  expect(words).not.toContain('{');
  expect(words).not.toContain('Người được cấp phiếu');
});

test('a draft is marked as one and promises nothing yet', async () => {
  const words = await wordsOf({ number: null, promisedAt: null, signer: null });
  expect(words).toContain('DỰ THẢO');
  expect(words).toContain('vào ngày ……');
});

test('a letter about a date missed again names the earlier one', async () => {
  const words = await wordsOf({ earlierNumber: '5/PXL-STP' });
  expect(words).toContain('đã có phiếu xin lỗi số 5/PXL-STP');
});

test('the same letter gives the same bytes', async () => {
  expect(await renderLetter(LETTER)).toEqual(await renderLetter(LETTER));
});

const FRIDAY = at('2023-09-29');

test.each<[ApplicationStep, string]>([
  ['VERIFYING', '2023-10-11'],
  ['EVALUATING', '2023-10-04'],
  ['SIGNING', '2023-10-02'],
])('from %s a working day that the rest of the work allows is proposed', (step, date) => {
  const ahead = { now: FRIDAY, terms: LAW.terms, calendar: ALL_YEARS };
  expect(proposePromise({ step }, BOOK, ahead)).toBe(date);
});

test('no proposal lies further ahead than may be promised', () => {
  const proposal = { ...BOOK.proposal, longestWorkingDays: 2 };
  const ahead = { now: FRIDAY, terms: LAW.terms, calendar: ALL_YEARS };
  expect(proposePromise({ step: 'VERIFYING' }, { proposal }, ahead)).toBe('2023-10-03');
});
