import { isoOf } from '../../domain/instant.ts';
import type { Desks } from './desks.ts';
import type { Received } from './ledger.ts';
import type { SimulatedUnit } from './reference.ts';
import { wordOf } from './statement.ts';

/** One unit as the control API shows it: settings and what went through. */
export function unitView(desks: Desks, unit: SimulatedUnit) {
  const { code, kind, name } = unit;
  const tally = desks.options.ledger.tally(code);
  return { unit: code, kind, name, settings: desks.settingsOf(unit), ...tally };
}

/** One received message: what was said, what will be, and what became of it. */
export function requestView(desks: Desks, received: Received) {
  const { messageId, unit, kind, subject, round, script, said, nextAtMs } = received;
  const { ledger } = desks.options;
  const words = script.map(wordOf);
  return {
    subject,
    messageId,
    unit,
    kind,
    round,
    said: words.slice(0, said),
    toSay: words.slice(said),
    /** Real instant, because that is when one can look. */
    nextAt: nextAtMs === null ? null : isoOf(nextAtMs),
    underWay: [...ledger.outgoing.values()].filter((out) => out.subject === subject).length,
    deliveries: ledger.deliveries
      .filter((delivery) => delivery.subject === subject)
      .map(({ status, code }) => ({ status, code })),
  };
}

/** Units with traffic or settings of their own, and the newest `limit` messages they received. */
export function overview(desks: Desks, unit: string | null, limit: number) {
  const { ledger, units } = desks.options;
  const shown = units.filter(({ code }) => (unit === null ? ledger.isActive(code) : code === unit));
  const received = [...ledger.received.values()].filter((r) => unit === null || r.unit === unit);
  return {
    businessNow: isoOf(desks.now()),
    underWay: ledger.outgoing.size,
    units: shown.map((known) => unitView(desks, known)),
    requests: limit === 0 ? [] : received.slice(-limit).map((r) => requestView(desks, r)),
    refused: ledger.deliveries.filter(({ code }) => code !== null),
  };
}
