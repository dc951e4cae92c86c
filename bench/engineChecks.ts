import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import * as z from 'zod';
import { sql } from '../db/sql.ts';
import { CASE_KINDS } from '../domain/flow/flow.ts';
import { WORKFLOW_TYPES } from '../workflows/messages.ts';
import { type Invariant, verdict, type Witnesses } from './verdict.ts';

/** The server's list of workflows lags behind by its own account. */
const LIST_LAG_MS = 10_000;
const LOOK_AGAIN_MS = 500;

const CaseRow = z.object({
  caseId: z.string(),
  kind: z.enum(CASE_KINDS),
  closed: z.boolean(),
});
type CaseRow = z.infer<typeof CaseRow>;

interface Lives {
  type: string;
  /** Runs that were not continued by another one: exactly one in a sound life. */
  ends: number;
  status: string;
}

/** Rules about dossiers and workflows: one life each, of the right kind, over when the case is closed. */
export async function engineChecks({
  db,
  client,
  ownEngine,
  listLagMs = LIST_LAG_MS,
}: Witnesses): Promise<Invariant[]> {
  const until = Date.now() + listLagMs;
  for (;;) {
    const rows = await db.any(sql.type(CaseRow)`
      SELECT s.case_id AS "caseId", s.kind, coalesce(c.closed_at IS NOT NULL, false) AS closed
      FROM submissions s LEFT JOIN cases c USING (case_id)
    `);
    const invariants = compare(rows, await listLives(client), ownEngine);
    if (invariants.every(({ holds }) => holds) || Date.now() > until) return invariants;
    await pause(LOOK_AGAIN_MS);
  }
}

async function listLives(client: Client): Promise<Map<string, Lives>> {
  const types = Object.values(WORKFLOW_TYPES).map((type) => `WorkflowType = '${type}'`);
  const lives = new Map<string, Lives>();
  for await (const run of client.workflow.list({ query: types.join(' OR '), pageSize: 1000 })) {
    const before = lives.get(run.workflowId);
    const isEnd = run.status.name !== 'CONTINUED_AS_NEW';
    lives.set(run.workflowId, {
      type: run.type,
      ends: (before?.ends ?? 0) + Number(isEnd),
      status: isEnd ? run.status.name : (before?.status ?? run.status.name),
    });
  }
  return lives;
}

function compare(
  rows: readonly CaseRow[],
  lives: ReadonlyMap<string, Lives>,
  ownEngine: boolean,
): Invariant[] {
  const lifeless = rows
    .filter(({ caseId, kind }) => {
      const life = lives.get(caseId);
      return life?.ends !== 1 || life.type !== WORKFLOW_TYPES[kind];
    })
    .map(({ caseId }) => `${caseId} ${lives.get(caseId)?.ends ?? 0}`);
  const known = new Set(rows.map(({ caseId }) => caseId));
  const strays = ownEngine ? [...lives.keys()].filter((id) => !known.has(id)) : [];
  const disagreeing = rows
    .filter(
      ({ caseId, closed }) => lives.get(caseId)?.status !== (closed ? 'COMPLETED' : 'RUNNING'),
    )
    .map(({ caseId }) => `${caseId} ${lives.get(caseId)?.status ?? 'no workflow'}`);
  return [
    verdict('one_workflow_per_dossier', [...lifeless, ...strays]),
    verdict('workflow_ends_with_case', disagreeing),
  ];
}
