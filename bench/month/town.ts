import type { Foundation } from '../../demo/foundation.ts';
import type { Entrance } from './arriving.ts';
import { Liaison } from './liaison.ts';
import { Office } from './office.ts';
import { type MonthFrame, Person } from './person.ts';
import type { ProvinceShare } from './share.ts';

/** In every so many-th province police and court have no system that answers: a liaison does. */
const LIAISON_EVERY = 3;

/** Everybody who works in a month: a department per province, and liaisons in some. */
export interface Town {
  entrances: ReadonlyMap<string, Entrance>;
  liaisons: readonly Liaison[];
  /** Units that a liaison answers for by hand. */
  manualUnits: readonly string[];
}

/** The people of the provinces that receive anything. */
export function settle(
  frame: MonthFrame,
  foundation: Foundation,
  shares: readonly ProvinceShare[],
): Town {
  const busy = shares.filter(({ received }) => received > 0);
  const entrances = new Map<string, Entrance>();
  const liaisons: Liaison[] = [];
  const manualUnits: string[] = [];
  for (const [index, { code }] of busy.entries()) {
    const place = placeOf(foundation, unitOf(foundation, 'STP', code));
    const office = new Office(frame, place);
    const username = `mcdt.${place}`;
    const system = new Person(frame, { username, medianHours: 1, round: async () => null });
    entrances.set(code, { unit: unitOf(foundation, 'STP', code), office, system });
    if (index % LIAISON_EVERY !== 0) continue;
    manualUnits.push(unitOf(foundation, 'POLICE', code), unitOf(foundation, 'COURT', code));
    liaisons.push(new Liaison(frame, `congan.${place}`), new Liaison(frame, `toaan.${place}`));
  }
  // The whole country's files are looked up at these two, by hand.
  liaisons.push(new Liaison(frame, 'tracuu.tt'), new Liaison(frame, 'toaquansu.qstw'));
  return { entrances, liaisons, manualUnits };
}

function unitOf({ units }: Foundation, kind: string, provinceCode: string): string {
  const unit = units.find((each) => each.kind === kind && each.provinceCode === provinceCode);
  if (unit === undefined) throw new Error(`province ${provinceCode} has no unit ${kind}`);
  return unit.code;
}

/** A department's letters as they stand in its people's user names. */
function placeOf({ accounts }: Foundation, unit: string): string {
  const counter = accounts.find(
    (account) => account.unit === unit && account.username.startsWith('motcua.'),
  );
  if (counter === undefined) throw new Error(`${unit} has nobody at the counter`);
  return counter.username.slice('motcua.'.length);
}

/** Begin to hear changes, a few departments at a time: signing in is expensive on purpose. */
export async function openOffices({ entrances, liaisons }: Town): Promise<void> {
  const starts = [
    ...[...entrances.values()].map(
      ({ office }) =>
        () =>
          office.start(),
    ),
    ...liaisons.map((liaison) => () => liaison.start()),
  ];
  while (starts.length > 0) await Promise.all(starts.splice(0, 4).map((start) => start()));
}

/** Resolves when everybody has put the work down, after the signal. */
export async function closeOffices({ entrances, liaisons }: Town): Promise<void> {
  await Promise.all([
    ...[...entrances.values()].map(({ office }) => office.ended()),
    ...liaisons.map((liaison) => liaison.ended()),
  ]);
}
