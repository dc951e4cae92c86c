import { same } from '../../domain/record/differences.ts';

/** A field of a paper that no longer says what it said. */
export interface ChangedField {
  /** Area of the form, or the field itself where it stands in none. */
  place: string;
  field: string;
  before: unknown;
  after: unknown;
}

type Areas = Readonly<Record<string, unknown>>;

/** In which fields two readings of the same paper differ, in the order of the later one. */
export function changedFields(before: object, after: object): ChangedField[] {
  return Object.entries({ ...before, ...after }).flatMap(([place]) => {
    const was = (before as Areas)[place];
    const is = (after as Areas)[place];
    if (!isArea(was) && !isArea(is))
      return same(was ?? null, is ?? null) ? [] : [said(place, place, was, is)];
    const old = isArea(was) ? was : {};
    const now = isArea(is) ? is : {};
    return Object.keys({ ...old, ...now })
      .filter((field) => !same(old[field] ?? null, now[field] ?? null))
      .map((field) => said(place, field, old[field], now[field]));
  });
}

function said(place: string, field: string, before: unknown, after: unknown): ChangedField {
  return { place, field, before: before ?? null, after: after ?? null };
}

function isArea(value: unknown): value is Areas {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
