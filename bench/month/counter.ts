import type { ApiUser } from '../../demo/apiUser.ts';
import type { CaseLine } from '../../domain/case.ts';
import type { InstantMs } from '../../domain/instant.ts';
import { fateOf } from './fate.ts';
import type { Office } from './office.ts';

const MISSING = { missing: 'Bản chụp giấy tờ tùy thân không đọc được.' };

/** The one-stop officer: accepts what came in online, takes supplements, hands certificates out. */
export async function counterDuty(
  user: ApiUser,
  line: CaseLine,
  office: Office,
): Promise<InstantMs | null> {
  const fate = fateOf(line.caseId);
  if (line.step === 'SUPPLEMENT_REQUESTED') return takeSupplement(user, line, office);
  if (line.step === 'DELIVERING') {
    await handOut(user, line, office, fate.recalled);
  } else if (fate.refused) {
    const reason = { reason: 'Hồ sơ không thuộc thẩm quyền giải quyết.' };
    await office.act(user, line, 'refuse', { ground: 'NOT_COMPETENT' }, reason);
  } else if (fate.lacksPaperAtCounter && line.rev === 1) {
    await office.act(user, line, 'requestSupplement', {}, MISSING);
  } else await office.act(user, line, 'accept', { feeSettled: true });
  return null;
}

/** Whether the applicant of a dossier withdraws it once police have been asked. */
export function withdrawals(caseId: string): boolean {
  return fateOf(caseId).withdrawn;
}

async function takeSupplement(
  user: ApiUser,
  line: CaseLine,
  office: Office,
): Promise<InstantMs | null> {
  const fate = fateOf(line.caseId);
  if (fate.neverBrings) return null;
  const { pace } = office.frame;
  const since = office.seenAt.get(line.caseId) ?? pace.now();
  const comesAt = pace.roundAfter(since, fate.bringsAfterHours, `supplement/${line.caseId}`);
  if (comesAt > pace.now()) return comesAt;
  await office.act(user, line, 'receiveSupplement', {}, { received: 'Đã nộp bản chụp rõ.' });
  return null;
}

async function handOut(
  user: ApiUser,
  line: CaseLine,
  office: Office,
  recalled: boolean,
): Promise<void> {
  if (recalled && !office.recalled.has(line.caseId)) {
    office.recalled.add(line.caseId);
    const director = await office.people.giamdoc.signedIn();
    await office.act(director, line, 'recall', {}, { reason: 'Sai năm sinh trên phiếu.' });
  } else if (office.handedOver.has(line.caseId)) {
    await office.act(user, line, 'handOver', {}, { receivedBy: 'Người yêu cầu' });
  } else await office.act(user, line, 'post');
}
