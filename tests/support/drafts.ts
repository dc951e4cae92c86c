import type { LawDraft } from '../../domain/law/draft.ts';
import type { LawRun } from '../../domain/law/run.ts';
import type { Office } from './office.ts';
import { until } from './until.ts';

/** Who drafts changes of the law, and who approves them. */
export const DRAFTER = 'quantri';
export const APPROVER = 'giamdoc.tt';

const SOURCE = 'Thông báo hoán đổi ngày làm việc (tình huống thử)';

/** Friday 22 September 2023 off, made up on Saturday 30 September: announced on the Monday before. */
export const SWAP = {
  of: 'CALENDAR',
  base: 'vn-2026-11',
  days: [
    {
      date: '2023-09-22',
      kind: 'swap_off',
      nameVi: 'Nghỉ hoán đổi',
      nameEn: 'Swapped day off',
      confirmed: true,
      source: SOURCE,
    },
    {
      date: '2023-09-30',
      kind: 'makeup_working',
      nameVi: 'Làm bù',
      nameEn: 'Make-up day',
      confirmed: true,
      source: SOURCE,
    },
  ],
} as const;

/** A draft by the administrator, a swap unless said otherwise. */
export async function draftChange(office: Office, change: object = SWAP): Promise<LawDraft> {
  const drafter = await office.as(DRAFTER);
  return drafter.must('POST', '/drafts', { title: 'Hoán đổi ngày 22/9', change });
}

/** A run once it is over. */
export function finished(office: Office, id: string, reader = DRAFTER): Promise<LawRun> {
  return until(async () => {
    const person = await office.as(reader);
    const run = (await person.must('GET', `/law-runs/${id}`)) as LawRun;
    return run.state === 'RUNNING' ? null : run;
  });
}

/** Rehearse a draft to the end. */
export async function rehearsed(office: Office, draft: LawDraft): Promise<LawRun> {
  const drafter = await office.as(DRAFTER);
  const { id } = await drafter.must('POST', `/drafts/${draft.id}/rehearsal`);
  return finished(office, id);
}

/** Approve a rehearsed draft and wait until no open case is on the old calendar. */
export async function published(office: Office, draft: LawDraft): Promise<LawRun> {
  const approver = await office.as(APPROVER);
  const { token } = await approver.must('GET', `/drafts/${draft.id}/approval`);
  await approver.must('POST', `/drafts/${draft.id}/approval`, { token });
  const { runs } = await approver.must('GET', `/drafts/${draft.id}`);
  const replan = (runs as LawRun[]).find(({ kind }) => kind === 'REPLAN');
  if (replan === undefined) throw new Error('nothing is re-planned');
  return finished(office, replan.id, APPROVER);
}
