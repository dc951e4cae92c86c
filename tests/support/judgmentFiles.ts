import type { Person } from './person.ts';

/** Headings of a file of judgments, as a court might write them. */
export const HEADINGS = [
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Nơi sinh',
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
type Heading = (typeof HEADINGS)[number];

export type JudgmentRow = Partial<Record<Heading, string>>;

/** The `n`th sound row; `changes` by heading. */
export function aRow(n: number, changes: JudgmentRow = {}): Record<Heading, string> {
  return {
    'Họ và tên': 'Nguyễn Văn Tệp',
    'Giới tính': 'Nam',
    'Ngày sinh': '11/02/1985',
    'Nơi sinh': 'Hà Nội',
    'Nơi thường trú': '1 phố Mẫu, Hà Nội',
    'Mã tỉnh': '1',
    'Số bản án': `${n}/2022/HSST`,
    'Ngày bản án': '10/05/2022',
    'Ngày có hiệu lực': '10/06/2022',
    'Tòa án': 'Tòa án nhân dân quận Ba Đình',
    'Tội danh': 'Trộm cắp tài sản',
    'Điều khoản áp dụng': 'Khoản 1 Điều 173 Bộ luật Hình sự 2015',
    'Hình phạt chính': '9 tháng tù',
    ...changes,
  };
}

/** Rows as a CSV text, columns in the order of `headings`. */
export function judgmentFile<Named extends string = Heading>(
  rows: readonly Record<Named, string>[],
  headings: readonly Named[] = HEADINGS as readonly string[] as readonly Named[],
): string {
  const cells = rows.map((row) => headings.map((heading) => `"${row[heading]}"`).join(','));
  return [headings.join(','), ...cells].join('\n');
}

const GIVEN = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];

/** A name of its own for every number below 10,000; synthetic. */
export function nameOf(n: number): string {
  const word = (at: number): string => GIVEN[Math.floor(n / 10 ** at) % 10] ?? '';
  return `Vũ ${word(3)} ${word(2)} ${word(1)} ${word(0)}`;
}

/** Faulty rows of a file that was uploaded: the line of each, and what is wrong in which column. */
export async function faultsOf(officer: Person, id: string): Promise<(number | string)[][]> {
  const { rows } = await officer.must('GET', `/supply-batches/${id}/rows?state=FAULTY`);
  return rows.map(
    ({ line, problems }: { line: number; problems: { column: string; code: string }[] }) => [
      line,
      ...problems.map(({ column, code }) => `${column} ${code}`),
    ],
  );
}
