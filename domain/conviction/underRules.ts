import type { DateText } from '../instant.ts';
import { type Start, startOf } from './counting.ts';
import type { Fact, ReasoningStep, StepName } from './evaluation.ts';
import { joinParts, otherParts, type Parts } from './execution.ts';
import type { DeemedNone, Periods } from './law.ts';
import { ageClassOf, groundHolds } from './offender.ts';
import { bandOf, endOfPeriod, isAmong, later } from './period.ts';
import { type Matter, tell } from './reasoning.ts';
import { runPeriod, undatedCrimes } from './restarts.ts';
import { courtVerdict } from './byCourt.ts';

/**
 * What one code says of a conviction. `DATED`: expunged by itself on that day, past or to come;
 * `OPEN`: not by itself as things stand; `NOTHING`: the code has no rule for it. `doubts` are facts
 * that could make it count for nothing; `earliest` bounds an unknown day.
 */
export type Verdict = { law: string; steps: ReasoningStep[]; doubts: Fact[] } & (
  | { outcome: 'DEEMED_NONE' }
  | { outcome: 'DATED'; on: DateText }
  | { outcome: 'OPEN'; missing: Fact[]; until: DateText | null }
  | { outcome: 'BY_COURT'; from: DateText | null; missing: Fact[] }
  | { outcome: 'UNKNOWN'; facts: Fact[]; earliest: DateText | null }
  | { outcome: 'NOTHING' }
);

const GROUND_STEPS: Record<DeemedNone['ground'], StepName> = {
  NEGLIGENT: 'DEEMED_NEGLIGENT',
  EXEMPTED: 'DEEMED_EXEMPTED',
  JUVENILE: 'DEEMED_JUVENILE',
  JUVENILE_MEASURE: 'DEEMED_MEASURE',
};

/** Judge one conviction by one code alone. */
export function underRules(matter: Matter): Verdict {
  const { entry, rules, birthDate } = matter;
  const { details } = entry;
  const law = rules.id;
  const ageClass = ageClassOf(details, birthDate);
  const applies = tell('RULES_APPLY', law, rules.governs);
  const grounds = rules.deemedNone.map((ground) => {
    return { ground, holds: groundHolds(ground, details, ageClass) };
  });
  const held = grounds.find(({ holds }) => holds === true)?.ground;
  if (held !== undefined) return deemed(held, matter, applies);
  const doubts = doubtsOf(grounds, matter, ageClass === null);
  const base = { law, doubts };
  const court = details.offences.map((offence) => isAmong(rules.courtOffences, offence));
  const minor = ageClass !== null && ageClass !== 'ADULT';
  if (!minor && court.includes(null)) {
    return { ...base, outcome: 'UNKNOWN', facts: ['ARTICLE'], earliest: null, steps: [applies] };
  }
  const ofCourt = court.find((found) => found !== false && found !== null);
  if (ofCourt && !minor) return courtVerdict(matter, ofCourt, base, [applies]);
  const periods = periodsFor(matter, minor);
  const verdict = periods === null ? nothing(matter, base) : byTime(matter, periods, base);
  return { ...verdict, steps: [applies, ...verdict.steps] };
}

function periodsFor({ entry, rules }: Matter, minor: boolean): Periods | null {
  if (entry.details.offender === 'LEGAL_PERSON') return rules.legalPerson;
  return minor ? rules.juvenile : rules.automatic;
}

type Base = Pick<Verdict, 'law' | 'doubts'>;

function nothing({ rules }: Matter, base: Base): Verdict {
  return { ...base, outcome: 'NOTHING', steps: [tell('NO_PERIOD', rules.id, rules.automatic)] };
}

function deemed(ground: DeemedNone, { entry, rules }: Matter, applies: ReasoningStep): Verdict {
  const steps = [applies, tell(GROUND_STEPS[ground.ground], rules.id, ground)];
  const base = { law: rules.id, doubts: [], steps };
  if (ground.gives === 'DEEMED_NONE') return { ...base, outcome: 'DEEMED_NONE' };
  const { effectiveDate } = entry.details;
  if (effectiveDate !== null) return { ...base, outcome: 'DATED', on: effectiveDate };
  return { ...base, outcome: 'UNKNOWN', facts: ['EFFECTIVE_DATE'], earliest: null };
}

/** Facts that are unknown and could bring a ground about, or a shorter period. */
function doubtsOf(
  grounds: readonly { ground: DeemedNone; holds: boolean | null }[],
  { entry }: Matter,
  ageUnknown: boolean,
): Fact[] {
  const doubts = new Set<Fact>();
  const open = grounds.filter(({ holds }) => holds === null).map(({ ground }) => ground);
  const { fault, severity, offenceDate } = entry.details;
  const needsCrime = open.some(
    ({ fault: needed, severities }) =>
      (needed !== null && fault === null) || (severities !== null && severity === null),
  );
  if (needsCrime) doubts.add('FAULT_AND_SEVERITY');
  if (ageUnknown && entry.details.offender === 'PERSON') {
    doubts.add(offenceDate === null ? 'OFFENCE_DATE' : 'AGE');
  }
  return [...doubts];
}

/** Expungement by the passing of time. */
function byTime(matter: Matter, periods: Periods, base: Base): Verdict {
  const { entry, rules } = matter;
  const band = bandOf(periods.bands, entry.details.principal);
  if (band === undefined) return nothing(matter, base);
  const start = startOf(entry, periods.startsAt, matter);
  const { period } = band;
  if (start.state === 'NOT_STARTED') {
    const told = [...start.steps, tell('PERIOD', rules.id, periods, { period })];
    return { ...base, outcome: 'OPEN', missing: start.missing, until: null, steps: told };
  }
  if (start.state === 'UNKNOWN') return unknownStart(matter, periods, start, base);
  if (undatedCrimes(matter)) {
    const earliest = endOfPeriod(start.on, period, rules.dayRule);
    return { ...base, outcome: 'UNKNOWN', facts: ['NEW_JUDGMENT'], earliest, steps: start.steps };
  }
  return overTime(matter, periods, start, base);
}

function unknownStart(
  { entry, rules }: Matter,
  { bands }: Periods,
  { facts, earliest: from, steps }: Extract<Start, { state: 'UNKNOWN' }>,
  base: Base,
): Verdict {
  const band = bandOf(bands, entry.details.principal);
  const earliest = band && from !== null ? endOfPeriod(from, band.period, rules.dayRule) : null;
  return { ...base, outcome: 'UNKNOWN', facts, earliest, steps };
}

/** Let the period run and hold it open until the other parts of the judgment are done. */
function overTime(
  matter: Matter,
  periods: Periods,
  start: Extract<Start, { state: 'STARTED' }>,
  base: Base,
): Verdict {
  const { entry, rules } = matter;
  const { id } = rules;
  const period = bandOf(periods.bands, entry.details.principal)?.period ?? {
    amount: 1,
    unit: 'year',
  };
  // From the end of the limitation of execution only a new crime matters (Art. 70.3).
  const asksParts = periods.otherPartsDone && !start.byLimitation;
  const parts = joinParts(asksParts ? otherParts(entry.details) : []);
  const isOpen = parts.open.length > 0;
  // Until the code is in force nothing is expunged under it, and a crime before then restarts the clock.
  const first = rules.notBefore?.date ?? '';
  const endFrom = (from: DateText): DateText | null => {
    const end = endOfPeriod(from, period, rules.dayRule);
    return isOpen ? null : later(later(end, first), parts.doneOn ?? end);
  };
  const course = runPeriod(matter, start.on, endFrom);
  const steps = [
    ...start.steps,
    tell('STARTED', id, periods, { from: start.on }),
    ...course.steps,
    tell('PERIOD', id, periods, { period }),
  ];
  if (course.state === 'UNKNOWN') {
    return { ...base, outcome: 'UNKNOWN', facts: course.facts, earliest: null, steps };
  }
  if (course.state === 'STOPPED') {
    return {
      ...base,
      outcome: 'OPEN',
      missing: [...course.missing, ...parts.open],
      until: null,
      steps,
    };
  }
  return atItsEnd({ rules, periods, parts, startedOn: start.on, on: course.on, steps }, base);
}

interface End {
  rules: Matter['rules'];
  periods: Periods;
  parts: Parts;
  startedOn: DateText;
  on: DateText;
  steps: ReasoningStep[];
}

/** What decided the last day of a period, and whether it is certain. */
function atItsEnd({ rules, periods, parts, startedOn, on, steps }: End, base: Base): Verdict {
  const { id, notBefore, lengthening } = rules;
  const { doneOn, lastTimed } = parts;
  if (doneOn === on && on > startedOn) {
    const lengthened = lastTimed !== null && lengthening.penalties.includes(lastTimed);
    const step = lengthened ? 'LENGTHENED' : 'OTHER_PARTS';
    steps.push(tell(step, id, lengthened ? lengthening : periods, { to: on }));
  } else if (notBefore !== null && on === notBefore.date) {
    steps.push(tell('NOT_BEFORE', id, notBefore, { to: on }));
  }
  const unclear = [...parts.unknown, ...parts.undated];
  if (unclear.length > 0) {
    return { ...base, outcome: 'UNKNOWN', facts: unclear, earliest: on, steps };
  }
  steps.push(tell('OVER', id, periods, { to: on }));
  return { ...base, outcome: 'DATED', on, steps };
}
