import type * as z from 'zod';
import type { DateText } from '../instant.ts';
import type { ConvictionDetails, EvaluatedEntry, Execution } from './entry.ts';

/** What is wrong with one field of a judgment's details, and where. */
export interface EntryProblem {
  path: (string | number)[];
  code: EntryProblemCode;
}

export type EntryProblemCode =
  | 'EFFECTIVE_BEFORE_JUDGMENT'
  | 'OFFENCE_AFTER_JUDGMENT'
  | 'COMPLETED_BEFORE_JUDGMENT'
  | 'PROBATION_BEFORE_JUDGMENT'
  | 'ENDS_BEFORE_JUDGMENT'
  | 'DECISION_BEFORE_JUDGMENT'
  | 'WANTED_BEFORE_JUDGMENT'
  | 'ENDS_BEFORE_START'
  | 'DATE_OF_WHAT_IS_NOT_DONE'
  | 'MONTHS_FOR_TERM'
  | 'PROBATION_FOR_SUSPENDED'
  | 'CODE_OF_ANOTHER_ARTICLE'
  | 'NO_JUDGMENT_BESIDE_ONE';

/** Dates of which the day of the judgment is the earliest that can be true. */
type Timed = readonly [path: EntryProblem['path'], date: string | null, code: EntryProblemCode];

/**
 * Contradictions within one judgment: nothing of it is executed, ended or decided before it was
 * pronounced, and nothing unfinished has a day of completion. An arrest without judgment has no day
 * of judgment to compare with.
 */
export function entryProblems({ judgmentDate, details }: EvaluatedEntry): EntryProblem[] {
  if (details === undefined) return [];
  const early: EntryProblem[] = timed(details)
    .filter(([, date]) => date !== null && date < judgmentDate)
    .map(([path, , code]) => ({ path: [...path], code }));
  const { offenceDate, wanted, noJudgmentAt, basis } = details;
  const problems: EntryProblem[] = [
    ...early,
    ...parts(details).flatMap(([path, execution]) => executionProblems(path, execution)),
    ...penaltyProblems(details),
    ...offenceProblems(details),
  ];
  if (offenceDate !== null && offenceDate > judgmentDate) {
    problems.push({ path: ['offenceDate'], code: 'OFFENCE_AFTER_JUDGMENT' });
  }
  if (wanted !== null && wanted.endedOn !== null && wanted.endedOn < wanted.issuedOn) {
    problems.push({ path: ['wanted', 'endedOn'], code: 'ENDS_BEFORE_START' });
  }
  if (noJudgmentAt.length > 0 && basis !== 'ARREST_ONLY') {
    problems.push({ path: ['noJudgmentAt'], code: 'NO_JUDGMENT_BESIDE_ONE' });
  }
  return problems;
}

/** Refuse a judgment whose details contradict each other, field by field: for `superRefine`. */
export function entryHolds(entry: EvaluatedEntry, context: z.RefinementCtx): void {
  for (const { path, code } of entryProblems(entry)) {
    context.addIssue({ code: 'custom', path: ['details', ...path], message: code });
  }
}

/**
 * Places in a judgment of what is told as done, issued or decided on a day that has not come. A probation or
 * a ban may end later, and a judgment may take effect later.
 */
export function futureDates(
  { judgmentDate, details }: EvaluatedEntry,
  today: DateText,
): EntryProblem['path'][] {
  const dated: [EntryProblem['path'], DateText | null][] = [[['judgmentDate'], judgmentDate]];
  if (details !== undefined) {
    const { wanted, courtDecisions } = details;
    const within: typeof dated = [
      ...parts(details).map(([path, { on }]): (typeof dated)[number] => [path, on]),
      [['wanted', 'issuedOn'], wanted?.issuedOn ?? null],
      [['wanted', 'endedOn'], wanted?.endedOn ?? null],
      ...courtDecisions.map(({ date }, index): (typeof dated)[number] => [
        ['courtDecisions', index, 'date'],
        date,
      ]),
    ];
    dated.push(...within.map(([path, on]): (typeof dated)[number] => [['details', ...path], on]));
  }
  return dated.filter(([, on]) => on !== null && on > today).map(([path]) => path);
}

/** Parts of a judgment that are executed, each with its place. */
function parts(details: ConvictionDetails): [EntryProblem['path'], Execution][] {
  const { principal, additional, civil, courtFees } = details;
  const all: [EntryProblem['path'], Execution][] = [
    [['principal', 'execution', 'on'], principal.execution],
  ];
  additional.forEach(({ execution }, index) => {
    all.push([['additional', index, 'execution', 'on'], execution]);
  });
  if (civil !== null) all.push([['civil', 'execution', 'on'], civil.execution]);
  if (courtFees !== null) all.push([['courtFees', 'execution', 'on'], courtFees.execution]);
  return all;
}

function timed(details: ConvictionDetails): Timed[] {
  const { effectiveDate, principal, additional, courtDecisions, wanted } = details;
  return [
    [['effectiveDate'], effectiveDate, 'EFFECTIVE_BEFORE_JUDGMENT'],
    [['principal', 'probationEnd'], principal.probationEnd, 'PROBATION_BEFORE_JUDGMENT'],
    [['wanted', 'issuedOn'], wanted?.issuedOn ?? null, 'WANTED_BEFORE_JUDGMENT'],
    // A sentence of prison may be served by the time in custody, yet never before it is pronounced.
    ...parts(details).map(([path, { on }]): Timed => [path, on, 'COMPLETED_BEFORE_JUDGMENT']),
    ...additional.map(({ endsOn }, index): Timed => [
      ['additional', index, 'endsOn'],
      endsOn,
      'ENDS_BEFORE_JUDGMENT',
    ]),
    ...courtDecisions.map(({ date }, index): Timed => [
      ['courtDecisions', index, 'date'],
      date,
      'DECISION_BEFORE_JUDGMENT',
    ]),
  ];
}

const UNFINISHED: readonly Execution['state'][] = ['NOT_DONE', 'UNKNOWN', 'UNTRACEABLE'];

function executionProblems(path: EntryProblem['path'], { state, on }: Execution): EntryProblem[] {
  if (on === null || !UNFINISHED.includes(state)) return [];
  return [{ path, code: 'DATE_OF_WHAT_IS_NOT_DONE' }];
}

const COUNTED_IN_MONTHS = ['PRISON', 'SUSPENDED', 'NON_CUSTODIAL'];

function penaltyProblems({ principal }: ConvictionDetails): EntryProblem[] {
  const problems: EntryProblem[] = [];
  if (COUNTED_IN_MONTHS.includes(principal.kind) !== (principal.months !== null)) {
    problems.push({ path: ['principal', 'months'], code: 'MONTHS_FOR_TERM' });
  }
  if (principal.probationEnd !== null && principal.kind !== 'SUSPENDED') {
    problems.push({ path: ['principal', 'probationEnd'], code: 'PROBATION_FOR_SUSPENDED' });
  }
  return problems;
}

function offenceProblems({ offences }: ConvictionDetails): EntryProblem[] {
  return offences.flatMap(({ code, penalCode, article }, index) => {
    const [, year, number] = /^BLHS(\d{4})-(\d+)/.exec(code ?? '') ?? [];
    // A code of another list, such as the ministry's own, names no article.
    if (year === undefined) return [];
    // What Law 37/2009 added or renamed stands in the code of 1999.
    const codeOf = year === '2009' ? '1999' : year;
    if (codeOf === penalCode && Number(number) === article) return [];
    return [{ path: ['offences', index, 'code'], code: 'CODE_OF_ANOTHER_ARTICLE' }];
  });
}
