import type { DatabaseTransactionConnection } from 'slonik';
import type * as z from 'zod';
import { decideProposal, holdRecords } from '../../db/desk/recordProposals.ts';
import { keepNotice } from '../../db/desk/recordNotices.ts';
import { appendVersions } from '../../db/desk/records.ts';
import { holdSlips } from '../../db/intake/slips.ts';
import { mergeHindrance, slipOpen } from '../../db/read/recordOrder.ts';
import { versionBefore } from '../../db/read/records.ts';
import { findProposal, type Proposal } from '../../db/read/recordProposals.ts';
import type { Account } from '../../domain/account.ts';
import type { AmendmentKind } from '../../domain/record/amendment.ts';
import type { DecisionBody } from '../../domain/record/book.ts';
import type { RecordFile } from '../../domain/record/file.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';
import { knowAmended } from './knowAmended.ts';
import { amendmentOf, deciderOf, tokenOf, weigh, type Weighed } from './proposals.ts';

/**
 * Decide a proposal: never by its proposer, by the unit that answers for the record. An approval makes
 * exactly the change that was shown, in one transaction with the decision. The same person's same decision again
 * is done already.
 */
export async function decide(
  deps: ApiDeps,
  account: Account,
  { id, decision }: { id: string; decision: z.infer<typeof DecisionBody> },
): Promise<Proposal> {
  const proposal = await findProposal(deps.pool, id);
  if (proposal === null) throw new Refused('PROPOSAL_UNKNOWN');
  if (proposal.proposer === account.id) throw new Refused('PROPOSER_MAY_NOT_APPROVE');
  if ((await deciderOf(deps, proposal)) !== account.unit) throw new Refused('NOT_YOUR_UNIT');
  if (proposal.state !== 'OPEN') {
    if (await decidedSo(deps, account, proposal, decision)) return proposal;
    throw new Refused('PROPOSAL_DECIDED');
  }
  const decided = { id, by: account.id, at: nowIso(deps) };
  if (!decision.approve) {
    const refusal = decision.reason;
    const refused = await decideProposal(deps.pool, { ...decided, refusal });
    if (!refused) throw new Refused('PROPOSAL_DECIDED');
    return proposal;
  }
  const weighed = await weigh(deps, { ...proposal, ...amendmentOf(proposal) });
  if (weighed === null || weighed.token !== decision.token) throw new Refused('RECORD_CHANGED');
  const { result } = weighed;
  if ('path' in result) throw new Refused('INVALID_INPUT', [result]);
  await approve(deps, proposal, decided, { ...weighed, result });
  return proposal;
}

/** Whether a proposal was decided by an account as it would now, an approval of the same contents. */
async function decidedSo(
  { pool }: ApiDeps,
  account: Account,
  proposal: Proposal,
  decision: z.infer<typeof DecisionBody>,
): Promise<boolean> {
  const { id, number, decider, refusal } = proposal;
  if (decider !== account.id) return false;
  if (!decision.approve) return refusal === decision.reason;
  const amendment = amendmentOf(proposal);
  const numbers = amendment.kind === 'MERGE' ? [number, amendment.details.from] : [number];
  const on = await Promise.all(numbers.map((one) => versionBefore(pool, one, id)));
  return tokenOf(id, on) === decision.token;
}

/** Changes after which the person may be known under another name or number. */
const RENAMING: readonly AmendmentKind[] = ['PERSON_CORRECTED', 'CIVIL_STATUS', 'MERGE'];

interface Decided {
  id: string;
  by: string;
  at: string;
}

async function approve(
  deps: ApiDeps,
  { number, kind, proposer, reason, unit }: Proposal,
  { id, by, at }: Decided,
  { head, other, result }: Weighed & { result: RecordFile },
): Promise<void> {
  const making = { book: 'PROVINCE', sourceId: id, by: proposer, approvedBy: by, at } as const;
  await deps.pool.transaction(async (db) => {
    const numbers = other === null ? [number] : [number, other.number];
    await holdRecords(db, numbers);
    if (!(await decideProposal(db, { id, refusal: null, by, at }))) {
      throw new Refused('PROPOSAL_DECIDED');
    }
    await checkOrder(db, kind, numbers);
    const next = { number, base: head.version, file: result, reason };
    const written = await appendVersions(db, { ...making, cause: kind }, [next]);
    if (!written.has(number)) throw new Refused('RECORD_CHANGED');
    if (RENAMING.includes(kind)) await knowAmended(db, { id, number, unit, person: result.person });
    if (other === null) return;
    const away = { ...other, base: other.version, reason, mergedInto: number };
    const gone = await appendVersions(db, { ...making, cause: 'MERGED_AWAY' }, [away]);
    if (!gone.has(other.number)) throw new Refused('RECORD_CHANGED');
    const items = [{ number: other.number, mergedInto: number }];
    await keepNotice(db, { id, unit, kind: 'MERGED', by, at, items });
  });
}

/**
 * Refuse what slips under way may not cross: a merge, for each book numbers judgments on its own, and the
 * striking of a document that such a slip may bring again. A merge also waits for changes that were not told.
 */
async function checkOrder(
  db: DatabaseTransactionConnection,
  kind: AmendmentKind,
  numbers: readonly string[],
): Promise<void> {
  if (kind !== 'MERGE' && kind !== 'EXECUTION_CORRECTED') return;
  await holdSlips(db, numbers);
  if (await slipOpen(db, numbers)) throw new Refused('EARLIER_SLIP_OPEN');
  const hindrance = kind === 'MERGE' ? await mergeHindrance(db, numbers) : null;
  if (hindrance !== null) throw new Refused(hindrance);
}
