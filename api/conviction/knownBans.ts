import { findDraftedBans } from '../../db/read/certificates.ts';
import { listHeads } from '../../db/read/records.ts';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { printsBans } from '../../domain/certificateWording.ts';
import type { AnyState } from '../../domain/flow/anyCase.ts';
import { dateOf } from '../../domain/instant.ts';
import { bansBeside, bansLeftOut, type KnownBans, runningBans } from '../../domain/record/ban.ts';
import type { BanContent } from '../../domain/record/file.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { ownRecords } from '../records/ownRecords.ts';
import type { FieldProblem } from '../refused.ts';

/**
 * Bans that run on the business day in records decided to be the applicant's, and those that the officer knew
 * of beside them when the case was drafted last.
 */
export async function knownBansOf(
  deps: ApiDeps,
  { caseId, ruleSetId }: Pick<AnyState, 'caseId' | 'ruleSetId'>,
  { certificateType, banStatementWanted }: ApplicationSubmission,
): Promise<KnownBans> {
  const onDate = dateOf(nowMs(deps));
  const { wording } = await deps.laws.ruleSet(ruleSetId);
  const printed = printsBans(certificateType, banStatementWanted, wording);
  if (!printed) return { onDate, printed, known: [], typed: [] };
  const heads = await listHeads(deps.pool, 'PROVINCE', await ownRecords(deps.pool, caseId));
  const known = runningBans([...heads.values()], onDate);
  const drafted = await findDraftedBans(deps.pool, caseId);
  const before = [...known, ...(drafted?.knownBans ?? [])];
  return { onDate, printed, known, typed: bansBeside(before, drafted?.bans ?? []) };
}

interface Stated {
  bans?: readonly BanContent[] | undefined;
  banDeviation?: string | null | undefined;
}

/** Stated bans that cannot bind today, and known ones that are not stated as they are and nobody says why. */
export function banProblems(
  { bans = [], banDeviation }: Stated,
  { onDate, printed, known }: KnownBans,
): FieldProblem[] {
  if (!printed) return [];
  const problems: FieldProblem[] = bans.flatMap(({ date, until }, index) => [
    ...(date > onDate ? [{ path: `paper.bans.${index}.date`, code: 'IN_FUTURE' }] : []),
    ...(until < onDate ? [{ path: `paper.bans.${index}.until`, code: 'BAN_OVER' }] : []),
  ]);
  if (banDeviation == null && bansLeftOut(known, bans).length > 0) {
    problems.push({ path: 'paper.banDeviation', code: 'BAN_LEFT_OUT' });
  }
  return problems;
}
