import type * as z from 'zod';
import type { SupplyBatchPage } from '../../domain/supply/batch.ts';
import { dateOf } from '../../domain/instant.ts';
import { makeRecord } from '../records.ts';
import { seededRandom } from '../random.ts';
import { instantOf, type Place, PLACES } from '../story.ts';
import type { Deed } from './deed.ts';

const HEADINGS = [
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Nơi sinh',
  'Số định danh',
  'Nơi thường trú',
  'Mã tỉnh',
  'Số bản án',
  'Ngày bản án',
  'Ngày có hiệu lực',
  'Tòa án',
  'Tội danh',
  'Điều khoản áp dụng',
  'Hình phạt chính',
] as const;
/** What a clerk typed instead of the province's code. */
const NO_CODE = 'HN';

/** A month's judgments of the court as a file: entered in the book, or left to be looked at with a faulty row. */
export const JUDGMENT_FILES: readonly Deed[] = [
  file('hn', { day: 18, time: '09:50' }, { rows: 6, confirmed: true }),
  file('na', { day: 19, time: '14:35' }, { rows: 4, confirmed: true }),
  file('hcm', { day: 22, time: '14:45' }, { rows: 5, confirmed: false }),
];

function file(
  place: Place,
  moment: Pick<Deed, 'day' | 'time'>,
  { rows, confirmed }: { rows: number; confirmed: boolean },
): Deed {
  return {
    ...moment,
    name: `file of judgments of ${place}`,
    play: async (as) => {
      const officer = await as(`hoso.${place}`);
      const lines = Array.from({ length: rows }, (_, at) => line(place, at, instantOf(moment)));
      const text = [HEADINGS, ...lines].map((cells) => cells.map(quoted).join(',')).join('\n');
      const path = `/supply-batches?name=ban-an-thang-8-${place}.csv`;
      const page = await officer.send<z.infer<typeof SupplyBatchPage>>('POST', path, text);
      const { id, rows: counted } = page.batch;
      if (!confirmed) return;
      const leaveOut = counted.FAULTY;
      await officer.send('POST', `/supply-batches/${id}/confirmation`, { leaveOut });
    },
  };
}

/** The third row of every file names its province by letters. */
function line(place: Place, at: number, now: number): string[] {
  const { province, court } = PLACES[place];
  const random = seededRandom(`file ${place} ${at}`);
  const onDate = dateOf(now);
  const { person, judgment } = makeRecord(random, { provinceCode: province, court, onDate });
  return [
    person.fullName,
    person.gender === 'FEMALE' ? 'Nữ' : 'Nam',
    written(person.birthDate),
    person.birthPlace,
    person.personalId ?? '',
    person.permanentResidence,
    at === 2 ? NO_CODE : province,
    judgment.number,
    written(judgment.date),
    written(judgment.effectiveDate),
    court,
    judgment.offence,
    judgment.provision,
    judgment.principalPenalty,
  ];
}

/** `2023-08-30` as `30/08/2023`; a year alone stays. */
function written(date: string): string {
  return date.split('-').toReversed().join('/');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
