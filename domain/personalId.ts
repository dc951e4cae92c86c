import * as z from 'zod';

/** Personal ID (CCCD, căn cước): exactly 12 digits (NĐ 137/2015 Art. 13). It has no check digit. */
export const PersonalId = z.string().regex(/^\d{12}$/);

export const GENDERS = ['MALE', 'FEMALE', 'OTHER'] as const;
export const Gender = z.enum(GENDERS);
export type Gender = z.infer<typeof Gender>;

export type PersonalIdWarning =
  'ID_BIRTH_YEAR_DIFFERS' | 'ID_GENDER_DIFFERS' | 'ID_PROVINCE_UNKNOWN';

/**
 * What a personal ID contradicts, as warnings for the officer and never a refusal: gender changes,
 * corrected birth dates and foreign-born codes are real.
 *
 * `provinceCodes`: the two-digit codes of the 63-province list, as the ID carries them for ever.
 */
export function personalIdWarnings(
  personalId: string,
  person: { birthDate: string; gender: Gender },
  provinceCodes: ReadonlySet<string>,
): PersonalIdWarning[] {
  const centuryAndGender = Number(personalId[3]);
  const year = 1900 + Math.floor(centuryAndGender / 2) * 100 + Number(personalId.slice(4, 6));
  const warnings: PersonalIdWarning[] = [];
  if (String(year) !== person.birthDate.slice(0, 4)) warnings.push('ID_BIRTH_YEAR_DIFFERS');
  const gender = centuryAndGender % 2 === 0 ? 'MALE' : 'FEMALE';
  if (person.gender !== gender) warnings.push('ID_GENDER_DIFFERS');
  const known = personalId[0] === '0' && provinceCodes.has(personalId.slice(1, 3));
  if (!known) warnings.push('ID_PROVINCE_UNKNOWN');
  return warnings;
}
