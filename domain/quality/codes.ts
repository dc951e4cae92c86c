/** What of *đúng, đủ, sạch* a rule looks after: that a record is right, complete, clean. */
export const QUALITY_SIDES = ['RIGHT', 'COMPLETE', 'CLEAN'] as const;
export type QualitySide = (typeof QUALITY_SIDES)[number];

/** Every rule, in the order in which screens show them. */
export const QUALITY_RULES = [
  'COMPLETION_WITHOUT_JUDGMENT',
  'COMPLETION_BEFORE_JUDGMENT',
  'NO_COMPLETION',
  'NO_RESIDENCE',
  'ID_CONTRADICTS_PERSON',
  'CIVIL_STATUS_CONTRADICTED',
  'DEATH_BEFORE_JUDGMENT',
  'UNNORMALISED_OFFENCE',
  'LIKELY_DUPLICATE',
  'UNREADABLE',
] as const;
export type QualityRule = (typeof QUALITY_RULES)[number];

/** Who has what mends a finding: the department itself, or a unit of this kind. */
export const QUALITY_SOURCES = ['DEPARTMENT', 'POLICE', 'COURT', 'ENFORCEMENT', 'COMMUNE'] as const;
export type QualitySource = (typeof QUALITY_SOURCES)[number];
