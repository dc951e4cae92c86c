import { expect, test } from '@jest/globals';
import type { DeadlineExplanation, ExplainedDay } from '../../domain/deadline.ts';
import { addDays } from '../../domain/instant.ts';
import { renderPassport } from '../../print/passport.ts';
import { at } from '../support/nationalCalendar.ts';
import { readPdf } from './readPdf.ts';

const CITATION = 'Luật Lý lịch tư pháp 28/2009/QH12, Điều 48';

function days(count: number): ExplainedDay[] {
  return Array.from({ length: count }, (_, index) => ({
    date: addDays('2024-02-01', index),
    kind: index === 0 ? 'START' : index === count - 1 ? 'DUE' : 'COUNTED',
    counted: index > 0 && index <= 10 ? 1 : 0,
    name: index === 8 ? { vi: 'Tết Nguyên đán', en: 'Tết' } : null,
    confirmed: index === 8 ? false : null,
    paused: index === 3 ? { reason: 'SUPPLEMENT', citation: 'Thông lệ' } : null,
  }));
}

function explanation(count = 15): DeadlineExplanation {
  return {
    clock: {
      name: 'total',
      effect: 'legal',
      term: 'totalSimple',
      startedAt: new Date(at('2024-02-01')).toISOString(),
      dueAt: new Date(at('2024-02-15', '23:59')).toISOString(),
      atRiskAt: null,
      pausedAt: null,
      stoppedAt: null,
      amount: 10,
      unit: 'calendarDay',
      consumed: 0,
      runningSince: null,
      overdue: false,
      workingMsLeft: 0,
      citation: CITATION,
      verified: true,
    },
    days: days(count),
    steps: [
      {
        kind: 'EXTENDED',
        at: new Date(at('2024-02-05')).toISOString(),
        reason: 'CARD_INDEX',
        citation: 'Nghị định 111/2010/NĐ-CP, Điều 25',
        paperId: null,
        dueBefore: new Date(at('2024-02-08')).toISOString(),
        dueAt: new Date(at('2024-02-15')).toISOString(),
      },
    ],
    rungs: [],
    calendarVersion: 'vn-2026-11',
    forecast: true,
  };
}

function print(shown: DeadlineExplanation) {
  return renderPassport(
    {
      letterhead: { superior: 'UBND THÀNH PHỐ HÀ NỘI', name: 'SỞ TƯ PHÁP', place: 'Hà Nội' },
      dossierNumber: 'HN-P-2024-000123',
      explanation: shown,
      printedAt: at('2024-02-16'),
    },
    { demo: true },
  );
}

test('one page says the rule, both ends, what happened and what each day does', async () => {
  const { text, pages } = readPdf(await print(explanation()));
  const words = text.replace(/\s+/gu, ' ');
  expect(pages).toHaveLength(1);
  for (const said of [
    'Thời hạn giải quyết hồ sơ',
    '10 ngày (kể cả ngày nghỉ)',
    CITATION,
    '23 giờ 59 phút, ngày 15 tháng 02 năm 2024',
    'vn-2026-11, có ngày nghỉ mới là dự kiến',
    'phải tra cứu tàng thư của Bộ Công an',
    'Tính: ngày thứ 1',
    '9/2 (ÂL 30/12)',
    'Tết Nguyên đán (dự kiến)',
    'HẾT HẠN',
    'Cộng phần được tính: 10 ngày, đúng bằng thời hạn 10 ngày.',
    'Bản trình diễn – không có giá trị pháp lý',
  ]) {
    expect(words).toContain(said);
  }
});

test('ten weeks still stand on one page, and the same passport gives the same bytes', async () => {
  const long = explanation(70);
  const first = await print(long);
  expect(readPdf(first).pages).toHaveLength(1);
  expect(Buffer.compare(first, await print(long))).toBe(0);
});
