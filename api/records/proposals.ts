import { createHash } from 'node:crypto';
import type { CommonQueryMethods } from 'slonik';
import type * as z from 'zod';
import { keepProposal } from '../../db/desk/recordProposals.ts';
import { type Content, findRecord, findVersion, listHeads } from '../../db/read/records.ts';
import { findProposal, type Proposal } from '../../db/read/recordProposals.ts';
import type { Account } from '../../domain/account.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { allows } from '../../domain/permission.ts';
import {
  type Amendment,
  amended,
  AMENDMENTS,
  type Unsound,
} from '../../domain/record/amendment.ts';
import type { ProposalBody, ProposalLine } from '../../domain/record/book.ts';
import { differencesOf } from '../../domain/record/differences.ts';
import type { RecordFile } from '../../domain/record/file.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { refusedInput } from '../problem.ts';
import { Refused } from '../refused.ts';
import { checkAmendment } from './amendmentChecks.ts';
import { checkStands, recordOn } from './shelf.ts';

/** A proposed change on the contents it would be made in now. */
export interface Weighed {
  head: Content;
  /** The record to be merged into it. */
  other: Content | null;
  result: RecordFile | Unsound;
  token: string;
}

interface Proposing {
  body: z.infer<typeof ProposalBody>;
  key: string;
  /** What is kept with the proposal in one transaction; throws to keep neither. */
  beside?: (db: CommonQueryMethods) => Promise<void>;
}

/** Propose a change of a record; it is judged as it would be made now. The same key again is the same proposal. */
export async function propose(
  deps: ApiDeps,
  account: Account,
  number: string,
  { body, key, beside }: Proposing,
): Promise<void> {
  const record = await recordOn(deps, account, number);
  await checkStands(deps, record);
  if (body.version > record.version) throw new Refused('RECORD_CHANGED');
  const parsed = AMENDMENTS[body.kind].safeParse(body.details);
  if (!parsed.success) {
    throw refusedInput(
      parsed.error.issues.map((issue) => ({ ...issue, path: ['details', ...issue.path] })),
    );
  }
  const amendment = { kind: body.kind, details: parsed.data } as Amendment;
  await checkAmendment(deps, amendment);
  if (amendment.kind === 'MERGE' && amendment.details.from === number) {
    throw new Refused('INVALID_INPUT', [{ path: 'details.from', code: 'RECORD_ITSELF' }]);
  }
  const weighed = await weigh(deps, { ...amendment, number, base: body.version, id: key });
  if (weighed === null) throw new Refused('RECORD_CHANGED');
  if ('path' in weighed.result) throw new Refused('INVALID_INPUT', [weighed.result]);
  const proposed = { by: account.id, at: nowIso(deps) };
  const { reason, version: base } = body;
  await deps.pool.transaction(async (db) => {
    await keepProposal(db, { id: key, number, base, amendment, reason, ...proposed });
    const kept = await findProposal(db, key);
    if (kept === null) throw new Refused('RECORD_ABANDONED');
    if (kept.number !== number || kept.reason !== reason)
      throw new Refused('IDEMPOTENCY_KEY_REUSED');
    await beside?.(db);
  });
}

/** What a proposal would make of its record now; null when the record stands no more or is unknown. */
export async function weigh(
  deps: ApiDeps,
  proposal: Amendment & Pick<Proposal, 'id' | 'number' | 'base'>,
): Promise<Weighed | null> {
  const { number, base: version } = proposal;
  const from = proposal.kind === 'MERGE' ? proposal.details.from : null;
  const numbers = from === null ? [number] : [number, from];
  const heads = await listHeads(deps.pool, 'PROVINCE', numbers);
  const head = heads.get(number);
  const base = await findVersion(deps.pool, { book: 'PROVINCE', number, version });
  if (head === undefined || base === null) return null;
  const other = from === null ? null : (heads.get(from) ?? null);
  const contents = { head: head.file, base, other: other?.file ?? null };
  return {
    head,
    other,
    result: amended(proposal, contents),
    token: tokenOf(proposal.id, [head.version, other?.version]),
  };
}

/** What an approval shows to have seen: a proposal on certain versions, its own record's first. */
export function tokenOf(id: string, versions: readonly (number | undefined)[]): string {
  const [head, other] = versions;
  return createHash('sha256').update([id, head, other].join(' ')).digest('hex');
}

/** Proposals as an account sees them, each with what it would change now. */
export function proposalLines(
  deps: ApiDeps,
  account: Account,
  proposals: readonly Proposal[],
): Promise<ProposalLine[]> {
  return Promise.all(proposals.map((proposal) => proposalLine(deps, account, proposal)));
}

async function proposalLine(
  deps: ApiDeps,
  account: Account,
  proposal: Proposal,
): Promise<ProposalLine> {
  const {
    base: _base,
    details: _details,
    decider: _decider,
    proposer,
    unit: _unit,
    ...line
  } = proposal;
  const amendment = amendmentOf(proposal);
  const from = amendment.kind === 'MERGE' ? amendment.details.from : null;
  const nothing = { from, persons: [], differences: [], token: null, decidable: false };
  if (proposal.state !== 'OPEN') return { ...line, ...nothing };
  const weighed = await weigh(deps, { ...proposal, ...amendment });
  if (weighed === null || 'path' in weighed.result) return { ...line, ...nothing };
  const mayApprove = allows(account, 'record.approve') && proposer !== account.id;
  const decidable = mayApprove && (await deciderOf(deps, proposal)) === account.unit;
  // What another department's record says is shown to nobody but who resolves the merge.
  const shown = decidable || from === null || (await unitOf(deps, from)) === account.unit;
  const { head, other, result, token } = weighed;
  const differences = shown ? differencesOf(head.file, result) : [];
  const persons =
    shown && other !== null
      ? differencesOf(other.file, head.file).filter(({ place }) => place === 'person')
      : [];
  return { ...line, from, persons, differences, token, decidable };
}

/** A proposal's change with its details in the shape of its kind. */
export function amendmentOf({ kind, details }: Pick<Proposal, 'kind' | 'details'>): Amendment {
  return { kind, details } as Amendment;
}

/** The unit that decides: the record's own, or the Centre where two departments are concerned (Art. 5a). */
export async function deciderOf(deps: ApiDeps, proposal: Proposal): Promise<string> {
  const amendment = amendmentOf(proposal);
  if (amendment.kind !== 'MERGE') return proposal.unit;
  const other = await unitOf(deps, amendment.details.from);
  return other === null || other === proposal.unit ? proposal.unit : CENTRE_UNIT;
}

async function unitOf(deps: ApiDeps, number: string): Promise<string | null> {
  return (await findRecord(deps.pool, 'PROVINCE', number))?.unit ?? null;
}
