/** Why a unit is asked by the dossier itself, as intake and the first answers can tell. */
export const ROUTE_REASONS = [
  'RESIDENCE',
  'MERGED_PROVINCE',
  'SEVERAL_PROVINCES',
  'TIME_ABROAD',
  'FOREIGNER',
  'NO_NATIONALITY',
  'RESIDENCE_UNKNOWN',
  'MILITARY_SERVICE',
  'ANSWER_NAMES_JUDGMENT',
] as const;

/** Those for which the whole country is searched: by the National Centre, or V06 after it. */
export const NATIONAL_REASONS: readonly AskReason[] = [
  'SEVERAL_PROVINCES',
  'TIME_ABROAD',
  'FOREIGNER',
  'NO_NATIONALITY',
  'RESIDENCE_UNKNOWN',
];

/** Why an officer asks a further unit. */
export const FURTHER_REASONS = [
  'FURTHER_RESIDENCE',
  'EXPUNGEMENT_CONDITIONS',
  'JUDGMENT_SEARCH',
] as const;
export type FurtherReason = (typeof FURTHER_REASONS)[number];

export const ASK_REASONS = [...ROUTE_REASONS, ...FURTHER_REASONS] as const;
/** Why a question is put to a unit; sources stand in `data/routing/reasons.json`. */
export type AskReason = (typeof ASK_REASONS)[number];
