import type { ConvictionEntry } from '../../domain/agencyMessage.ts';
import type { Ack, PostAck } from '../contract.ts';
import type { MessageType } from '../signing.ts';
import { Journal } from './journal.ts';
import type { AgencyKind } from './reference.ts';
import type { UnitSettings, Wish } from './settings.ts';
import type { Statement } from './statement.ts';
import type { Trick } from './tricks.ts';

/** A message a unit took. Holds no personal data: what will be said is decided on arrival. */
export interface Received {
  messageId: string;
  unit: string;
  kind: AgencyKind;
  /** Request id of a verification, case id of a postal item. */
  subject: string;
  round: number;
  /** Business instant, epoch milliseconds; null for post. */
  dueAtMs: number | null;
  ack: Ack | PostAck;
  /** Judgment the files would hold about the person, should a record be found; null for post. */
  entry: ConvictionEntry | null;
  /** What the unit says about it by itself, in order; the first `said` have been said. */
  script: Statement[];
  said: number;
  /** Real instant of the next statement; null when nothing is planned (manual, or all said). */
  nextAtMs: number | null;
  /** Message id of the last true statement. */
  lastMessageId: string | null;
}

/** A message on its way to us. */
export interface Outgoing {
  /** Number in this ledger; two copies of one message have two. */
  id: number;
  unit: string;
  subject: string;
  typ: MessageType;
  payload: { messageId: string };
  /** Unit in whose name it is signed. */
  kid: string;
  /** Unit whose key signs; another than `kid` only as a fault. */
  keyUnit: string;
  /** What is done to it before it leaves; only as a fault. */
  trick?: Trick;
}

export interface Delivery {
  id: number;
  unit: string;
  subject: string;
  status: number;
  /** Our refusal code, null when accepted. */
  code: string | null;
}

/** Every change of the simulator's state, as it is journalled. */
export type Entry =
  | { t: 'received'; received: Received }
  | { t: 'script'; messageId: string; script: Statement[]; nextAtMs: number | null }
  | {
      t: 'said';
      messageId: string;
      lastMessageId: string | null;
      nextAtMs: number | null;
      out: Outgoing[];
    }
  | { t: 'announced'; out: Outgoing }
  | { t: 'adopted'; unit: string; kid: string }
  | { t: 'delivered'; delivery: Delivery }
  | { t: 'settings'; unit: string; settings: UnitSettings }
  | { t: 'wish'; subject: string; wish: Wish }
  | { t: 'reset' };

export interface Tally {
  received: number;
  accepted: number;
  refused: number;
}

const KEPT_DELIVERIES = 500;

/**
 * What all units know and have to do. Every change goes through {@link Ledger.record}, which writes
 * it to the journal first, so that a killed simulator carries on where it was.
 */
export class Ledger {
  readonly received = new Map<string, Received>();
  readonly outgoing = new Map<number, Outgoing>();
  readonly settings = new Map<string, UnitSettings>();
  readonly wishes = new Map<string, Wish>();
  /** Kid in use by unit, where it is not the first. */
  readonly adopted = new Map<string, string>();
  /** The last deliveries, oldest first. */
  deliveries: Delivery[] = [];
  readonly #tallies = new Map<string, Tally>();
  readonly #latest = new Map<string, string>();
  readonly #sequences = new Map<string, number>();
  readonly #journal: Journal;
  #lastId = 0;

  /** Open a ledger on its journal file; a null file keeps nothing. */
  constructor(file: string | null) {
    this.#journal = new Journal(file);
    for (const entry of this.#journal.entries()) this.#apply(entry as Entry);
  }

  record(entry: Entry): void {
    this.#journal.append(entry);
    this.#apply(entry);
  }

  /** The latest message about a request or case. */
  about(subject: string): Received | undefined {
    return this.received.get(this.#latest.get(subject) ?? '');
  }

  /** Next number of a unit's own counting; never given twice, also after a reset. */
  nextSequence(unit: string): number {
    const next = (this.#sequences.get(unit) ?? 0) + 1;
    this.#sequences.set(unit, next);
    return next;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  tally(unit: string): Tally {
    return this.#tallies.get(unit) ?? { received: 0, accepted: 0, refused: 0 };
  }

  /** Whether the unit has ever received anything, or was told to behave otherwise than by default. */
  isActive(unit: string): boolean {
    return this.#tallies.has(unit) || this.settings.has(unit);
  }

  close(): void {
    this.#journal.close();
  }

  #apply(entry: Entry): void {
    if (entry.t === 'received') this.#applyReceived(entry.received);
    else if (entry.t === 'script') Object.assign(this.#get(entry.messageId), pickPlan(entry));
    else if (entry.t === 'said') this.#applySaid(entry);
    else if (entry.t === 'announced') this.#applyOut(entry.out);
    else if (entry.t === 'adopted') this.adopted.set(entry.unit, entry.kid);
    else if (entry.t === 'delivered') this.#applyDelivered(entry.delivery);
    else if (entry.t === 'settings') this.settings.set(entry.unit, entry.settings);
    else if (entry.t === 'wish') this.wishes.set(entry.subject, entry.wish);
    else this.#applyReset();
  }

  #applyReceived(received: Received): void {
    this.received.set(received.messageId, received);
    this.#latest.set(received.subject, received.messageId);
    this.wishes.delete(received.subject);
    this.#count(received.unit, 'received');
  }

  #applySaid({ messageId, lastMessageId, nextAtMs, out }: Extract<Entry, { t: 'said' }>): void {
    const received = this.#get(messageId);
    received.said += 1;
    received.nextAtMs = nextAtMs;
    received.lastMessageId = lastMessageId ?? received.lastMessageId;
    for (const outgoing of out) this.#applyOut(outgoing);
  }

  #applyOut(outgoing: Outgoing): void {
    this.outgoing.set(outgoing.id, outgoing);
    this.#lastId = Math.max(this.#lastId, outgoing.id);
    this.#seen(outgoing);
  }

  #seen({ kid: unit, payload }: Outgoing): void {
    const sequence = 'sequence' in payload ? Number(payload.sequence) : 0;
    this.#sequences.set(unit, Math.max(this.#sequences.get(unit) ?? 0, sequence));
  }

  #applyDelivered(delivery: Delivery): void {
    this.outgoing.delete(delivery.id);
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT_DELIVERIES * 2) {
      this.deliveries = this.deliveries.slice(-KEPT_DELIVERIES);
    }
    this.#count(delivery.unit, delivery.code === null ? 'accepted' : 'refused');
  }

  #count(unit: string, what: keyof Tally): void {
    const tally = this.tally(unit);
    this.#tallies.set(unit, { ...tally, [what]: tally[what] + 1 });
  }

  #applyReset(): void {
    const maps = [this.received, this.outgoing, this.settings, this.wishes];
    for (const map of [...maps, this.#tallies, this.#latest]) map.clear();
    this.deliveries = [];
  }

  #get(messageId: string): Received {
    const received = this.received.get(messageId);
    if (!received) throw new Error(`journal speaks of a message never received: ${messageId}`);
    return received;
  }
}

function pickPlan({ script, nextAtMs }: Extract<Entry, { t: 'script' }>) {
  return { script, nextAtMs };
}
