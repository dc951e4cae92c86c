import type { DatabasePool } from 'slonik';
import { sql } from '../../db/sql.ts';
import { writeTransition } from '../../db/write/transition.ts';
import type { Law } from '../../domain/clock/law.ts';
import { type CaseBase, type Command, type Flow, NO_EFFECTS } from '../../domain/flow/flow.ts';
import { step } from '../../domain/flow/judge.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import { actorIn, commandOf, LAW } from './cases.ts';

/** A case that lives without a workflow. */
export interface LivedCase<S extends CaseBase> {
  state: () => S;
  /** Judge an act by the flow, as a workflow would, and write it. */
  act: (command: Command, now: number) => Promise<void>;
}

/** Open a case in the database; what is asked of it is judged by its flow and written, step by step. */
export async function live<S extends CaseBase>(
  db: DatabasePool,
  flow: Flow<S>,
  opened: S,
): Promise<LivedCase<S>> {
  const { caseId, unit, kind, openedAt } = opened;
  await db.query(sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
    VALUES (${caseId}, ${kind}, ${unit}, '{}', 'h', '{}', true, 'x', now())
  `);
  await db.query(sql.typeAlias('void')`
    INSERT INTO subjects (case_id, full_name, folded_name, birth_date)
    VALUES (${caseId}, 'Nguyễn Văn An', 'nguyen van an', '1990')
  `);
  let law: Law = LAW;
  let state: S = { ...opened, rev: 1, assignee: null };
  const command = commandOf('receiveAndAccept', actorIn('ONE_STOP_OFFICER'));
  const opening = {
    command,
    updateId: 'open',
    atMs: openedAt,
    effects: NO_EFFECTS,
    claims: false,
  };
  await writeTransition(db, transitionOf(flow, null, state, opening));
  return {
    state: () => state,
    act: async (asked, now) => {
      const made = step(flow, state, asked, { now, law });
      if (!made.ok) throw new Error(`${asked.act} at ${state.step}: ${made.code}`);
      const { effects } = made;
      const updateId = `${asked.act}/${made.state.rev}`;
      const done = { command: asked, updateId, atMs: now, effects, claims: false };
      await writeTransition(db, transitionOf(flow, state, made.state, done));
      state = made.state;
      law = { ...law, ...effects.replanned?.calendars };
    },
  };
}
