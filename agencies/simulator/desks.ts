import type { JWK } from 'jose';
import {
  type BusinessClock,
  businessTime,
  realDelayUntil,
} from '../../domain/clock/businessClock.ts';
import { HOUR_MS } from '../../domain/instant.ts';
import { Agenda } from './agenda.ts';
import type { Timetable } from './delay.ts';
import { withFaults } from './faults.ts';
import type { Ledger, Received } from './ledger.ts';
import type { Outbox } from './outbox.ts';
import type { AgencyKind, SimulatedUnit } from './reference.ts';
import { changed, outUntil, type SettingsChange, type UnitSettings } from './settings.ts';
import { announcement, remaining, speech, type SuppliedWish, supplyMessage } from './speech.ts';
import type { Statement } from './statement.ts';

export interface DeskOptions {
  clock: BusinessClock;
  units: readonly SimulatedUnit[];
  /** Settings a unit of this kind starts with. */
  defaults: Readonly<Record<AgencyKind, UnitSettings>>;
  ledger: Ledger;
  timetable: Timetable;
}

/** The desks of all simulated units: what was taken in, when it is spoken about, and what is said. */
export class Desks {
  readonly options: DeskOptions;
  readonly #agenda = new Agenda();
  readonly #units: ReadonlyMap<string, SimulatedUnit>;
  #outbox: Outbox | null = null;

  constructor(options: DeskOptions) {
    this.options = options;
    this.#units = new Map(options.units.map((unit) => [unit.code, unit]));
  }

  /** Begin to speak; carries on with what an earlier run took in and did not finish. */
  start(outbox: Outbox): void {
    const { ledger } = this.options;
    this.#outbox = outbox;
    for (const message of ledger.outgoing.values()) outbox.send([message]);
    for (const received of ledger.received.values()) this.#arm(received);
  }

  stop(): void {
    this.#agenda.clear();
  }

  unit(code: string): SimulatedUnit | undefined {
    return this.#units.get(code);
  }

  settingsOf(unit: SimulatedUnit): UnitSettings {
    return this.options.ledger.settings.get(unit.code) ?? this.options.defaults[unit.kind];
  }

  /** Business time now, epoch milliseconds. */
  now(): number {
    return businessTime(this.options.clock, Date.now());
  }

  /** Real milliseconds until a unit's line works: 0 now, Infinity until somebody switches it back. */
  outForMs(code: string): number {
    const unit = this.#known(code);
    const until = outUntil(this.settingsOf(unit), this.now());
    return until === null ? 0 : realDelayUntil(this.options.clock, until, Date.now());
  }

  /** Whether a unit's messages leave in the wrong order. */
  reorders(code: string): boolean {
    return this.settingsOf(this.#known(code)).faults.reorder;
  }

  /** Keep a message that was just taken and plan what is said about it. */
  take(received: Omit<Received, 'nextAtMs' | 'said' | 'lastMessageId'>): void {
    const earlier = this.options.ledger.about(received.subject);
    // A further round or a second envelope ends what was still to be said about the one before.
    if (earlier) this.rewrite(earlier, earlier.script.slice(0, earlier.said));
    const whole = { ...received, said: 0, lastMessageId: null, nextAtMs: null };
    const nextAtMs = this.#planFor(whole, 0);
    this.options.ledger.record({ t: 'received', received: { ...whole, nextAtMs } });
    this.#arm(received.messageId);
  }

  /** Change what units do; open requests are planned anew when mode or pace changes. */
  configure(units: readonly SimulatedUnit[], change: SettingsChange): void {
    const pace = [change.mode, change.delayMs, change.delayBusinessMs, change.delayDrawn];
    const replan = pace.some((value) => value !== undefined);
    this.#set(units, (unit) => changed(this.settingsOf(unit), change), replan);
  }

  /** Put units back to the settings of their kind. */
  restoreDefaults(units: readonly SimulatedUnit[]): void {
    this.#set(units, (unit) => this.options.defaults[unit.kind], true);
  }

  /** Give a message another script (its beginning, already said, stays) and plan anew. */
  rewrite(received: Received, script: Statement[]): void {
    const { messageId, said } = received;
    if (said >= script.length && received.nextAtMs === null) return;
    const nextAtMs = this.#planFor({ ...received, script }, said);
    this.options.ledger.record({ t: 'script', messageId, script, nextAtMs });
    this.#arm(messageId);
  }

  /** Say something now, ahead of the script; `replaces` marks it as correcting the last answer. */
  sayNow(received: Received, statement: Statement, replaces: boolean): void {
    const { messageId, said } = received;
    const script = received.script.slice(0, said);
    script.push(statement, ...remaining(received, statement));
    this.options.ledger.record({ t: 'script', messageId, script, nextAtMs: null });
    this.#speak(messageId, replaces);
  }

  /** Let a unit announce its next key, signed with the present one; it signs once we have taken it. */
  announceKey(unit: SimulatedUnit, key: JWK & { kid: string }, overlapMs: number): void {
    const { ledger } = this.options;
    const { code } = unit;
    const payload = announcement(code, key, {
      sequence: ledger.nextSequence(code),
      now: this.now(),
      overlapMs,
    });
    const out = { id: ledger.nextId(), unit: code, subject: key.kid, kid: code, keyUnit: code };
    const outgoing = { ...out, typ: 'key-announcement' as const, payload };
    ledger.record({ t: 'announced', out: outgoing });
    this.#outbox?.send([outgoing]);
  }

  /** Let a unit supply information for records, and say it twice where it repeats itself; gives the message's id. */
  supply(unit: SimulatedUnit, said: SuppliedWish): string {
    const { ledger } = this.options;
    const { code } = unit;
    const payload = supplyMessage(code, said, ledger.nextSequence(code));
    const out = { unit: code, subject: payload.messageId, kid: code, keyUnit: code };
    const times = this.settingsOf(unit).faults.duplicateAnswers ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const outgoing = {
        ...out,
        id: ledger.nextId(),
        typ: 'supplied-information' as const,
        payload,
      };
      ledger.record({ t: 'announced', out: outgoing });
      this.#outbox?.send([outgoing]);
    }
    return payload.messageId;
  }

  /** Forget everything taken, said and set; numbering goes on. */
  reset(): void {
    this.#agenda.clear();
    this.options.ledger.record({ t: 'reset' });
    this.#outbox?.clear();
  }

  #set(
    units: readonly SimulatedUnit[],
    settingsFor: (unit: SimulatedUnit) => UnitSettings,
    replan: boolean,
  ): void {
    const { ledger } = this.options;
    for (const unit of units) {
      ledger.record({ t: 'settings', unit: unit.code, settings: settingsFor(unit) });
    }
    const codes = new Set(units.map(({ code }) => code));
    for (const received of replan ? ledger.received.values() : []) {
      if (codes.has(received.unit)) this.rewrite(received, received.script);
    }
    for (const code of codes) this.#outbox?.wake(code);
  }

  #known(code: string): SimulatedUnit {
    const unit = this.#units.get(code);
    if (!unit) throw new Error(`the journal names a unit that is not simulated: ${code}`);
    return unit;
  }

  #planFor(received: Received, step: number): number | null {
    const { unit: code, kind, messageId, script, dueAtMs } = received;
    const settings = this.settingsOf(this.#known(code));
    if (settings.mode === 'manual' || step >= script.length) return null;
    const late = settings.faults.lateAnswer && dueAtMs !== null ? dueAtMs + HOUR_MS : null;
    const work = { unit: code, kind, seed: messageId, step };
    return this.options.timetable.speakAt(work, settings.delay, late);
  }

  #arm(of: string | Received): void {
    const received = typeof of === 'string' ? this.options.ledger.received.get(of) : of;
    if (!received) return;
    const { messageId, nextAtMs } = received;
    if (nextAtMs === null) this.#agenda.remove(messageId);
    else this.#agenda.set(messageId, nextAtMs, () => this.#speak(messageId, false));
  }

  #speak(messageId: string, replaces: boolean): void {
    const { ledger } = this.options;
    const received = ledger.received.get(messageId);
    const statement = received?.script[received.said];
    if (!received || !statement) return;
    const unit = this.#known(received.unit);
    const spoken = speech(received, statement, {
      sequence: ledger.nextSequence(unit.code),
      replaces: replaces ? received.lastMessageId : null,
      now: this.now(),
    });
    const out = withFaults(spoken, this.settingsOf(unit).faults, {
      subject: received.subject,
      otherUnit: this.#otherThan(unit),
      nextId: () => ledger.nextId(),
      foreignSubject: this.#foreignTo(unit),
      nextSequence: (code) => ledger.nextSequence(code),
    });
    const nextAtMs = this.#planFor(received, received.said + 1);
    const lastMessageId = spoken.message.messageId;
    ledger.record({ t: 'said', messageId, lastMessageId, nextAtMs, out });
    this.#arm(messageId);
    this.#outbox?.send(out);
  }

  #foreignTo({ code }: SimulatedUnit): string | null {
    for (const { unit, subject, entry } of this.options.ledger.received.values()) {
      if (unit !== code && entry !== null) return subject;
    }
    return null;
  }

  /** The national unit of the kind, which every office knows; for that one, any other. */
  #otherThan({ code, kind }: SimulatedUnit): string {
    const others = this.options.units.filter((unit) => unit.kind === kind && unit.code !== code);
    const national = others.find(({ provinceCode }) => provinceCode === null);
    return (national ?? others[0])?.code ?? code;
  }
}
