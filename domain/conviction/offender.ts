import { fullYearsOn, latestBirth } from '../age.ts';
import type { DateText } from '../instant.ts';
import type { AgeClass, ConvictionDetails } from './entry.ts';
import type { DeemedNone } from './law.ts';

const SIXTEEN = 16;
const EIGHTEEN = 18;

/**
 * The age class at the offence: as stated, or from birth date and day of the offence; null when the
 * known parts of the birth date allow two. `birthDate`: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
export function ageClassOf(
  { ageClass, offenceDate }: Pick<ConvictionDetails, 'ageClass' | 'offenceDate'>,
  birthDate: string,
): AgeClass | null {
  if (ageClass !== null || offenceDate === null) return ageClass;
  const youngest = classAt(latestBirth(birthDate), offenceDate);
  const oldest = classAt(earliestBirth(birthDate), offenceDate);
  return youngest === oldest ? youngest : null;
}

function earliestBirth(birthDate: string): DateText {
  return `${birthDate}-01-01`.slice(0, 10);
}

function classAt(bornOn: DateText, date: DateText): AgeClass {
  const years = fullYearsOn(bornOn, date);
  if (years >= EIGHTEEN) return 'ADULT';
  return years >= SIXTEEN ? 'FROM_16_TO_18' : 'FROM_14_TO_16';
}

/**
 * Whether a ground for counting no conviction holds: null while a fact it rests on is unknown and
 * none speaks against it.
 */
export function groundHolds(
  { fault, severities, ages, penalty }: DeemedNone,
  details: ConvictionDetails,
  ageClass: AgeClass | null,
): boolean | null {
  const conditions: (boolean | null)[] = [
    penalty === null || details.principal.kind === penalty,
    among(ages, ageClass),
    fault === null || (details.fault === null ? null : details.fault === fault),
    among(severities, details.severity),
  ];
  if (conditions.includes(false)) return false;
  return conditions.includes(null) ? null : true;
}

function among<T>(allowed: readonly T[] | null, value: T | null): boolean | null {
  if (allowed === null) return true;
  return value === null ? null : allowed.includes(value);
}
