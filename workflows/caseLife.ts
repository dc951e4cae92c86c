import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  currentUpdateInfo,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { businessTime } from '../domain/clock/businessClock.ts';
import type { Law, PinnedCalendars } from '../domain/clock/law.ts';
import { nextWake } from '../domain/flow/escalation.ts';
import {
  type CaseBase,
  type Command,
  type Effects,
  NO_EFFECTS,
  type Situation,
} from '../domain/flow/flow.ts';
import { refusalOf, step } from '../domain/flow/judge.ts';
import { lawInForce } from '../domain/flow/lawInForce.ts';
import { type Done, transitionOf } from '../domain/flow/transition.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import type { Actor } from '../domain/role.ts';
import type { TransitionReply } from '../domain/transition.ts';
import { Alarm } from './alarm.ts';
import { beside } from './beside.ts';
import type { Birth, Carried } from './birth.ts';
import { Lane } from './lane.ts';
import { act, type ActDone, readState } from './messages.ts';
import { printCertificate, readCase, record, sendMessage } from './proxies.ts';
import { Recent } from './recent.ts';

const SYSTEM: Actor = { id: 'system', roles: ['SYSTEM'], unit: 'system' };
/** What the timer may do, in this order: a lapse ends the case, otherwise rungs are fired. */
const TIMED_ACTS = ['lapse', 'escalate'];

/** An act that was judged legal, not yet written. */
interface Made<S extends CaseBase> {
  before: S | null;
  after: S;
  done: Done;
}

/**
 * The life of one case: acts are taken one at a time, each is written before it counts, what it asks
 * for is sent, and one timer wakes the case at the next instant anything is due.
 */
export class CaseLife<S extends CaseBase> {
  readonly #birth: Birth<S>;
  readonly #lane = new Lane();
  readonly #recent: Recent;
  readonly #alarm: Alarm;
  #law: Law;
  #state: S;
  /** Certificates being printed: a case does not end before its paper is there. */
  #printing = 0;

  constructor(birth: Birth<S>) {
    this.#birth = birth;
    this.#recent = new Recent(birth.carried?.recent);
    this.#alarm = new Alarm(birth.clock);
    this.#state = birth.carried?.state ?? birth.opened;
    this.#law = { ...birth.law, ...birth.carried?.calendars };
    setHandler(readState, () => this.#state);
    setHandler(act, (command) => this.#take(command, updateId()), {
      // Synchronous on purpose: the SDK does not await validators.
      validator: (command) => this.#mayTake(command, updateId()),
    });
  }

  /** Live until the case is closed (gives null) or its history has grown long (gives what to carry on with). */
  async live(): Promise<Carried<S> | null> {
    if (this.#birth.carried === undefined) await this.#lane.run(() => this.#open());
    else await this.#lane.run(() => this.#catchUp());
    do {
      while (this.#goesOn) {
        await condition(() => this.#alarm.rang || !this.#goesOn);
        if (this.#alarm.rang && !this.#closed) await this.#wake();
      }
      await condition(() => allHandlersFinished() && this.#printing === 0);
    } while (this.#goesOn); // opened again while its last paper was being printed
    return this.#closed ? null : this.#rest();
  }

  #rest(): Carried<S> {
    const { calendar, calendars } = this.#law;
    const rest = { state: this.#state, recent: this.#recent.dump() };
    const replaced = calendar.version !== this.#birth.law.calendar.version;
    return replaced ? { ...rest, calendars: { calendar, calendars } } : rest;
  }

  get #closed(): boolean {
    return this.#birth.flow.terminal.includes(this.#state.step);
  }

  get #goesOn(): boolean {
    return !this.#closed && !workflowInfo().continueAsNewSuggested;
  }

  get #situation(): Situation {
    const { clock, nextLaw } = this.#birth;
    const now = businessTime(clock, Date.now());
    return { now, law: lawInForce(this.#law, nextLaw, this.#state, now) };
  }

  #mayTake(command: Command, id: string): void {
    if (this.#recent.get(id) !== undefined || this.#isBehind(command)) return;
    const code = refusalOf(this.#birth.flow, this.#state, command, this.#situation);
    if (code !== null) throw this.#refusal(code);
  }

  /**
   * Judge again when its turn comes (others may have acted since), write, and only then count it. One
   * asynchronous function: every further one costs each act a promise, which the SDK keeps books on.
   */
  #take(command: Command, id: string): Promise<ActDone> {
    return this.#lane.run(async () => {
      const known = this.#recent.get(id);
      if (known !== undefined) return known;
      if (this.#isBehind(command)) await this.#catchUp();
      let made = this.#judge(command, id);
      let reply = await this.#write(made);
      if (reply.outcome === 'FORK') {
        await this.#catchUp();
        made = this.#judge(command, id);
        reply = await this.#write(made);
      }
      if (reply.outcome === 'FORK') throw this.#refusal('FAULT');
      if (reply.outcome === 'REPEATED') await this.#catchUp();
      const answer = this.#count(made, reply);
      this.#recent.put(id, answer);
      return answer;
    });
  }

  #judge(command: Command, id: string): Made<S> {
    const situation = this.#situation;
    const made = step(this.#birth.flow, this.#state, command, situation);
    if (!made.ok) throw this.#refusal(made.code);
    const { state: after, effects, rule } = made;
    const done = { command, updateId: id, atMs: situation.now, effects, claims: rule.claims };
    return { before: this.#state, after, done };
  }

  /** Whether the database showed the asker a revision that this workflow has not. */
  #isBehind({ seenRev }: Command): boolean {
    return seenRev !== undefined && seenRev > this.#state.rev;
  }

  /**
   * Go on from what the database has. An act is written before it counts here; if the engine died in
   * between, it stands in the database alone, and what it asked for is still to be done.
   */
  async #catchUp(): Promise<void> {
    const written = await readCase(this.#state.caseId, this.#law.calendar.version);
    if (written === null) return;
    if (written.state.rev >= this.#state.rev) {
      this.#state = written.state as S;
      this.#goBy(written.calendars);
    }
    for (const message of written.unsent) beside(sendMessage(message), message.kind);
    for (const rev of written.unprinted) this.#print(rev);
    this.#arm();
  }

  async #open(): Promise<void> {
    const { opener, opened } = this.#birth;
    const command = { ...opener, expectedRev: null, codes: {}, paperId: null };
    const atMs = opened.openedAt;
    const done = { command, updateId: 'open', atMs, effects: NO_EFFECTS, claims: false };
    const made = { before: null, after: opened, done };
    const reply = await this.#write(made);
    if (reply.outcome === 'FORK') return;
    if (reply.outcome === 'REPEATED') await this.#catchUp();
    this.#count(made, reply);
  }

  /** FORK when the database holds an act that the engine has lost. */
  #write({ before, after, done }: Made<S>): Promise<TransitionReply> {
    return record(transitionOf(this.#birth.flow, before, after, done));
  }

  /** What was written earlier, by a try that was lost, stands as {@link #catchUp} found it. */
  #count({ after, done }: Made<S>, { outcome, certificateNumber }: TransitionReply): ActDone {
    if (outcome === 'CLAIMED_BY_OTHER') throw this.#refusal(outcome);
    if (outcome === 'WRITTEN') {
      this.#state = after;
      this.#follow(done.effects);
    }
    this.#arm();
    const { rev, step: at } = this.#state;
    const bodyHash = outcome === 'WRITTEN' ? done.command.bodyHash : undefined;
    return { rev, step: at, certificateNumber, bodyHash };
  }

  /** Judge by other calendars from now on, when there are any. */
  #goBy(calendars: PinnedCalendars | undefined): void {
    this.#law = { ...this.#law, ...calendars };
  }

  /** What an act asks of the world happens after it counts, beside the case. */
  #follow(effects: Effects): void {
    this.#goBy(effects.replanned?.calendars);
    for (const message of effects.messages) beside(sendMessage(message), message.kind);
    if (effects.certificate === 'ISSUE') this.#print(this.#state.rev);
  }

  #print(rev: number): void {
    this.#printing += 1;
    const printed = printCertificate(this.#state.caseId, rev).finally(() => (this.#printing -= 1));
    beside(printed, 'PRINT');
  }

  #arm(): void {
    const wake = this.#closed ? null : nextWake(this.#state);
    if (wake !== null) this.#alarm.setFor(wake);
  }

  async #wake(): Promise<void> {
    this.#alarm.hush();
    for (const name of TIMED_ACTS) {
      const command = { act: name, actor: SYSTEM, expectedRev: null, codes: {}, paperId: null };
      if (refusalOf(this.#birth.flow, this.#state, command, this.#situation) !== null) continue;
      await this.#take(command, `${name}/${this.#state.rev + 1}`).catch((error: unknown) => {
        // An act whose turn came first may have settled what was due.
        if (!isOvertaken(error)) throw error;
        this.#arm();
      });
      return;
    }
    this.#arm();
  }

  #refusal(code: RefusalCode): ApplicationFailure {
    const { rev, step: at } = this.#state;
    return ApplicationFailure.nonRetryable(code, code, { rev, step: at });
  }
}

function isOvertaken(error: unknown): boolean {
  const type = error instanceof ApplicationFailure ? error.type : null;
  return type === 'CASE_WRONG_STEP' || type === 'CASE_CLOSED';
}

function updateId(): string {
  const info = currentUpdateInfo();
  if (info === undefined) throw ApplicationFailure.nonRetryable('not in an update', 'FAULT');
  return info.id;
}
