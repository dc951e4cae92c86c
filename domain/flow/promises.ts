import type { InstantMs } from '../instant.ts';
import type { ApplicationState, PromisedDate } from './applicationState.ts';

/**
 * Promise the applicant the legal date as it stands, where it is another than was promised last. A date
 * that is past is promised to nobody, and one that an apology promised is not taken back for an earlier one.
 */
export function promise(
  state: ApplicationState,
  why: PromisedDate['why'],
  now: InstantMs,
): ApplicationState {
  const total = state.clocks.find(({ name }) => name === 'total');
  const before = state.promises ?? [];
  if (total === undefined || total.dueAt <= now) return state;
  const last = before.at(-1);
  if (last?.dueAt === total.dueAt) return state;
  if (last?.why === 'APOLOGY' && total.dueAt <= last.dueAt) return state;
  return { ...state, promises: [...before, { dueAt: total.dueAt, at: now, why }] };
}
