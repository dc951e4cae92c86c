import type { DateText } from '../instant.ts';
import { askFor } from './asks.ts';
import type { EvaluatedEntry } from './entry.ts';
import type { Ask, EntryEvaluation, Fact, ReasoningStep } from './evaluation.ts';
import type { ExpungementPractice } from './law.ts';
import { type KnownEntry, tell } from './reasoning.ts';
import type { Verdict } from './underRules.ts';

interface Question {
  entry: KnownEntry;
  others: readonly EvaluatedEntry[];
  practice: ExpungementPractice;
  onDate: DateText;
}

type Result = Omit<EntryEvaluation, 'warnings' | 'reasoning' | 'decision'>;

const PLAIN = {
  expungedOn: null,
  until: null,
  missing: [],
  asks: [],
  listing: 'WITH_STATUS',
} as const;

/** Join the verdicts of the codes that govern a conviction: the one best for the person stands. */
export function favourable(verdicts: readonly Verdict[], question: Question): EntryEvaluation {
  const { practice } = question;
  const steps: ReasoningStep[] = verdicts.flatMap(({ steps: each }) => each);
  const { law, ...result } = choose(verdicts, question);
  if (verdicts.length > 1) steps.push(tell('FAVOURABLE', law, practice.favourable));
  const asked = result.asks.some(({ fact }) => fact === 'NEW_CRIME');
  if (asked) steps.push(tell('NEW_CRIME_ASKED', null, practice.newCrimeAsked));
  return { ...result, decision: null, warnings: [], reasoning: steps };
}

type Chosen = Result & { law: string | null };

function choose(verdicts: readonly Verdict[], question: Question): Chosen {
  const { onDate, entry } = question;
  const asks = (facts: readonly Fact[]): Ask[] =>
    [...new Set(facts)].map((fact) => askFor(fact, entry.details.principal.kind));
  const deemed = verdicts.find(({ outcome }) => outcome === 'DEEMED_NONE');
  if (deemed !== undefined) {
    return { ...plain(), law: deemed.law, status: 'DEEMED_NONE', listing: 'NOT_LISTED' };
  }
  const dated = verdicts
    .filter((verdict) => verdict.outcome === 'DATED')
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
  if (dated !== undefined && dated.on <= onDate) return ofPast(dated, question);
  const unsettled = unsettledFacts(verdicts, onDate);
  if (unsettled.length > 0) {
    const missing = [...new Set(unsettled)];
    return { ...plain(), law: null, status: 'UNDETERMINED', missing, asks: asks(unsettled) };
  }
  return notExpunged(verdicts, dated, asks);
}

function plain() {
  return { ...PLAIN, missing: [] as Fact[], asks: [] as Ask[] };
}

/** The time is over: it stands unless nobody has said that there was no new crime (NĐ 111 Art. 17). */
function ofPast(
  { law, on }: Extract<Verdict, { outcome: 'DATED' }>,
  { entry, others, practice }: Question,
): Chosen {
  const { newCrime } = entry.details;
  if (newCrime === 'NONE') {
    return { ...plain(), law, status: 'EXPUNGED_AUTOMATICALLY', expungedOn: on };
  }
  const hasIt = others.some(({ judgmentDate }) => judgmentDate > entry.judgmentDate);
  if (newCrime === 'COMMITTED' && hasIt) {
    return { ...plain(), law, status: 'EXPUNGED_AUTOMATICALLY', expungedOn: on };
  }
  const ask: Ask =
    newCrime === 'UNKNOWN'
      ? { fact: 'NEW_CRIME', of: [...practice.newCrimeAsked.of] }
      : askFor('NEW_JUDGMENT');
  return { ...plain(), law, status: 'UNDETERMINED', missing: [ask.fact], asks: [ask] };
}

/** Facts that could, once known, mean that the conviction no longer counts on the day. */
function unsettledFacts(verdicts: readonly Verdict[], onDate: DateText): Fact[] {
  return verdicts.flatMap((verdict): Fact[] => {
    const { outcome, doubts } = verdict;
    if (outcome === 'NOTHING') return verdicts.length === 1 ? [...doubts, 'PERIOD'] : doubts;
    if (outcome !== 'UNKNOWN') return doubts;
    const later = verdict.earliest !== null && verdict.earliest > onDate;
    return later ? doubts : [...doubts, ...verdict.facts];
  });
}

function notExpunged(
  verdicts: readonly Verdict[],
  dated: Extract<Verdict, { outcome: 'DATED' }> | undefined,
  asks: (facts: readonly Fact[]) => Ask[],
): Chosen {
  const base = { ...plain(), status: 'NOT_EXPUNGED' as const };
  if (dated !== undefined) return { ...base, law: dated.law, until: dated.on };
  const facts = verdicts.flatMap((verdict): Fact[] => {
    if (verdict.outcome === 'UNKNOWN') return verdict.facts;
    return verdict.outcome === 'OPEN' || verdict.outcome === 'BY_COURT' ? verdict.missing : [];
  });
  const missing = [...new Set(facts)];
  const dates = verdicts.flatMap((verdict) => {
    if (verdict.outcome === 'BY_COURT') return verdict.from ?? [];
    return verdict.outcome === 'UNKNOWN' ? (verdict.earliest ?? []) : [];
  });
  const unknown = verdicts.flatMap((each) => (each.outcome === 'UNKNOWN' ? each.facts : []));
  const law = verdicts.find(({ outcome }) => outcome !== 'NOTHING')?.law ?? null;
  return { ...base, law, until: dates.toSorted()[0] ?? null, missing, asks: asks(unknown) };
}
