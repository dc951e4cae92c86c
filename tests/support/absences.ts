import type { Absence } from '../../domain/absence.ts';
import type { Office } from './office.ts';
import { HANOI } from './scenes.ts';

/** The day on which an office of the tests opens. */
export const TODAY = '2023-09-18';

/** Absences of an office: entered by people over the API, and ended again. */
export function absencesOf(office: () => Office) {
  async function idOf(username: string): Promise<string> {
    return (await office().as(username)).account.id;
  }

  async function anAbsence(changes: object = {}): Promise<object> {
    return {
      account: await idOf(HANOI.officer),
      from: TODAY,
      to: '2023-09-20',
      delegate: await idOf(HANOI.otherOfficer),
      reason: 'LEAVE',
      note: null,
      ...changes,
    };
  }

  async function away(changes: object = {}, by: string = HANOI.officer): Promise<Absence> {
    return (await office().as(by)).must('POST', '/absences', await anAbsence(changes));
  }

  async function back({ id }: Absence, by: string = HANOI.officer): Promise<void> {
    await (await office().as(by)).must('DELETE', `/absences/${id}`);
  }

  /** Everybody is back. */
  async function endAll(): Promise<void> {
    const supervisor = await office().as(HANOI.supervisor);
    for (const state of ['now', 'ahead']) {
      const { absences } = await supervisor.must('GET', `/absences?state=${state}`);
      for (const { id } of absences) await supervisor.must('DELETE', `/absences/${id}`);
    }
  }

  return { idOf, anAbsence, away, back, endAll };
}
