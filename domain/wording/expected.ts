import type * as z from 'zod';
import { FIELD_TEXTS } from './fields.ts';
import type { Language } from './refusals.ts';

type Text = Record<Language, string>;

/** What a field of a kind expects, whatever form it stands in. */
const EXPECTED = {
  personalId: { vi: 'Đúng 12 chữ số', en: 'Exactly 12 digits' },
  name: {
    vi: '1–100 chữ cái, dấu cách, dấu nối; không có chữ số, ký tự điều khiển',
    en: '1 to 100 letters, spaces and hyphens; no digits or control characters',
  },
  date: {
    vi: 'Ngày có thật dạng dd/MM/yyyy, từ năm 1800 đến 2999, ví dụ 25/12/1990',
    en: 'A real date dd/MM/yyyy of the years 1800 to 2999, such as 25/12/1990',
  },
  partialDate: {
    vi: 'Ngày dạng dd/MM/yyyy; không rõ ngày, tháng thì MM/yyyy hoặc yyyy (1900–2099)',
    en: 'A date dd/MM/yyyy; MM/yyyy or yyyy (1900 to 2099) where day or month is not known',
  },
  month: {
    vi: 'Tháng dạng MM/yyyy, từ năm 1900 đến 2099',
    en: 'A month MM/yyyy of the years 1900 to 2099',
  },
  province: { vi: 'Chọn tỉnh, thành phố trong danh sách', en: 'Choose a province from the list' },
  country: { vi: 'Chọn nước trong danh sách', en: 'Choose a country from the list' },
  paperNumber: {
    vi: '5–20 chữ in hoa không dấu và chữ số',
    en: '5 to 20 capital letters and digits',
  },
  phone: {
    vi: '10–11 chữ số bắt đầu bằng 0, hoặc +84 và 9–10 chữ số',
    en: '10 to 11 digits beginning with 0, or +84 and 9 to 10 digits',
  },
  email: {
    vi: 'Địa chỉ thư điện tử, ví dụ ten@example.vn, tối đa 200 ký tự',
    en: 'An e-mail address, such as name@example.vn, at most 200 characters',
  },
  residences: {
    vi: 'Ít nhất một nơi cư trú, nhiều nhất 30',
    en: 'At least one place of residence, at most 30',
  },
} as const satisfies Record<string, Text>;

/** The kind of a field, by how its path ends. */
const KINDS: readonly [RegExp, keyof typeof EXPECTED][] = [
  [/\bpersonalId$/u, 'personalId'],
  [/\b(fullName|fatherName|motherName|spouseName|otherNames\.\d+)$/u, 'name'],
  [/\bbirthDate$/u, 'partialDate'],
  [/\bresidenceHistory\.\d+\.(from|to)$/u, 'month'],
  [/\b(date|effectiveDate|issuedOn|postmarkedOn|arrivedOn)$/u, 'date'],
  [/\bprovinceCode$/u, 'province'],
  [/\b(countryCode|nationality)$/u, 'country'],
  [/\bdocuments\.\d+\.number$/u, 'paperNumber'],
  [/\bphone$/u, 'phone'],
  [/\bemail$/u, 'email'],
  [/\bresidenceHistory$/u, 'residences'],
];

/** Refinements that speak of the value itself, not of how it stands to others. */
const OF_THE_VALUE = ['NOT_A_NAME', 'CONTROL_CHARACTER', 'UNPRINTABLE', 'YEAR_OUT_OF_RANGE'];

/** What a schema declined, by a code that people's forms and systems know. */
export function codeOfIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // zod leaves the input out of what it reports, but for the end of its own English sentence.
      return issue.message.endsWith('received undefined') ? 'REQUIRED' : 'WRONG_TYPE';
    case 'too_big':
      return 'TOO_LONG';
    case 'too_small':
      return 'TOO_SHORT';
    case 'invalid_value':
      return 'NOT_A_CHOICE';
    case 'custom':
      return /^[A-Z_]+$/u.test(issue.message) ? issue.message : 'WRONG_FORMAT';
    default:
      return 'WRONG_FORMAT';
  }
}

/** What would be taken where a schema declined something; null where its code says all that can be said. */
export function expectedAt(path: string, issue: z.core.$ZodIssue): Text | null {
  if (issue.code === 'custom' && !OF_THE_VALUE.includes(issue.message)) return null;
  const kind = KINDS.find(([ends]) => ends.test(path))?.[1];
  if (kind !== undefined) return EXPECTED[kind];
  switch (issue.code) {
    case 'too_big':
      return atMost(issue.origin, String(issue.maximum));
    case 'too_small':
      return atLeast(issue.origin, String(issue.minimum));
    case 'invalid_value':
      return { vi: 'Chọn trong danh sách', en: 'Choose from the list' };
    default:
      return null;
  }
}

function atMost(origin: string, most: string): Text {
  return origin === 'string'
    ? { vi: `Tối đa ${most} ký tự`, en: `At most ${most} characters` }
    : { vi: `Nhiều nhất ${most}`, en: `At most ${most}` };
}

function atLeast(origin: string, least: string): Text | null {
  // That a text is empty is said by its code.
  if (origin === 'string') return null;
  return { vi: `Ít nhất ${least}`, en: `At least ${least}` };
}

/** What is wrong with a field, and what it expects: the one sentence of pages and of the API. */
export function fieldText(code: string, expected: Text | null = null): Text {
  const wrong = FIELD_TEXTS[code] ?? FIELD_TEXTS['WRONG_FORMAT'] ?? { vi: code, en: code };
  if (expected === null) return wrong;
  return { vi: `${wrong.vi}. ${expected.vi}.`, en: `${wrong.en}. ${expected.en}.` };
}

/** The same of what a form's own schema declined; nothing entered is told apart from something wrong. */
export function issueText(issue: z.core.$ZodIssue, isEmpty: boolean): Text {
  const ofForm = issue.code === 'custom' && !OF_THE_VALUE.includes(issue.message);
  const code = isEmpty && !ofForm ? 'REQUIRED' : codeOfIssue(issue);
  return fieldText(code, expectedAt(issue.path.map(String).join('.'), issue));
}
