import type * as z from 'zod';
import { noteReadsOfRecords } from '../../db/desk/readAudit.ts';
import { listMergesForCentre } from '../../db/read/recordProposals.ts';
import type { Account } from '../../domain/account.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import type { ProposalLines } from '../../domain/record/book.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { proposalLines } from './proposals.ts';

/** Merges across departments that wait for the Centre, none for others; that both records were read is noted. */
export async function mergesFor(
  deps: ApiDeps,
  account: Account,
): Promise<z.infer<typeof ProposalLines>> {
  if (account.unit !== CENTRE_UNIT) return { proposals: [] };
  const merges = await listMergesForCentre(deps.pool);
  const proposals = await proposalLines(deps, account, merges);
  await noteReadsOfRecords(deps.pool, {
    account: account.id,
    numbers: proposals.flatMap(({ number, from }) => [number, from ?? number]),
    what: 'merges',
    at: nowIso(deps),
  });
  return { proposals };
}
