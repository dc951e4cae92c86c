import type { InstantMs } from '../instant.ts';
import type { ApplicationState, PromisedDate } from './applicationState.ts';

/** Promise the applicant the legal date as it stands, where it is another than was promised last. */
export function promise(
  state: ApplicationState,
  why: PromisedDate['why'],
  now: InstantMs,
): ApplicationState {
  const total = state.clocks.find(({ name }) => name === 'total');
  const before = state.promises ?? [];
  if (total === undefined || before.at(-1)?.dueAt === total.dueAt) return state;
  return { ...state, promises: [...before, { dueAt: total.dueAt, at: now, why }] };
}
