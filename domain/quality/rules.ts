import { addMonths } from '../conviction/period.ts';
import { foldName } from '../foldName.ts';
import type { DateText } from '../instant.ts';
import { personalIdWarnings } from '../personalId.ts';
import type { AmendmentKind } from '../record/amendment.ts';
import { isUnnormalised, type RecordFile, type RecordJudgment } from '../record/file.ts';
import type { QualityRule, QualitySide, QualitySource } from './codes.ts';
import type { QualitySettings } from './settings.ts';

/** What the rules know of one record, and nothing else. */
export interface RecordFacts {
  file: RecordFile;
  /** The person as the last approved paper of civil status says; null where there is none. */
  civilStatus: Pick<RecordFile['person'], 'fullName' | 'gender' | 'birthDate'> | null;
  /** Numbers of other records that the matching of persons takes for the same one's. */
  alike: readonly string[];
}

/** Where in a record something is found: the ref of a judgment, the number of another record, or nothing. */
export interface Place {
  place: string;
  /** Day of the judgment it is about; null where it is about none. */
  judgedOn: DateText | null;
  source: QualitySource;
}

/** The one act that mends a finding: a change to be proposed, or something done on a page of its own. */
export type MendingAct = AmendmentKind | 'NORMALISE' | 'SETTLE_SUPPLY' | 'REPORT';

interface Rule {
  side: QualitySide;
  /** Done at the record, except for what is settled in the reception book or told to an administrator. */
  mendedBy: MendingAct;
}

interface RecordRule extends Rule {
  find: (facts: RecordFacts, settings: QualitySettings, today: DateText) => Place[];
}

/** Documents after which nothing is left to be executed. */
const ENDS = ['COMPLETION', 'EXEMPTION', 'PARDON', 'AMNESTY', 'DEPORTATION', 'EXPUNGEMENT'];

/** Rules that look at something else than the facts of a record (`supplies.ts`, `stored.ts`). */
const OTHER_RULES = {
  COMPLETION_WITHOUT_JUDGMENT: { side: 'COMPLETE', mendedBy: 'SETTLE_SUPPLY' },
  UNREADABLE: { side: 'RIGHT', mendedBy: 'REPORT' },
} as const satisfies Partial<Record<QualityRule, Rule>>;

/** All rules over the facts of a record. */
export const RECORD_RULES: Readonly<
  Record<Exclude<QualityRule, keyof typeof OTHER_RULES>, RecordRule>
> = {
  COMPLETION_BEFORE_JUDGMENT: {
    side: 'RIGHT',
    mendedBy: 'JUDGMENT_CORRECTED',
    find: ({ file }) =>
      file.judgments
        .filter(({ date, executions }) =>
          executions.some((entry) => entry.kind === 'COMPLETION' && entry.date < date),
        )
        .map((judgment) => at(judgment, 'COURT')),
  },
  NO_COMPLETION: {
    side: 'COMPLETE',
    mendedBy: 'EXECUTION',
    find: ({ file }, settings, today) =>
      file.judgments
        .filter((judgment) => isUnfinished(judgment) && oldOn(judgment, settings) <= today)
        .map((judgment) => at(judgment, completionSource(judgment, settings))),
  },
  NO_RESIDENCE: {
    side: 'COMPLETE',
    mendedBy: 'PERSON_CORRECTED',
    find: ({ file }, { nowhere }) => {
      const said = foldName(file.person.permanentResidence.replace(/[^\p{L}\p{N}]+/gu, ' '));
      return said === '' || nowhere.includes(said) ? [ofPerson('POLICE')] : [];
    },
  },
  ID_CONTRADICTS_PERSON: {
    side: 'RIGHT',
    mendedBy: 'PERSON_CORRECTED',
    find: ({ file: { person } }) => {
      if (person.personalId === null) return [];
      const said = personalIdWarnings(person.personalId, person, new Set());
      const contradicts =
        said.includes('ID_BIRTH_YEAR_DIFFERS') ||
        (said.includes('ID_GENDER_DIFFERS') && person.gender !== 'OTHER');
      return contradicts ? [ofPerson('POLICE')] : [];
    },
  },
  CIVIL_STATUS_CONTRADICTED: {
    side: 'RIGHT',
    mendedBy: 'CIVIL_STATUS',
    find: ({ file: { person }, civilStatus }) => {
      const { fullName, gender, birthDate } = civilStatus ?? person;
      const agrees =
        fullName === person.fullName && gender === person.gender && birthDate === person.birthDate;
      return agrees ? [] : [ofPerson('COMMUNE')];
    },
  },
  DEATH_BEFORE_JUDGMENT: {
    side: 'RIGHT',
    mendedBy: 'DEATH',
    find: ({ file: { person, judgments } }) =>
      person.diedOn !== null && judgments.some(({ date }) => date > (person.diedOn ?? date))
        ? [ofPerson('COMMUNE')]
        : [],
  },
  UNNORMALISED_OFFENCE: {
    side: 'CLEAN',
    mendedBy: 'NORMALISE',
    find: ({ file }) =>
      file.judgments.filter(isUnnormalised).map((judgment) => at(judgment, 'DEPARTMENT')),
  },
  LIKELY_DUPLICATE: {
    side: 'CLEAN',
    mendedBy: 'MERGE',
    find: ({ alike }) =>
      alike.map((place) => ({ place, judgedOn: null, source: 'DEPARTMENT' as const })),
  },
};

/** What of one record is not right, complete or clean on a day. */
export interface Found extends Place {
  rule: QualityRule;
  side: QualitySide;
}

export function findIn(facts: RecordFacts, settings: QualitySettings, today: DateText): Found[] {
  return Object.entries(RECORD_RULES).flatMap(([rule, { side, find }]) =>
    find(facts, settings, today).map((place) => ({ rule: rule as QualityRule, side, ...place })),
  );
}

/** The first day after `today` on which a rule may find more in a record that has not changed; null for none. */
export function nextLook(
  { file }: Pick<RecordFacts, 'file'>,
  settings: QualitySettings,
  today: DateText,
): DateText | null {
  const days = file.judgments
    .filter(isUnfinished)
    .map((judgment) => oldOn(judgment, settings))
    .filter((day) => day > today);
  return days.toSorted()[0] ?? null;
}

function at({ ref, date }: RecordJudgment, source: QualitySource): Place {
  return { place: String(ref), judgedOn: date, source };
}

function ofPerson(source: QualitySource): Place {
  return { place: '', judgedOn: null, source };
}

function isUnfinished({ executions, abolished }: RecordJudgment): boolean {
  return abolished === null && !executions.some(({ kind }) => ENDS.includes(kind));
}

function oldOn({ effectiveDate }: RecordJudgment, { oldJudgment }: QualitySettings): DateText {
  return addMonths(effectiveDate, oldJudgment.years * 12);
}

function completionSource(
  { principalPenalty }: RecordJudgment,
  { completion }: QualitySettings,
): QualitySource {
  const said = foldName(principalPenalty);
  const found = completion.sources.find(({ words }) => words.some((word) => said.includes(word)));
  return found?.source ?? completion.otherwise;
}

const RULES: Readonly<Record<QualityRule, Rule>> = { ...RECORD_RULES, ...OTHER_RULES };

/** The side of *đúng, đủ, sạch* a rule belongs to. */
export function sideOf(rule: QualityRule): QualitySide {
  return RULES[rule].side;
}

/** The one act that mends what a rule finds. */
export function mendedBy(rule: QualityRule): MendingAct {
  return RULES[rule].mendedBy;
}
