import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  currentUpdateInfo,
  isCancellation,
  log,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { businessTime, realDelayUntil, type BusinessClock } from '../domain/clock/businessClock.ts';
import type { Law } from '../domain/clock/law.ts';
import { nextWake } from '../domain/flow/clocks.ts';
import type { CaseBase, Command, Effects, Flow, Situation } from '../domain/flow/flow.ts';
import { refusalOf, step } from '../domain/flow/judge.ts';
import { transitionOf } from '../domain/flow/transition.ts';
import type { InstantMs } from '../domain/instant.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import type { Actor } from '../domain/role.ts';
import { Lane } from './lane.ts';
import { act, type ActDone, readState } from './messages.ts';
import { printCertificate, record, sendMessage } from './proxies.ts';
import { Recent } from './recent.ts';

const SYSTEM: Actor = { id: 'system', roles: ['SYSTEM'], unit: 'system' };
const NOTHING: Effects = { messages: [], escalations: [], certificate: null, officialUpdate: false };

/** What a case carries into a new run of its workflow. */
export interface Carried<S extends CaseBase> {
  state: S;
  recent: [string, ActDone][];
}

interface Life<S extends CaseBase> {
  flow: Flow<S>;
  law: Law;
  clock: BusinessClock;
  /** Who opened the case, and whether by accepting it. */
  opener: { actor: Actor; act: string };
  opened: S;
  carried: Carried<S> | undefined;
}

/**
 * Live one case: take acts one at a time, write each before it counts, send what it asks for, and
 * wake at the next instant anything is due. Returns the state to carry on when the history has grown
 * long, or null when the case is closed.
 */
export async function liveCase<S extends CaseBase>(life: Life<S>): Promise<Carried<S> | null> {
  const { flow, law, clock } = life;
  const lane = new Lane();
  const recent = new Recent(life.carried?.recent);
  let state = life.carried?.state ?? life.opened;
  let armedFor: InstantMs | null = null;
  let alarm: CancellationScope | null = null;
  let rang = false;

  const situation = (): Situation => ({ now: businessTime(clock, Date.now()), law });
  const isClosed = (): boolean => flow.terminal.includes(state.step);

  const write = async (before: S | null, next: S, done: Parameters<typeof transitionOf<S>>[3]) => {
    const reply = await record(transitionOf(flow, before, next, done));
    if (reply.outcome === 'CLAIMED_BY_OTHER') throw refusal('CLAIMED_BY_OTHER', state);
    if (reply.outcome === 'FORK') throw refusal('FAULT', state);
    state = next;
    follow(done.effects);
    arm();
    return { rev: next.rev, step: next.step, certificateNumber: reply.certificateNumber };
  };

  /** What an act asks of the world happens after it counts, and never holds up its answer's state. */
  function follow(effects: Effects): void {
    for (const message of effects.messages) watch(sendMessage(message), message.kind);
    if (effects.certificate === 'ISSUE') watch(printCertificate(state.caseId, state.rev), 'PRINT');
  }

  /** Arm the one timer for the next due instant; a later instant waits for the armed one to ring. */
  function arm(): void {
    const wake = isClosed() ? null : nextWake(state);
    if (wake === null || (armedFor !== null && armedFor <= wake)) return;
    alarm?.cancel();
    armedFor = wake;
    alarm = new CancellationScope();
    const delay = realDelayUntil(clock, wake, Date.now());
    watch(
      alarm.run(async () => {
        await sleep(delay);
        armedFor = null;
        rang = true;
      }),
      'ALARM',
    );
  }

  function take(command: Command, updateId: string): Promise<ActDone> {
    return lane.run(async () => {
      const known = recent.get(updateId);
      if (known !== undefined) return known;
      const now = situation();
      const made = step(flow, state, command, now);
      if (!made.ok) throw refusal(made.code, state);
      const { effects, rule } = made;
      const done = { command, updateId, atMs: now.now, effects, claims: rule.claims };
      const answer = await write(state, made.state, done);
      recent.put(updateId, answer);
      return answer;
    });
  }

  /** Whatever has become due: a lapse ends the case, otherwise rungs are fired in order. */
  async function ring(): Promise<void> {
    rang = false;
    for (const name of ['lapse', 'escalate']) {
      const command: Command = {
        act: name,
        actor: SYSTEM,
        expectedRev: null,
        codes: {},
        paperId: null,
      };
      if (refusalOf(flow, state, command, situation()) !== null) continue;
      await take(command, `${name}/${state.rev + 1}`);
      return;
    }
    arm();
  }

  setHandler(readState, () => state);
  setHandler(act, (command) => take(command, updateId()), {
    // Synchronous on purpose: the SDK does not await validators.
    validator: (command) => {
      if (recent.get(updateId()) !== undefined) return;
      const code = refusalOf(flow, state, command, situation());
      if (code !== null) throw refusal(code, state);
    },
  });

  if (life.carried === undefined) await lane.run(() => open(life, write, situation()));
  else arm();

  while (!isClosed()) {
    await condition(() => rang || isClosed() || workflowInfo().continueAsNewSuggested);
    if (rang && !isClosed()) await ring();
    if (!isClosed() && workflowInfo().continueAsNewSuggested) break;
  }
  await condition(allHandlersFinished);
  return isClosed() ? null : { state, recent: recent.dump() };
}

async function open<S extends CaseBase>(
  { opened, opener }: Life<S>,
  write: (before: S | null, next: S, done: Parameters<typeof transitionOf<S>>[3]) => Promise<unknown>,
  { now }: Situation,
): Promise<void> {
  const command = { ...opener, expectedRev: null, codes: {}, paperId: null };
  await write(null, opened, { command, updateId: 'open', atMs: now, effects: NOTHING, claims: false });
}

/** Let something run beside the case; a cancelled alarm is no news, anything else is logged. */
function watch(running: Promise<void>, what: string): void {
  running.catch((error: unknown) => {
    if (!isCancellation(error)) log.error('work beside the case failed', { what, error });
  });
}

function updateId(): string {
  const info = currentUpdateInfo();
  if (info === undefined) throw ApplicationFailure.nonRetryable('not in an update', 'FAULT');
  return info.id;
}

function refusal(code: RefusalCode, state: CaseBase): ApplicationFailure {
  return ApplicationFailure.nonRetryable(code, code, { rev: state.rev, step: state.step });
}
