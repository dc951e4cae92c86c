import { createHash } from 'node:crypto';
import { keepRelease } from '../../db/desk/catalogue.ts';
import { findRelease, listOffences, originOf, releaseInForce } from '../../db/read/catalogue.ts';
import type { Account } from '../../domain/account.ts';
import { vocabularyOf } from '../../domain/offence/encodings.ts';
import { keepGood, type ListLine, listLines, readList } from '../../domain/offence/readList.ts';
import type { ListUpload } from '../../domain/offence/release.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { type CsvRow, readCsv } from '../csv.ts';
import { listText } from '../listText.ts';
import { Refused } from '../refused.ts';

/** A catalogue has hundreds of offences; more rows than this are some other file. */
const MOST_ROWS = 5_000;

/**
 * Keep a list as a draft of the next release, compared with the one in force; nothing is in force by it.
 * The same key again is the same draft, with another file it is refused.
 */
export async function importList(
  deps: ApiDeps,
  account: Account,
  { bytes, upload, key }: { bytes: Buffer; upload: ListUpload; key: string },
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { id: base } = await releaseInForce(deps.pool);
  const inForce = await listOffences(deps.pool, base);
  const { encoding, text } = await listText(bytes, upload.encoding, () =>
    vocabularyOf(inForce.map(({ name }) => name)),
  );
  const list = readList(linesOf(text));
  const { offences, carried } = keepGood(list, inForce);
  if (offences.length === 0 && list.problems.length === 0) throw new Refused('LIST_EMPTY');
  await keepRelease(deps.pool, {
    id: key,
    base,
    title: upload.title,
    fileName: upload.name,
    encoding,
    sha256,
    file: bytes,
    problems: list.problems,
    offences,
    carried,
    by: account.id,
    at: nowIso(deps),
    ready: list.problems.length === 0 || upload.keepGood,
  });
  const kept = await findRelease(deps.pool, key);
  const origin = kept === null ? null : await originOf(deps.pool, key);
  if (origin?.sha256 !== sha256) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return key;
}

function linesOf(text: string): ListLine[] {
  const records = recordsOf(text);
  if (records.length > MOST_ROWS + 1) throw new Refused('LIST_TOO_LONG');
  if (records.length === 0) throw new Refused('LIST_EMPTY');
  const lines = listLines(
    records.map(({ record }) => record),
    records.map(({ info }) => info.lines),
  );
  if (lines === null) throw new Refused('LIST_UNREADABLE');
  return lines;
}

function recordsOf(text: string): CsvRow[] {
  try {
    return readCsv(text, MOST_ROWS + 2);
  } catch (cause) {
    throw new Refused('LIST_UNREADABLE', [], { cause });
  }
}
