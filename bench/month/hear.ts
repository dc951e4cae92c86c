import { setTimeout as pause } from 'node:timers/promises';
import type { ApiUser } from '../../demo/apiUser.ts';
import type { MonthFrame } from './person.ts';

const AGAIN_MS = 200;

/** Hear the changes of a user's unit until the month is over, listening anew after each break. */
export async function hear(
  { pace: { signal }, logbook }: MonthFrame,
  user: ApiUser,
  tell: (event: string, data: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await user.listen(tell, signal);
    } catch (error) {
      if (!signal.aborted) logbook.failed(error);
    }
    await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
}
