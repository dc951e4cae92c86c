/**
 * All that the comparison of two persons can find, field by field, at most one finding per field. The
 * order within a field is from the strongest agreement to the strongest contradiction. A field that
 * one side lacks gives no finding.
 */
export const EVIDENCE = {
  personalId: {
    SAME: 'FOR',
    /** Several known persons who contradict each other carry this number. */
    SAME_BUT_SHARED: 'FOR',
    /** One side only has a number, and its century, gender and year digits suit the other side. */
    DIGITS_SUIT: 'FOR',
    DIGITS_CONTRADICT: 'AGAINST',
    /** One digit differs or two stand the other way round: a slip of the pen, or twins. */
    ONE_DIGIT_OFF: 'AGAINST',
    DIFFERS: 'AGAINST',
  },
  document: { SAME: 'FOR', SAME_BUT_SHARED: 'FOR', DIFFERS: 'AGAINST' },
  name: {
    /** Letter by letter, wherever the tone stands and whether y or i is written. */
    SAME: 'FOR',
    /** One side is written without any mark. */
    WITHOUT_MARKS: 'FOR',
    ALIAS: 'FOR',
    OTHER_ORDER: 'FOR',
    ONE_LETTER_OFF: 'FOR',
    PART: 'FOR',
    OTHER_MARKS: 'FOR',
    TWO_LETTERS_OFF: 'FOR',
    DIFFERS: 'AGAINST',
  },
  birthDate: {
    SAME: 'FOR',
    MONTH_AGREES: 'FOR',
    DAY_AND_MONTH_SWAPPED: 'FOR',
    ONE_DIGIT_OFF: 'FOR',
    YEAR_AGREES: 'FOR',
    YEAR_OFF_BY_ONE: 'AGAINST',
    SAME_YEAR_ONLY: 'AGAINST',
    DIFFERS: 'AGAINST',
  },
  gender: {
    SAME: 'FOR',
    /** A changed gender alters the meaning of the ID's fourth digit, not who the person is. */
    DIFFERS_SAME_ID: 'AGAINST',
    DIFFERS: 'AGAINST',
  },
  father: { SAME: 'FOR', SIMILAR: 'FOR', DIFFERS: 'AGAINST' },
  mother: { SAME: 'FOR', SIMILAR: 'FOR', DIFFERS: 'AGAINST' },
  birthPlace: { SAME: 'FOR', PART: 'FOR', DIFFERS: 'AGAINST' },
  residence: { SAME: 'FOR', NEAR: 'FOR', SAME_PROVINCE: 'FOR', DIFFERS: 'AGAINST' },
} as const satisfies Record<string, Record<string, 'FOR' | 'AGAINST'>>;

export type Field = keyof typeof EVIDENCE;
export const FIELDS = Object.keys(EVIDENCE) as [Field, ...Field[]];

/** A finding's code within its field. */
export type CodeOf<F extends Field> = keyof (typeof EVIDENCE)[F] & string;

/** A finding, named `field.CODE`. */
export type Finding = { [F in Field]: `${F}.${CodeOf<F>}` }[Field];

export const FINDINGS = FIELDS.flatMap((field) =>
  Object.keys(EVIDENCE[field]).map((code) => `${field}.${code}`),
) as [Finding, ...Finding[]];

/** The field a finding is about. */
export function fieldOf(finding: Finding): Field {
  return finding.slice(0, finding.indexOf('.')) as Field;
}

/** Whether a finding speaks for one and the same person or against it. */
export function stanceOf(finding: Finding): 'FOR' | 'AGAINST' {
  const codes: Readonly<Record<string, 'FOR' | 'AGAINST'>> = EVIDENCE[fieldOf(finding)];
  return codes[finding.slice(finding.indexOf('.') + 1)] ?? 'AGAINST';
}
