import type { TrialBook } from './book.ts';
import { Desk } from './desk.ts';

/** A department with who keeps its records and who approves changes of them. */
export interface Department {
  code: string;
  records: Desk;
  head: Desk;
}

/** The people between whom records travel: two departments, and three people of the Centre. */
export interface Desks {
  departments: readonly [Department, Department];
  receiver: Desk;
  reviewer: Desk;
  approver: Desk;
}

/** The provinces of the trial. */
export const TRIAL_PROVINCES = ['01', '40'] as const;

export async function openDesks(base: string, book: TrialBook): Promise<Desks> {
  const at = (username: string): Promise<Desk> => Desk.open(base, username, book);
  const department = async (code: string, place: string): Promise<Department> => {
    return { code, records: await at(`hoso.${place}`), head: await at(`truongphong.${place}`) };
  };
  return {
    departments: [await department('01', 'hn'), await department('40', 'na')],
    receiver: await at('tiepnhan.tt'),
    reviewer: await at('kiemtra.tt'),
    approver: await at('duyet.tt'),
  };
}

/** Check, review and update officially what was received: three people, one after the other. */
export async function takeOver(
  { receiver, reviewer, approver }: Desks,
  caseId: string,
): Promise<void> {
  await receiver.act(caseId, 'checkRecord');
  await reviewer.act(caseId, 'review');
  await approver.act(caseId, 'updateOfficially');
}
