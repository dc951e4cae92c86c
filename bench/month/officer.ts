import type { ApiUser } from '../../demo/apiUser.ts';
import type { DraftEntry } from '../../domain/acts.ts';
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
  const entries = judgmentsOf(detail);
  const isForeigner = detail.application?.subject.nationality !== 'VN';
  const clean = isForeigner ? 'FOREIGNER_CLEAN' : 'NO_RECORD';
  const live = entries.some(({ expungedOn }) => expungedOn === null);
  const found = live ? 'HAS_RECORD' : 'EXPUNGED';
  const conclusion = entries.length === 0 ? clean : found;
  const reasoning = 'Đã đối chiếu kết quả tra cứu, xác minh với hồ sơ.';
  const disputed = detail.conflicts.filter(({ settled }) => settled === null);
  for (const { found, clean: other } of disputed) {
    const codes = { found, clean: other, stands: 'CLEAN', settlement: 'COURT_FILE_PREVAILS' };
    const reason = { reason: 'Hồ sơ của tòa án đầy đủ hơn.' };
    await office.act(user, line.caseId, 'settleConflict', codes, reason);
  }
  const on = disputed.length > 0 ? line.caseId : line;
  await office.act(user, on, 'draft', { conclusion }, { reasoning, entries });
}

/** Judgments of the answers in force: the court's word, where it was asked, else that of the police. */
function judgmentsOf({ line, answers }: CaseDetail): DraftEntry[] {
  const inForce = (answers ?? []).filter((answer) => answer.inForce);
  const court = inForce.find(({ requestId }) => requestId.includes('/COURT-'));
  const decisive = court ?? inForce[0];
  const { expunged } = fateOf(line.caseId);
  return (decisive?.entries ?? []).map((entry) => ({
    ...entry,
    expungedOn: expunged ? laterOf('2022-06-01', entry.judgmentDate) : null,
  }));
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
