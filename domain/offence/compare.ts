import { type ListedOffence, OFFENCE_FIELDS, type OffenceField, spelling } from './offence.ts';
import { CHANGE_KINDS, type CatalogueChange, type ChangeKind } from './release.ts';

/**
 * What a new list does to an earlier one: every offence of the earlier list has exactly one change, every
 * offence of the new list stands in the earlier one, takes the place of one, or is ADDED.
 *
 * An offence that ends now goes over into its `replacedBy`. One that is missing goes over into the new
 * entries of its own article: a list with other codes, or a finer one, withdraws nothing.
 */
export function compareLists(
  before: readonly ListedOffence[],
  after: readonly ListedOffence[],
): CatalogueChange[] {
  const now = new Map(after.map((offence) => [offence.code, offence]));
  const known = new Set(before.map(({ code }) => code));
  const fresh = after.filter(({ code }) => !known.has(code));
  const ways = before.map((offence) => [offence, placeTakers(offence, now, fresh)] as const);
  const taken = countEach(ways.flatMap(([, into]) => into ?? []));
  const changes = ways.map(([offence, into]) =>
    into === null
      ? changeInPlace(offence, now.get(offence.code) ?? offence)
      : changeOver(offence, now.get(offence.code) ?? null, into, { now, taken }),
  );
  const added = fresh.filter(({ code }) => !taken.has(code)).map(addition);
  return [...changes, ...added].toSorted(
    (a, b) => rank(a.kind) - rank(b.kind) || (a.code < b.code ? -1 : 1),
  );
}

function rank(kind: ChangeKind): number {
  return CHANGE_KINDS.indexOf(kind);
}

/** Codes that take an offence's place; null when it stays. */
function placeTakers(
  offence: ListedOffence,
  now: ReadonlyMap<string, ListedOffence>,
  fresh: readonly ListedOffence[],
): string[] | null {
  const next = now.get(offence.code);
  if (next !== undefined) {
    if (!endsEarlier(offence, next)) return null;
    return next.replacedBy.filter((code) => now.has(code) && code !== offence.code);
  }
  const sameArticle = fresh.filter(
    ({ penalCode, article }) => penalCode === offence.penalCode && article === offence.article,
  );
  const sameName = sameArticle.filter(({ name }) => spelling(name) === spelling(offence.name));
  return (sameName.length > 0 ? sameName : sameArticle).map(({ code }) => code);
}

function endsEarlier(offence: ListedOffence, next: ListedOffence): boolean {
  return next.validTo !== null && (offence.validTo === null || next.validTo < offence.validTo);
}

function countEach(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function changeInPlace(before: ListedOffence, after: ListedOffence): CatalogueChange {
  const fields = differing(before, after);
  const renamed = spelling(before.name) !== spelling(after.name);
  const kind = renamed ? 'RENAMED' : fields.length > 0 ? 'AMENDED' : 'UNCHANGED';
  return { kind, code: before.code, before, after, into: [], fields };
}

interface Lists {
  now: ReadonlyMap<string, ListedOffence>;
  /** How many offences each code takes the place of. */
  taken: ReadonlyMap<string, number>;
}

function changeOver(
  before: ListedOffence,
  ended: ListedOffence | null,
  codes: readonly string[],
  { now, taken }: Lists,
): CatalogueChange {
  const into = codes.flatMap((code) => {
    const offence = now.get(code);
    return offence === undefined ? [] : [offence];
  });
  const [only] = into;
  const after = ended ?? (into.length === 1 && only !== undefined ? only : null);
  const merged = into.some(({ code }) => (taken.get(code) ?? 0) > 1);
  const kind =
    into.length === 0 ? 'WITHDRAWN' : into.length > 1 ? 'SPLIT' : merged ? 'MERGED' : 'RENAMED';
  return {
    kind,
    code: before.code,
    before,
    after,
    into: into.map(({ code, name }) => ({ code, name })),
    fields: after === null ? [] : differing(before, after),
  };
}

function addition(offence: ListedOffence): CatalogueChange {
  return { kind: 'ADDED', code: offence.code, before: null, after: offence, into: [], fields: [] };
}

function differing(before: ListedOffence, after: ListedOffence): OffenceField[] {
  // Capitals say nothing of law, and are lost where a list came in TCVN3.
  const said = (offence: ListedOffence, field: OffenceField): string =>
    String(offence[field]).toLowerCase();
  return OFFENCE_FIELDS.filter((field) => said(before, field) !== said(after, field));
}
