import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Amendment } from '../../domain/record/amendment.ts';
import { ProposalLine } from '../../domain/record/book.ts';
import { sql } from '../sql.ts';

// Parsed by the schema of its kind when it was proposed.
const Details = z.custom<Amendment['details']>((value) => typeof value === 'object');

const Proposal = ProposalLine.omit({
  from: true,
  persons: true,
  differences: true,
  token: true,
  decidable: true,
}).extend({
  base: z.int(),
  details: Details,
  proposer: z.string(),
  decider: z.string().nullable(),
  unit: z.string(),
});
export type Proposal = z.infer<typeof Proposal>;

const columns = sql.fragment`
  p.id, p.number, p.base, p.kind, p.details, p.reason, p.state, p.proposed_by AS proposer,
  a.display_name AS "proposedBy", p.proposed_at AS "proposedAt", d.display_name AS "decidedBy",
  p.decided_by AS decider, p.decided_at AS "decidedAt", p.refusal, r.unit,
  (SELECT jsonb_build_object('caseId', s.case_id, 'step', coalesce(c.step, 'ENTERED'))
    FROM slips s LEFT JOIN cases c USING (case_id)
    WHERE s.proposal = p.id AND c.step IS DISTINCT FROM 'ABANDONED' LIMIT 1) AS slip
`;
const tables = sql.fragment`
  record_proposals p JOIN records r ON r.book = 'PROVINCE' AND r.number = p.number
  JOIN accounts a ON a.id = p.proposed_by LEFT JOIN accounts d ON d.id = p.decided_by
`;

export function findProposal(db: CommonQueryMethods, id: string): Promise<Proposal | null> {
  return db.maybeOne(sql.type(Proposal)`SELECT ${columns} FROM ${tables} WHERE p.id = ${id}`);
}

/** What was proposed for a record, or to take it into another one; what waits first, then the latest. */
export function listProposals(
  db: CommonQueryMethods,
  number: string,
): Promise<readonly Proposal[]> {
  return db.any(sql.type(Proposal)`
    SELECT ${columns} FROM ${tables}
    WHERE p.id IN (
      SELECT id FROM record_proposals WHERE number = ${number}
      UNION SELECT id FROM record_proposals WHERE kind = 'MERGE' AND details ->> 'from' = ${number})
    ORDER BY p.state = 'OPEN' DESC, p.proposed_at DESC LIMIT 200
  `);
}

/** Merges of records of two departments that wait for the Centre, the oldest first. */
export function listMergesForCentre(db: CommonQueryMethods): Promise<readonly Proposal[]> {
  return db.any(sql.type(Proposal)`
    SELECT ${columns} FROM ${tables}
      JOIN records o ON o.book = 'PROVINCE' AND o.number = p.details ->> 'from'
    WHERE p.kind = 'MERGE' AND p.state = 'OPEN' AND o.unit <> r.unit ORDER BY p.proposed_at LIMIT 200
  `);
}
