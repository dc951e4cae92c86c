import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { discardRelease, keepGoodRows, publishRelease } from '../../db/desk/catalogue.ts';
import { findRelease, listOffences, type Origin, originOf } from '../../db/read/catalogue.ts';
import { brokenUnique } from '../../db/uniqueViolation.ts';
import type { Account } from '../../domain/account.ts';
import { compareLists } from '../../domain/offence/compare.ts';
import {
  type CatalogueChange,
  type ChangeQuery,
  type CatalogueRelease,
  CHANGE_KINDS,
  type ChangeKind,
  type ReleasePage,
} from '../../domain/offence/release.ts';
import { FIELD_TEXTS } from '../../domain/wording/fields.ts';
import type { Language } from '../../domain/wording/refusals.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { convertedLines } from '../listText.ts';
import { Refused } from '../refused.ts';

const MOST_SHOWN_PROBLEMS = 500;

/** A release, or the refusal that there is none. */
export async function releaseOf(deps: ApiDeps, id: string): Promise<CatalogueRelease> {
  const release = await findRelease(deps.pool, id);
  if (release === null) throw new Refused('NOT_FOUND');
  return release;
}

/** What a release changes, of one kind or all, and how many there are. */
export async function changesAsked(
  deps: ApiDeps,
  id: string,
  { kind, page, limit }: z.infer<typeof ChangeQuery>,
): Promise<{ changes: CatalogueChange[]; total: number }> {
  await releaseOf(deps, id);
  const all = await changesOf(deps, id, (await originOf(deps.pool, id)).base);
  const asked = all.filter((change) => kind === undefined || change.kind === kind);
  return { changes: asked.slice((page - 1) * limit, page * limit), total: asked.length };
}

/** What a release changes in the one that was in force when its list came. */
async function changesOf(
  deps: ApiDeps,
  id: string,
  base: string | null,
): Promise<CatalogueChange[]> {
  const before = base === null ? [] : await listOffences(deps.pool, base);
  return compareLists(before, await listOffences(deps.pool, id));
}

/** A release as its page shows it. */
export async function releasePage(
  deps: ApiDeps,
  account: Account,
  id: string,
  language: Language,
): Promise<ReleasePage> {
  const release = await releaseOf(deps, id);
  const origin = await originOf(deps.pool, id);
  const changes = await changesOf(deps, id, origin.base);
  const count = (kind: ChangeKind): number => changes.filter((one) => one.kind === kind).length;
  return {
    release,
    changes: Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, count(kind)])) as Record<
      ChangeKind,
      number
    >,
    problems: origin.problems.slice(0, MOST_SHOWN_PROBLEMS).map((problem) => {
      const text = FIELD_TEXTS[problem.code] ?? FIELD_TEXTS['WRONG_FORMAT'];
      return { ...problem, message: text?.[language] ?? problem.code };
    }),
    samples: origin.file === null ? [] : await convertedLines(release.encoding, origin.file),
    token: tokenOf(id, origin),
    own: origin.hands.includes(account.id),
  };
}

/** Take the good rows of a faulty list, the release in force standing in for the others. */
export async function keepGoodOf(deps: ApiDeps, account: Account, id: string): Promise<void> {
  await releaseOf(deps, id);
  if (!(await keepGoodRows(deps.pool, id, account.id))) throw new Refused('LIST_NOT_OPEN');
}

export async function discard(deps: ApiDeps, id: string): Promise<void> {
  await releaseOf(deps, id);
  if (!(await discardRelease(deps.pool, id))) throw new Refused('LIST_NOT_OPEN');
}

/**
 * Put a draft in force as the next version; by another person than imported it or kept its good rows.
 * Refused when a release came into force since the list was compared.
 */
export async function publish(
  deps: ApiDeps,
  account: Account,
  { id, token }: { id: string; token: string },
): Promise<void> {
  const { state } = await releaseOf(deps, id);
  if (state === 'FAULTY') throw new Refused('LIST_FAULTY');
  if (state !== 'DRAFT') throw new Refused('LIST_NOT_OPEN');
  const origin = await originOf(deps.pool, id);
  if (origin.hands.includes(account.id)) throw new Refused('IMPORTER_MAY_NOT_RELEASE');
  if (token !== tokenOf(id, origin)) throw new Refused('LIST_OUTDATED');
  const handled = { id, by: account.id, at: nowIso(deps) };
  const published = await publishRelease(deps.pool, handled).catch((error: unknown) => {
    if (brokenUnique(error) === 'catalogue_releases_version_key') return false;
    throw error;
  });
  if (!published) throw new Refused('LIST_OUTDATED');
}

function tokenOf(id: string, { base, sha256, hands }: Origin): string {
  return createHash('sha256')
    .update([id, base, sha256, ...hands].join(' '))
    .digest('hex');
}
