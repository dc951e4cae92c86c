import { isMessageKnown } from '../db/read/messages.ts';
import { datesAgainstToday } from '../domain/conviction/datesAhead.ts';
import { dateOf } from '../domain/instant.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { Refused } from './refused.ts';

/** Who sent an answer under which id; `bySystem` where it was no person. */
interface Sent {
  fromUnit: string;
  messageId: string;
  bySystem: boolean;
}

/**
 * Refuses an answer whose dates today rules out, by field below `head`. A message that was taken once is
 * not judged again: its repeat may come when the promised day has passed.
 */
export async function checkAnswerDates(
  deps: ApiDeps,
  answer: Parameters<typeof datesAgainstToday>[0],
  sent: Sent,
  head = '',
): Promise<void> {
  const problems = datesAgainstToday(answer, dateOf(nowMs(deps)));
  if (problems.length === 0 || (await isMessageKnown(deps.pool, sent))) return;
  throw new Refused(
    'INVALID_INPUT',
    problems.map(({ path, code }) => ({ path: `${head}${path}`, code })),
  );
}
