import { condition, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';
import { Lane } from '../../workflows/lane.ts';
import { bareAct } from './messages.ts';
import type { NothingActivities } from './nothing.ts';

const TIMER = '10 days';

const { nothing } = proxyLocalActivities<NothingActivities>({
  startToCloseTimeout: '3 seconds',
  scheduleToCloseTimeout: '8 seconds',
  retry: { initialInterval: '50 milliseconds', maximumAttempts: 3 },
});

/**
 * The shape of a case without its content: a timer, a local activity at the start, then `acts`
 * Updates one at a time, each with a local activity that does nothing.
 */
export async function bareCase(acts: number): Promise<void> {
  const lane = new Lane();
  let done = 0;
  setHandler(
    bareAct,
    (id: string, aside: number) =>
      lane.run(async () => {
        await nothing(id);
        for (let index = 0; index < aside; index += 1) void nothing(id);
        done += 1;
        return done;
      }),
    { validator: (_id: string, _aside: number) => undefined },
  );
  void sleep(TIMER);
  await lane.run(() => nothing('open'));
  await condition(() => done === acts);
}
