import { isWorkingDay } from '../clock/workingTime.ts';
import { dateOf, endOfDay } from '../instant.ts';
import type { RefusalCode } from '../refusal.ts';
import { type ApplicationState, BEFORE_ISSUE, TOTAL_TERMS } from './applicationState.ts';
import { withClock } from './clocks.ts';
import {
  type ActRule,
  type CaseClock,
  type Command,
  type OutgoingMessage,
  PROMISE_CLOCK,
  type Situation,
} from './flow.ts';

function totalFired({ clocks }: Pick<ApplicationState, 'clocks'>): readonly string[] {
  return clocks.find(({ name }) => name === 'total')?.fired ?? [];
}

/**
 * Whether the next letter of apology needs the director: the promised date was missed too, or the
 * legal date has been past for long.
 */
export function needsHigherSigner(state: Pick<ApplicationState, 'clocks' | 'promises'>): boolean {
  const apologised = state.promises?.some(({ why }) => why === 'APOLOGY') ?? false;
  return apologised || totalFired(state).includes('LONG_OVERDUE');
}

/** Why a date cannot be promised, or null. */
export function promiseRefusal(date: string, { now, law }: Situation): RefusalCode | null {
  if (date <= dateOf(now)) return 'PROMISE_NOT_AHEAD';
  if (date > law.calendar.to) return 'CALENDAR_EXHAUSTED';
  return isWorkingDay(date, law.calendar) ? null : 'PROMISE_ON_DAY_OFF';
}

function signable(state: ApplicationState, roles: readonly string[]): RefusalCode | null {
  if (!totalFired(state).includes('OVERDUE')) return 'CASE_NOT_LATE';
  const tooLow = needsHigherSigner(state) && !roles.includes('DIRECTOR');
  return tooLow ? 'HIGHER_SIGNER_NEEDED' : null;
}

/** The letter travels by post when the application did and its result will; other ways need no message. */
function letterByPost({ caseId, rev, facts }: ApplicationState): OutgoingMessage[] {
  if (facts.channel !== 'POST' || facts.delivery !== 'POST') return [];
  const id = `${caseId}/LETTER-${rev + 1}`;
  return [{ id, kind: 'LETTER_ITEM', toUnit: facts.postUnit, requestId: null }];
}

function promised(state: ApplicationState, { codes }: Command, { now }: Situation) {
  const dueAt = endOfDay(codes['promisedOn'] as string);
  const letterId = codes['letterId'] as string;
  const clock: CaseClock = {
    name: PROMISE_CLOCK,
    effect: 'none',
    term: TOTAL_TERMS[state.regime ?? 'SIMPLE'],
    startedAt: now,
    dueAt,
    atRiskAt: null,
    pausedAt: null,
    stood: [],
    stoppedAt: null,
    fired: [],
  };
  const promise = { at: now, dueAt, why: 'APOLOGY' as const, letterId };
  const promises = [...(state.promises ?? []), promise];
  return { ...state, promises, clocks: withClock(state.clocks, clock) };
}

/**
 * Letters of apology for a missed date (phiếu xin lỗi và hẹn lại ngày trả): signed with a new promised
 * date, which its own clock watches, or cancelled. Drafts are written with the rung that makes them
 * due, not here. The legal date never moves.
 *
 * Source: NĐ 61/2018, from 1/7/2025 NĐ 118/2025 (from memory).
 */
export const apologyRules: readonly ActRule<ApplicationState>[] = [
  {
    act: 'apologise',
    from: BEFORE_ISSUE,
    roles: ['DIVISION_HEAD', 'DIRECTOR'],
    unit: 'owner',
    claims: false,
    elsewhere: true,
    when: (state, { roles }) => signable(state, roles),
    guard: ({ promises = [] }, { codes }, situation) => {
      if (promises.some(({ letterId }) => letterId === codes['letterId'])) return 'LETTER_NOT_OPEN';
      return promiseRefusal(codes['promisedOn'] as string, situation);
    },
    next: (state, command, situation) => ({
      state: promised(state, command, situation),
      effects: { messages: letterByPost(state) },
    }),
  },
  {
    act: 'cancelApology',
    from: BEFORE_ISSUE,
    roles: ['DIVISION_HEAD', 'DIRECTOR'],
    unit: 'owner',
    claims: false,
    elsewhere: true,
    next: (state) => ({ state }),
  },
];
