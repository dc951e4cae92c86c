import {
  type AnswerMessage,
  type ConvictionEntry,
  POST_EVENTS,
  type PostEvent,
} from '../../domain/agencyMessage.ts';
import type { VerificationOutcome } from '../../domain/flow/verification.ts';
import { papersAreYounger } from '../../domain/identityWarnings.ts';
import { addDays, type DateText } from '../../domain/instant.ts';
import type { VerificationRequestMessage } from '../contract.ts';
import { uniform } from './chance.ts';
import { HABITS } from './habits.ts';
import type { Wish } from './settings.ts';

/** The content of an answer, without whose message it becomes. */
export type Verdict = Pick<
  AnswerMessage,
  'outcome' | 'entries' | 'needed' | 'reason' | 'expectedAt'
>;

/** One thing a unit says about a message it took. */
export type Statement = { says: 'verdict'; verdict: Verdict } | { says: 'scan'; event: PostEvent };

/** What a statement comes to in one word, as lists and wishes name it. */
export function wordOf(statement: Statement): VerificationOutcome | PostEvent {
  return statement.says === 'scan' ? statement.event : statement.verdict.outcome;
}

/** What the files of a kind say about a person for ever, by the person alone: of police and court 3 %. */
function hasRecord({ person, kind }: VerificationRequestMessage): boolean {
  return uniform(`record/${identityOf(person)}`) < HABITS[kind].recordShare;
}

/** What makes a person the same person to the files: the personal ID, else name, birth date and place. */
export function identityOf(person: VerificationRequestMessage['person']): string {
  return person.personalId ?? `${person.fullName}/${person.birthDate}/${person.birthPlace}`;
}

/**
 * The outcome the unit comes to by itself: of police and court about 95 % NO_RECORD, 3 % RECORD_FOUND,
 * 1 % UNCLEAR, 1 % NEEDS_IDENTIFICATION; other kinds have other shares, and say "not yet" first to some.
 * Depends on person and kind of unit only; identification is asked for once, and of a person whose
 * papers are all younger than the time in Viet Nam, since the files are kept under older numbers.
 */
export function naturalOutcome(request: VerificationRequestMessage): VerificationOutcome {
  const luck = uniform(`${request.kind}/${identityOf(request.person)}`);
  const { person, round } = request;
  const unknownHere = luck < 0.01 || papersAreYounger(person, person.residences);
  if (unknownHere && round === 1) return 'NEEDS_IDENTIFICATION';
  const notYet = HABITS[request.kind].notYetShare;
  if (luck >= 1 - notYet && request.round === 1) return 'CANNOT_ANSWER_YET';
  return settledOutcome(request);
}

/** What it comes to once it has searched. */
export function settledOutcome(request: VerificationRequestMessage): VerificationOutcome {
  const luck = uniform(`${request.kind}/${identityOf(request.person)}`);
  if (luck >= 0.01 && luck < 0.02) return 'UNCLEAR';
  return hasRecord(request) ? 'RECORD_FOUND' : 'NO_RECORD';
}

/** A wish for one of the outcomes of a verification. */
export type VerdictWish = Omit<Wish, 'outcome'> & { outcome: VerificationOutcome };

/**
 * A whole verdict from an outcome and whatever parts of it were wished for. `entry` is the judgment
 * that the files would hold about this person.
 */
export function verdictOf(wish: VerdictWish, entry: ConvictionEntry, today: DateText): Verdict {
  const { outcome } = wish;
  const needed = outcome === 'NEEDS_IDENTIFICATION' ? NEEDED : null;
  return {
    outcome,
    entries: outcome === 'RECORD_FOUND' ? (wish.entries ?? [entry]) : [],
    needed: wish.needed ?? needed,
    reason: wish.reason ?? REASONS[outcome] ?? null,
    expectedAt: outcome === 'CANNOT_ANSWER_YET' ? (wish.expectedAt ?? addDays(today, 3)) : null,
  };
}

/** The wish as one for a verdict, or null when it wishes for a scan of an envelope. */
export function verdictWish(wish: Wish): VerdictWish | null {
  const { outcome } = wish;
  return isPostEvent(outcome) ? null : { ...wish, outcome };
}

const NEEDED = 'Đề nghị cung cấp bản sao giấy khai sinh và các tên gọi khác (nếu có).';
const REASONS: Readonly<Partial<Record<VerificationOutcome, string>>> = {
  UNCLEAR: 'Tàng thư có thông tin về đương sự nhưng không có bản án kèm theo.',
  CANNOT_ANSWER_YET: 'Phải tra cứu tàng thư của Bộ.',
};

/** The same question answered another way, for a unit that contradicts itself. */
export function contradiction(verdict: Verdict): Verdict {
  const outcome = verdict.outcome === 'UNCLEAR' ? 'NO_RECORD' : 'UNCLEAR';
  const reason = REASONS[outcome] ?? null;
  return { outcome, entries: [], needed: null, reason, expectedAt: null };
}

export function isPostEvent(word: string): word is PostEvent {
  return (POST_EVENTS as readonly string[]).includes(word);
}
