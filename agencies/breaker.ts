import { AgencyRejected, AgencyUnavailable } from './failure.ts';

export interface BreakerOptions {
  /** Failures in a row after which a unit is left alone. */
  failures?: number;
  /** How long it is left alone, real milliseconds. */
  openMs?: number;
  /** Real milliseconds, monotonic. */
  now?: () => number;
}

interface UnitState {
  failuresInRow: number;
  openUntil: number;
  trying: boolean;
}

/**
 * Fail fast towards units that do not answer, each on its own.
 *
 * After three failures in a row a unit is not called for 15 s (AgencyUnavailable at once); then one
 * call goes through as a trial, and its outcome closes or reopens the breaker. A refusal by the
 * agency is not a failure: the agency is there.
 */
export function createBreaker({
  failures = 3,
  openMs = 15_000,
  now = () => performance.now(),
}: BreakerOptions = {}) {
  const units = new Map<string, UnitState>();

  function stateOf(unit: string): UnitState {
    const state = units.get(unit) ?? { failuresInRow: 0, openUntil: 0, trying: false };
    units.set(unit, state);
    return state;
  }

  function isLeftAlone({ failuresInRow, trying, openUntil }: UnitState): boolean {
    return failuresInRow >= failures && (trying || now() < openUntil);
  }

  return {
    /** Throws AgencyUnavailable when a call to a unit would fail at once: nothing need be prepared for it. */
    refuseLeftAlone(unit: string): void {
      if (isLeftAlone(stateOf(unit))) throw new AgencyUnavailable(unit, 'LEFT_ALONE');
    },

    /** Run a call to a unit; throws what the call throws, or AgencyUnavailable without calling. */
    async run<T>(unit: string, call: () => Promise<T>): Promise<T> {
      const state = stateOf(unit);
      if (isLeftAlone(state)) throw new AgencyUnavailable(unit, 'LEFT_ALONE');
      const tripped = state.failuresInRow >= failures;
      if (tripped) state.trying = true;
      try {
        const result = await call();
        state.failuresInRow = 0;
        return result;
      } catch (error) {
        if (error instanceof AgencyRejected) {
          state.failuresInRow = 0;
        } else {
          state.failuresInRow += 1;
          state.openUntil = now() + openMs;
        }
        throw error;
      } finally {
        if (tripped) state.trying = false;
      }
    },
  };
}

export type Breaker = ReturnType<typeof createBreaker>;
