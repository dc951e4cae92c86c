import { NO_NATIONALITY, type Subject } from '../application.ts';
import type { AskReason } from '../flow/askReason.ts';
import type { VerificationKind } from '../flow/verification.ts';
import type { DateText } from '../instant.ts';
import { type AskedUnit, holderOfFiles, UnitMissing, unitOfTime } from './askedUnit.ts';
import type { Routing } from './routing.ts';

/** What of a dossier says who must be asked. */
export type RoutedPerson = Pick<Subject, 'nationality' | 'residenceHistory' | 'hasMilitaryService'>;

/** A unit that must be asked, and by which provisions. */
export interface Route {
  kind: VerificationKind;
  unit: string;
  why: AskReason[];
  /** One for each reason, in their order. */
  citations: string[];
  /** The court of the unit's province; null for national units. */
  court: string | null;
}

type Residence = RoutedPerson['residenceHistory'][number];

/**
 * The units to ask about a person on a date (Law 28/2009 Art. 47, NĐ 111/2010 Art. 25, TTLT 04/2012
 * Art. 22): the police records of every province lived in since 14, as it is on that date; the National
 * Centre, or V06 after it, for several provinces, time abroad, a foreigner or no known residence; the
 * Central Military Court after military service. A unit that is meant twice is asked once, for both.
 *
 * Throws {@link UnitMissing} rather than leave a question out.
 */
export function routesOf(
  person: RoutedPerson,
  onDate: DateText,
  routing: Routing,
  units: readonly AskedUnit[],
): Route[] {
  const asked = new Map<string, { unit: AskedUnit; why: Set<AskReason> }>();
  const add = (unit: AskedUnit, why: readonly AskReason[]): void => {
    const known = asked.get(unit.code) ?? { unit, why: new Set() };
    for (const reason of why) known.why.add(reason);
    asked.set(unit.code, known);
  };
  for (const residence of person.residenceHistory) {
    const { unit, why } = policeOf(residence, onDate, units) ?? {};
    if (unit !== undefined) add(unit, [why ?? 'RESIDENCE']);
  }
  const national = nationalReasons(person);
  if (national.length > 0) add(nationalSearch(onDate, units), national);
  if (person.hasMilitaryService) {
    add(nationalUnit('MILITARY_COURT', onDate, units), ['MILITARY_SERVICE']);
  }
  return [...asked.values()].map(({ unit, why }) => ({
    kind: unit.kind as VerificationKind,
    unit: unit.code,
    why: [...why],
    citations: [...why].map((reason) => routing.reasons[reason].citation),
    court: courtBeside(unit, onDate, units),
  }));
}

function policeOf(
  { provinceCode, to }: Residence,
  onDate: DateText,
  units: readonly AskedUnit[],
): { unit: AskedUnit; why: AskReason } | null {
  if (provinceCode === null) return null;
  const then = unitOfTime('POLICE', provinceCode, to ?? onDate, units);
  if (then === null) throw new UnitMissing('POLICE', `province ${provinceCode}`);
  const now = holderOfFiles(then, onDate, units);
  const merged = now.provinceCode !== then.provinceCode;
  return { unit: now, why: merged ? 'MERGED_PROVINCE' : 'RESIDENCE' };
}

/** Why the whole country is searched. */
function nationalReasons({ nationality, residenceHistory }: RoutedPerson): AskReason[] {
  const provinces = new Set(residenceHistory.map(({ provinceCode }) => provinceCode));
  const abroad = provinces.delete(null);
  const reasons: AskReason[] = [];
  if (provinces.size > 1) reasons.push('SEVERAL_PROVINCES');
  if (abroad) reasons.push('TIME_ABROAD');
  if (nationality !== 'VN') reasons.push(isCountry(nationality) ? 'FOREIGNER' : 'NO_NATIONALITY');
  if (provinces.size === 0) reasons.push('RESIDENCE_UNKNOWN');
  return reasons;
}

function isCountry(nationality: Subject['nationality']): boolean {
  return !NO_NATIONALITY.some((none) => none === nationality);
}

/** The unit that searches the whole country on a date: the National Centre, or V06 after it. */
export function nationalSearch(onDate: DateText, units: readonly AskedUnit[]): AskedUnit {
  return nationalUnit('CENTRE', onDate, units);
}

function nationalUnit(
  kind: 'CENTRE' | 'MILITARY_COURT',
  onDate: DateText,
  units: readonly AskedUnit[],
): AskedUnit {
  const unit = units.find((each) => each.kind === kind && each.provinceCode === null);
  if (unit === undefined) throw new UnitMissing(kind, 'the country');
  return holderOfFiles(unit, onDate, units);
}

export function courtBeside(
  { provinceCode }: AskedUnit,
  onDate: DateText,
  units: readonly AskedUnit[],
): string | null {
  if (provinceCode === null) return null;
  const court = unitOfTime('COURT', provinceCode, onDate, units);
  return court === null ? null : holderOfFiles(court, onDate, units).code;
}
