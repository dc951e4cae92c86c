import * as z from 'zod';
import { findOffence, releaseInForce, releaseOfGrant } from '../../db/read/catalogue.ts';
import { getPaper } from '../../db/read/writtenActs.ts';
import { getSubmitted } from '../../db/read/cases.ts';
import type { ACTS } from '../../domain/acts.ts';
import type { CodeRequestState } from '../../domain/flow/codeRequestState.ts';
import { foldName } from '../../domain/foldName.ts';
import {
  CodeRequestSubmission,
  type CodeRequestShown,
  type ProposedEntry,
} from '../../domain/offence/codeRequest.ts';
import { ListedOffence } from '../../domain/offence/offence.ts';
import type { ApiDeps } from '../deps.ts';
import { Refused } from '../refused.ts';

type Code = z.infer<typeof ACTS.proposeMapping.codes>;

/** A proposal may only name a code that is free, or one that is there; gives the paper as it is kept. */
export async function checkProposedEntry(
  deps: ApiDeps,
  { code }: Code,
  proposed: ProposedEntry,
): Promise<ProposedEntry & { folded: string }> {
  const { entry } = proposed;
  if (entry.code !== code) {
    throw new Refused('INVALID_INPUT', [{ path: 'codes.code', code: 'WRONG_FORMAT' }]);
  }
  if ((await offenceInForce(deps, code)) !== null) {
    throw new Refused('OFFENCE_CODE_TAKEN', [{ path: 'paper.entry.code', code: 'NOT_A_CHOICE' }]);
  }
  return { ...proposed, folded: foldName(entry.name) };
}

export async function checkMapping(deps: ApiDeps, { code }: Code): Promise<void> {
  if ((await offenceInForce(deps, code)) !== null) return;
  throw new Refused('UNKNOWN_OFFENCE_CODE', [{ path: 'codes.code', code: 'NOT_A_CHOICE' }]);
}

async function offenceInForce(deps: ApiDeps, code: string) {
  const { id } = await releaseInForce(deps.pool);
  return findOffence(deps.pool, id, code);
}

/** A request for a code with what the Centre proposes, and the release that came of it. */
export async function codeRequestShown(
  deps: ApiDeps,
  { caseId, proposal }: CodeRequestState,
): Promise<CodeRequestShown> {
  const { body } = await getSubmitted(deps.pool, caseId);
  return {
    request: CodeRequestSubmission.parse(body),
    proposal: proposal && (await proposalShown(deps, caseId, proposal)),
    releasedIn: await releaseOfGrant(deps.pool, caseId),
  };
}

const Written = z.object({ entry: ListedOffence.nullable().default(null), reason: z.string() });

async function proposalShown(
  deps: ApiDeps,
  caseId: string,
  { kind, code, paperId }: NonNullable<CodeRequestState['proposal']>,
): Promise<NonNullable<CodeRequestShown['proposal']>> {
  const { entry, reason } = Written.parse(await getPaper(deps.pool, caseId, paperId));
  return { kind, code, entry: entry ?? (await offenceInForce(deps, code)), reason };
}
