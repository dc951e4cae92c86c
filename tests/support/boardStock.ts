import type { DatabasePool } from 'slonik';
import type * as z from 'zod';
import { listCases, type Viewer } from '../../db/read/worklist.ts';
import type { WorklistQuery } from '../../domain/case.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { DAY_MS, isoOf } from '../../domain/instant.ts';
import { at } from './nationalCalendar.ts';
import { finish, put, type Standing } from './stockOfCases.ts';

/** The instant at which the board is read. */
export const NOW = at('2023-09-18', '10:00');
export const UNITS = ['STP-01', 'STP-40'] as const;

/** When each case came in, days before now, and what became of it. */
export const STOCK: Standing[] = Array.from({ length: 60 }, (_, i) => ({
  caseId: `HN-P-2023-${String(i + 1).padStart(6, '0')}`,
  unit: UNITS[i % 2] ?? '',
  receivedAt: NOW - (i % 23) * DAY_MS - (i % 5) * 3_600_000,
  step:
    (['ACCEPTED', 'VERIFYING', 'CHECKING', 'ISSUING', 'SUBMITTED'] as const)[i % 5] ?? 'ACCEPTED',
  issuedAt: i % 5 === 3 && i % 4 !== 3 ? NOW - (i % 3) * DAY_MS : null,
}));

/** Write the stock, with the certificates that were issued. */
export async function fillStock(db: DatabasePool): Promise<void> {
  for (const standing of STOCK) {
    await put(db, standing);
    if (standing.issuedAt !== null) await finish(db, standing, standing.issuedAt);
  }
}

export const supervisor = (unit: string | null, now = NOW): Viewer => ({
  account: '00000000-0000-4000-8000-000000000000',
  roles: ['SUPERVISOR'],
  unit: unit ?? CENTRE_UNIT,
  now: isoOf(now),
});

/** All cases of a list, page after page. */
export async function allOf(
  db: DatabasePool,
  unit: string | null,
  asked: Partial<z.infer<typeof WorklistQuery>>,
  now = NOW,
) {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query = {
      queue: 'all' as const,
      limit: 7,
      ...asked,
      ...(after === null ? {} : { after }),
    };
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(
      db,
      query,
      supervisor(unit, now),
    );
    ids.push(...page.cases.map(({ caseId }) => caseId));
    after = page.next;
  } while (after !== null);
  if (new Set(ids).size !== ids.length) throw new Error('a case is listed twice');
  return ids;
}
