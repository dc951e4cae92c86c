import * as z from 'zod';
import { UNIT_KINDS } from '../account.ts';
import type { DateText } from '../instant.ts';

/** A unit as routing knows it: from when to when it exists, and who takes over its files. */
export const AskedUnit = z.strictObject({
  code: z.string(),
  kind: z.enum(UNIT_KINDS),
  provinceCode: z.string().nullable(),
  validFrom: z.string().nullable(),
  /** Last day; null while it exists. */
  validTo: z.string().nullable(),
  successor: z.string().nullable(),
});
export type AskedUnit = z.infer<typeof AskedUnit>;

/** No unit is known that could be asked: the reference data has a hole. */
export class UnitMissing extends Error {
  readonly kind: string;

  constructor(kind: string, where: string) {
    super(`no unit of kind ${kind} for ${where}`);
    this.kind = kind;
  }
}

/** National units, those of some provinces at any time, and whoever took over from them, in their order. */
export function unitsAround(
  units: readonly AskedUnit[],
  provinceCodes: readonly string[],
): readonly AskedUnit[] {
  const there = units.filter(
    ({ provinceCode }) => provinceCode === null || provinceCodes.includes(provinceCode),
  );
  const codes = new Set(there.flatMap(({ code, successor }) => [code, successor]));
  return units.filter(({ code }) => codes.has(code));
}

/** Whether a unit still exists on a date; whatever it was called before it began, the files are its own. */
function standsOn({ validTo }: AskedUnit, date: DateText): boolean {
  return validTo === null || validTo >= date;
}

/** Whether a unit can be written to on a date: it has begun and still exists. */
export function existsOn(unit: AskedUnit, date: DateText): boolean {
  return (unit.validFrom === null || unit.validFrom <= date) && standsOn(unit, date);
}

/**
 * The unit that has the files of another on a date: itself, or whoever took over from it, step by step.
 * Throws {@link UnitMissing} when the chain leads nowhere.
 */
export function holderOfFiles(
  unit: AskedUnit,
  date: DateText,
  units: readonly AskedUnit[],
): AskedUnit {
  let held = unit;
  for (let step = 0; step <= units.length; step += 1) {
    if (standsOn(held, date)) return held;
    const next = units.find(({ code }) => code === held.successor);
    if (next === undefined) break;
    held = next;
  }
  throw new UnitMissing(unit.kind, `the files of ${unit.code} on ${date}`);
}

/**
 * The unit of a kind that kept the files of a province in a time that ended on a date or month; codes
 * of provinces are read together with the time, never alone. Null when the kind has none there.
 */
export function unitOfTime(
  kind: AskedUnit['kind'],
  provinceCode: string,
  until: DateText,
  units: readonly AskedUnit[],
): AskedUnit | null {
  const there = units
    .filter((unit) => unit.kind === kind && unit.provinceCode === provinceCode)
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  return there.find((unit) => standsOn(unit, until)) ?? there.at(-1) ?? null;
}
