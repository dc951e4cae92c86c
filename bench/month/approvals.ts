import type { ApiUser } from '../../demo/apiUser.ts';
import type { CaseLine } from '../../domain/case.ts';
import { fateOf } from './fate.ts';
import type { Office } from './office.ts';

/** The head of division reads the case, then checks it or gives it back once. */
export async function headDuty(user: ApiUser, line: CaseLine, office: Office): Promise<null> {
  await user.get(`/cases/${line.caseId}`);
  if (isReturned(office, 'head', line, fateOf(line.caseId).returnedByHead)) {
    await office.act(user, line, 'return', {}, { reason: 'Bổ sung lập luận về án tích.' });
  } else await office.act(user, line, 'check');
  return null;
}

/** The director signs from the list, or gives a case back once. */
export async function directorDuty(user: ApiUser, line: CaseLine, office: Office): Promise<null> {
  if (isReturned(office, 'director', line, fateOf(line.caseId).returnedByDirector)) {
    await office.act(user, line, 'return', {}, { reason: 'Sửa nơi sinh theo giấy khai sinh.' });
  } else await office.act(user, line, 'sign');
  return null;
}

/** The seal clerk gives the number. */
export async function clerkDuty(user: ApiUser, line: CaseLine, office: Office): Promise<null> {
  await office.act(user, line, 'issue');
  return null;
}

function isReturned(office: Office, who: string, { caseId }: CaseLine, wanted: boolean): boolean {
  const mark = `${who} ${caseId}`;
  if (!wanted || office.returned.has(mark)) return false;
  office.returned.add(mark);
  return true;
}
