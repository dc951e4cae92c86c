import type { DatabasePool } from 'slonik';
import { sql } from '../../db/sql.ts';
import { writeTransition } from '../../db/write/transition.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import type { ApplicationState } from '../../domain/flow/applicationState.ts';
import { NO_EFFECTS } from '../../domain/flow/flow.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import { actorIn, after, commandOf, must, opened, WAYS } from './cases.ts';

/** A case of a hand-made stock: written by the function that writes all cases, without a workflow. */
export interface Standing {
  caseId: string;
  unit: string;
  receivedAt: number;
  step: ApplicationState['step'];
  /** When its certificate was issued; it then stands at ISSUING before. */
  issuedAt: number | null;
}

/** The case as it comes to its step, under the name and in the unit that all scripted cases have. */
function scripted({ receivedAt, step }: Standing): ApplicationState {
  const start = opened({}, step !== 'SUBMITTED', receivedAt);
  return { ...(step === 'SUBMITTED' ? start : after(start, WAYS[step], receivedAt)), rev: 1 };
}

function named(state: ApplicationState, { caseId, unit }: Standing): ApplicationState {
  const requests = state.requests.map((request) => {
    return { ...request, id: request.id.replace(state.caseId, caseId) };
  });
  return { ...state, caseId, unit, requests };
}

/** Put a case at its step, as received then; a repeat writes nothing. */
export async function put(db: DatabasePool, standing: Standing): Promise<void> {
  const { caseId, unit, receivedAt } = standing;
  await db.query(sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
    VALUES (${caseId}, 'APPLICATION', ${unit}, '{}', 'h', '{}', true, 'x', now()) ON CONFLICT DO NOTHING
  `);
  await db.query(sql.typeAlias('void')`
    INSERT INTO subjects (case_id, full_name, folded_name, birth_date)
    VALUES (${caseId}, 'Nguyễn Văn An', 'nguyen van an', '1990') ON CONFLICT DO NOTHING
  `);
  const done = {
    command: commandOf('receiveAndAccept', actorIn('ONE_STOP_OFFICER')),
    updateId: 'open',
    atMs: receivedAt,
    effects: NO_EFFECTS,
    claims: false,
  };
  await writeTransition(
    db,
    transitionOf(applicationFlow, null, named(scripted(standing), standing), done),
  );
}

/** Issue the certificate of a case that stands at ISSUING. */
export async function finish(
  db: DatabasePool,
  standing: Standing,
  issuedAt: number,
): Promise<void> {
  const before = scripted(standing);
  const command = commandOf('issue', actorIn('SEAL_CLERK'));
  const { state, effects } = must(applicationFlow, before, command, issuedAt);
  const done = { command, updateId: 'issue', atMs: issuedAt, effects, claims: false };
  const next = named(state, standing);
  await writeTransition(db, transitionOf(applicationFlow, before, next, done));
}
