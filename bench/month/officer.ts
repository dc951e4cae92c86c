import type { ApiUser } from '../../demo/apiUser.ts';
import type { DraftEntry } from '../../domain/acts.ts';
import type { ConvictionEntry } from '../../domain/agencyMessage.ts';
import type { CaseDetail, CaseLine } from '../../domain/case.ts';
import type { InstantMs } from '../../domain/instant.ts';
import { fateOf } from './fate.ts';
import type { Office } from './office.ts';

/** The officer who handles a dossier: classifies it, then reads the answers and drafts. */
export async function officerDuty(
  user: ApiUser,
  line: CaseLine,
  office: Office,
): Promise<InstantMs | null> {
  const { lacksPaper } = fateOf(line.caseId);
  // Revision 2 at the latest when it comes straight from the counter: a paper is asked for once.
  if (line.step === 'ACCEPTED' && lacksPaper && line.rev <= 2) {
    const missing = { missing: 'Giấy xác nhận thời gian cư trú.' };
    await office.act(user, line, 'requestSupplement', {}, missing);
    return null;
  }
  const detail = await user.get<CaseDetail>(`/cases/${line.caseId}`);
  if (line.step === 'ACCEPTED') {
    const regime = line.regime ?? 'SIMPLE';
    await office.act(user, line, 'classify', { regime, grounds: detail.grounds });
  } else await draft(user, line, detail, office);
  return null;
}

async function draft(
  user: ApiUser,
  line: CaseLine,
  detail: CaseDetail,
  office: Office,
): Promise<void> {
  const entries = entriesOf(detail, fateOf(line.caseId).expunged);
  const isForeigner = detail.application?.subject.nationality !== 'VN';
  const clean = isForeigner ? 'FOREIGNER_CLEAN' : 'NO_RECORD';
  const live = entries.some(({ expungedOn }) => expungedOn === null);
  const found = live ? 'HAS_RECORD' : 'EXPUNGED';
  const conclusion = entries.length === 0 ? clean : found;
  const reasoning = 'Đã đối chiếu kết quả tra cứu, xác minh với hồ sơ.';
  const disputed = detail.conflicts.filter(({ settled }) => settled === null);
  for (const { found, clean: other } of disputed) {
    const stands = standingSide(found);
    const codes = { found, clean: other, stands, settlement: 'COURT_FILE_PREVAILS' };
    const reason = { reason: 'Hồ sơ của tòa án đầy đủ hơn.' };
    await office.act(user, line.caseId, 'settleConflict', codes, reason);
  }
  const on = disputed.length > 0 ? line.caseId : line;
  await office.act(user, on, 'draft', { conclusion }, { reasoning, entries });
}

/** The judgments that answers in force name. */
function entriesOf(detail: CaseDetail, expunged: boolean): DraftEntry[] {
  return judgmentsOf(detail).map((entry) => ({
    ...entry,
    expungedOn: expunged ? laterOf('2022-06-01', entry.judgmentDate) : null,
  }));
}

type Answers = Pick<CaseDetail, 'answers' | 'conflicts'>;

/**
 * What courts found, if any did; else what police and look-ups found, without the answers that a court's
 * file refutes.
 */
export function judgmentsOf({ answers, conflicts }: Answers): ConvictionEntry[] {
  const refuted = conflicts
    .filter(({ found, settled }) => (settled?.stands ?? standingSide(found)) === 'CLEAN')
    .map(({ found }) => found);
  const found = (answers ?? []).filter(
    ({ requestId, inForce, entries }) =>
      inForce && entries.length > 0 && !refuted.includes(requestId),
  );
  const byCourts = found.filter(({ requestId }) => isCourts(requestId));
  return (byCourts.length > 0 ? byCourts : found).flatMap(({ entries }) => entries);
}

/** A court's file prevails, whether it names the judgment or knows of none. */
function standingSide(found: string): 'FOUND' | 'CLEAN' {
  return isCourts(found) ? 'FOUND' : 'CLEAN';
}

function isCourts(requestId: string): boolean {
  return requestId.includes('/COURT-');
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** Dossiers that stand still because an agency wants to know more about the person. */
export async function identifications(
  user: ApiUser,
  office: Office,
  isMine: (caseId: string) => boolean,
): Promise<void> {
  for (const caseId of [...office.toIdentify].filter(isMine)) {
    office.toIdentify.delete(caseId);
    try {
      const { line, verifications } = await user.get<CaseDetail>(`/cases/${caseId}`);
      if (line.step !== 'VERIFYING') continue;
      const asked = verifications.find(({ outcome }) => outcome === 'NEEDS_IDENTIFICATION');
      if (asked === undefined) continue;
      const { requestId } = asked;
      const paper = { identification: 'Bản sao giấy khai sinh kèm theo.' };
      await office.act(user, line, 'identify', { requestId }, paper);
    } catch (error) {
      office.frame.logbook.failed(error);
    }
  }
}
