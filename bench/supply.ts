import { setTimeout as pause } from 'node:timers/promises';
import { ApiUser } from '../demo/apiUser.ts';
import { DEMO_PASSWORD } from '../domain/demonstration.ts';
import type { SupplyBatch, SupplyBatchPage } from '../domain/supply/batch.ts';
import { type Figure, figure } from './figures.ts';

/** As often as the screen with its progress bar looks. */
const LOOK_EVERY_MS = 500;
const FULL = 10_000;
const HEADINGS =
  'Họ và tên,Giới tính,Ngày sinh,Nơi sinh,Nơi thường trú,Mã tỉnh,Số bản án,Ngày bản án,' +
  'Ngày có hiệu lực,Tòa án,Tội danh,Điều khoản áp dụng,Hình phạt chính';
const SYLLABLES = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];

/**
 * Seconds in which a file of ten thousand judgments is in the reception book, from its upload through its
 * preview to its last entry, at the pace of `judgments` rows. Throws when a row is not entered.
 */
export async function supplyFigures(
  base: string,
  place: string,
  judgments: number,
): Promise<Figure[]> {
  const officer = await ApiUser.signIn(base, `hoso.${place}`, DEMO_PASSWORD);
  const rows = Array.from({ length: judgments }, (_, n) => rowOf(n));
  const begin = performance.now();
  const { batch } = await officer.send<SupplyBatchPage>(
    'POST',
    '/supply-batches?name=bench.csv',
    [HEADINGS, ...rows].join('\n'),
  );
  const read = (performance.now() - begin) / 1000;
  const path = `/supply-batches/${batch.id}`;
  await officer.send<SupplyBatch>('POST', `${path}/confirmation`, { leaveOut: 0 });
  const entered = await enteredOf(officer, path);
  const seconds = (performance.now() - begin) / 1000;
  if (entered !== judgments) throw new Error(`${entered} of ${judgments} judgments were entered`);
  return [
    figure('judgments_10000_preview_s', (read / judgments) * FULL, 's'),
    figure('judgments_10000_s', (seconds / judgments) * FULL, 's'),
  ];
}

function rowOf(n: number): string {
  const word = (at: number): string => SYLLABLES[Math.floor(n / 10 ** at) % 10] ?? '';
  return [
    `Vũ ${[4, 3, 2, 1, 0].map(word).join(' ')}`,
    'Nam',
    '11/02/1985',
    'Hà Nội',
    '"1 phố Mẫu, Hà Nội"',
    '01',
    `${n + 1}/2022/HSST`,
    '10/05/2022',
    '10/06/2022',
    'Tòa án nhân dân quận Ba Đình',
    'Trộm cắp tài sản',
    'Khoản 1 Điều 173 Bộ luật Hình sự 2015',
    '9 tháng tù',
  ].join(',');
}

/** Waits until a batch has ended; gives the rows that are entries now. */
async function enteredOf(officer: ApiUser, path: string): Promise<number> {
  for (;;) {
    const { batch } = await officer.get<SupplyBatchPage>(path);
    if (batch.state === 'STOPPED') throw new Error('the batch was stopped');
    if (batch.state === 'DONE') return batch.rows.ENTERED;
    await pause(LOOK_EVERY_MS);
  }
}
