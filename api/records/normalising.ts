import {
  findNormalisation,
  freezeNormalisation,
  type FrozenNormalisation,
  holdNormalisation,
  keepNormalised,
} from '../../db/desk/normalisations.ts';
import { noteReadsOfRecords } from '../../db/desk/readAudit.ts';
import { keepNotice } from '../../db/desk/recordNotices.ts';
import { appendVersions } from '../../db/desk/records.ts';
import { listChosen, listSaid } from '../../db/read/normalisations.ts';
import { listHeads } from '../../db/read/records.ts';
import type { Account } from '../../domain/account.ts';
import { isUnnormalised, normalised, type RecordFile } from '../../domain/record/file.ts';
import {
  groupWords,
  type Normalisation,
  type NormalisationBody,
  type NormalisationItem,
  type WordGroup,
} from '../../domain/record/normalisation.ts';
import type { CatalogueBook } from '../catalogue/catalogueBook.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';
import { recordOn } from './shelf.ts';

/** What the un-normalised judgments of a department say, with suggestions; nothing is mapped by it. */
export async function wordGroups(
  deps: ApiDeps,
  book: CatalogueBook,
  account: Account,
): Promise<{ version: number; groups: WordGroup[] }> {
  const { version, offences } = await book.inForce();
  return { version, groups: groupWords(offences, await listSaid(deps.pool, account.unit)) };
}

/** Freeze exactly the judgments that chosen words stand in; carried out by {@link confirmBatch}. */
export async function previewBatch(
  deps: ApiDeps,
  book: CatalogueBook,
  account: Account,
  { body, key }: { body: NormalisationBody; key: string },
): Promise<Normalisation> {
  await checkCodes(
    book,
    body.version,
    body.groups.map(({ code, from }) => ({ code, on: from })),
  );
  const items = await listChosen(deps.pool, account.unit, body.groups);
  if (items.length === 0) throw new Refused('NOTHING_TO_NORMALISE');
  const made = { unit: account.unit, version: body.version, by: account.id, at: nowIso(deps) };
  await freezeNormalisation(deps.pool, { id: key, items, ...made });
  return batchOf(deps, account, key);
}

/** Map one judgment by one key: a batch of one, previewed by what the page shows. */
export async function mapJudgment(
  deps: ApiDeps,
  book: CatalogueBook,
  account: Account,
  { number, ref, code, key }: { number: string; ref: number; code: string; key: string },
): Promise<Normalisation> {
  const { version } = await book.inForce();
  const record = await recordOn(deps, account, number);
  if (record.abandonedAt !== null) throw new Refused('RECORD_ABANDONED');
  const judgment = record.file.judgments.find((one) => one.ref === ref);
  if (judgment === undefined) throw new Refused('NOT_FOUND');
  if (!isUnnormalised(judgment)) throw new Refused('ALREADY_NORMALISED');
  await checkCodes(book, version, [{ code, on: judgment.date }]);
  const { offence, provision } = judgment;
  const { fullName } = record;
  const item = { number, version: record.version, ref, fullName, offence, provision, code };
  const made = { unit: account.unit, version, by: account.id, at: nowIso(deps) };
  await freezeNormalisation(deps.pool, { id: key, items: [item], ...made });
  const batch = await confirmBatch(deps, account, key);
  if (batch.items.some(({ result }) => result === 'RECORD_CHANGED'))
    throw new Refused('RECORD_CHANGED');
  return batch;
}

async function checkCodes(
  book: CatalogueBook,
  version: number,
  chosen: readonly { code: string; on: string }[],
): Promise<void> {
  const inForce = await book.inForce();
  if (inForce.version !== version) throw new Refused('CATALOGUE_CHANGED');
  const known = new Map(inForce.offences.map((offence) => [offence.code, offence.validFrom]));
  for (const { code, on } of chosen) {
    const since = known.get(code);
    if (since === undefined || since > on) throw new Refused('OFFENCE_NOT_LISTED');
  }
}

/** A batch of the account's unit, with what came of it; that its records were read is noted. */
export async function batchOf(deps: ApiDeps, account: Account, id: string): Promise<Normalisation> {
  const batch = shown(mine(await findNormalisation(deps.pool, id), account));
  const numbers = batch.items.map(({ number }) => number);
  const read = { account: account.id, numbers, what: 'normalisation' } as const;
  await noteReadsOfRecords(deps.pool, { ...read, at: nowIso(deps) });
  return batch;
}

function mine(batch: FrozenNormalisation | null, account: Account): FrozenNormalisation {
  if (batch === null || batch.unit !== account.unit) throw new Refused('NOT_FOUND');
  return batch;
}

function shown({ results, items, ...batch }: FrozenNormalisation): Normalisation {
  return {
    ...batch,
    items: items.map((item, at) => ({ ...item, result: results?.[at] ?? null })),
  };
}

/**
 * Carry out a frozen batch once: every record that has not changed since gets one version, and one notice
 * tells the Centre of what was mapped, in the same transaction. A repeat gives what came of the first.
 */
export async function confirmBatch(
  deps: ApiDeps,
  account: Account,
  id: string,
): Promise<Normalisation> {
  const at = nowIso(deps);
  await deps.pool.transaction(async (db) => {
    const batch = mine(await holdNormalisation(db, id), account);
    if (batch.results !== null) return;
    const numbers = [...new Set(batch.items.map(({ number }) => number))];
    const heads = await listHeads(db, 'PROVINCE', numbers);
    const versions = numbers.flatMap((number) => {
      const head = heads.get(number);
      const items = batch.items.filter((item) => item.number === number);
      if (head === undefined || items.some((item) => item.version !== head.version)) return [];
      return [{ number, base: head.version, file: mapped(head.file, items, batch.version) }];
    });
    const making = {
      book: 'PROVINCE',
      cause: 'NORMALISED',
      sourceId: id,
      by: account.id,
      at,
    } as const;
    const written = await appendVersions(db, making, versions);
    const done = batch.items.filter(({ number }) => written.has(number));
    await keepNormalised(
      db,
      id,
      batch.items.map(({ number }) => (written.has(number) ? 'NORMALISED' : 'RECORD_CHANGED')),
      at,
    );
    if (done.length === 0) return;
    const items = done.map(({ number, ref, offence, provision, code }) => {
      return { number, ref, offence, provision, code, catalogueVersion: batch.version };
    });
    await keepNotice(db, { id, unit: batch.unit, kind: 'NORMALISED', by: account.id, at, items });
  });
  return batchOf(deps, account, id);
}

function mapped(
  file: RecordFile,
  items: readonly NormalisationItem[],
  version: number,
): RecordFile {
  return items.reduce((next, { ref, code }) => normalised(next, ref, { code, version }), file);
}
