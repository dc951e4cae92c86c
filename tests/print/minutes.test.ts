import { expect, test } from '@jest/globals';
import { renderMinutes } from '../../print/minutes.ts';
import type { MinutesData } from '../../print/minutesForm.ts';
import { readPdf } from './readPdf.ts';

const AT = Date.parse('2015-10-05T10:00:00+07:00');
const DATA: MinutesData = {
  letterhead: { superior: null, name: 'Sở Tư pháp thành phố Hà Nội', place: 'Hà Nội' },
  caseId: 'HN-D-2015-000001',
  counterpart: 'Tòa án nhân dân quận Ba Đình',
  span: { from: '2015-07-01', to: '2015-09-30' },
  citation: 'Nghị định 111/2010/NĐ-CP, Điều 15',
  at: AT,
  counts: { here: 120, there: 121 },
  lines: [],
  ended: { at: AT, by: 'Nguyễn Thị Hồ Sơ' },
};

async function wordsOf(changes: Partial<MinutesData> = {}): Promise<string> {
  const bytes = await renderMinutes({ ...DATA, ...changes }, { demo: true });
  return readPdf(bytes).text.replace(/\s+/gu, ' ');
}

test('minutes say who compared what by which provision, and who closed it', async () => {
  const words = await wordsOf();
  for (const text of [
    'BIÊN BẢN ĐỐI CHIẾU',
    'Tòa án nhân dân quận Ba Đình',
    'từ 01/07/2015 đến 30/09/2015',
    'Nghị định 111/2010/NĐ-CP, Điều 15',
    'Hai bên khớp nhau hoàn toàn.',
    'Nguyễn Thị Hồ Sơ',
    'không có giá trị pháp lý',
  ]) {
    expect(words).toContain(text);
  }
  expect(words).not.toContain('DỰ THẢO');
});

test('minutes of whole books name no period', async () => {
  const words = await wordsOf({ span: null });
  expect(words).toContain('toàn bộ hai sổ tại thời điểm so');
  expect(words).not.toContain('Kỳ đối chiếu');
});

test('every difference stands in the table with what became of it, over as many pages as it takes', async () => {
  const lines = Array.from({ length: 80 }, (_, at) => ({
    number: `${at + 1}/2015/HSST`,
    about: 'Lê Văn Sổ, bản án',
    finding: 'Đơn vị không có',
    settled: at === 0 ? null : 'Đã vào sổ bổ sung; số sổ 12; Nguyễn Thị Hồ Sơ',
  }));
  const words = await wordsOf({ lines, ended: null });
  expect(words).toContain('DỰ THẢO');
  expect(words).toContain('Chưa xử lý');
  for (const { number } of lines) expect(words).toContain(number);
});
