import { randomUUID } from 'node:crypto';
import type { DifferenceLine } from '../../domain/exchange/reconciliation.ts';
import type { Person } from './person.ts';

export const RUNS = '/exchange/reconciliations';

/** The supplier of `aJudgment`. */
export const COURT = { kind: 'FIRST_INSTANCE_COURT', name: 'Tòa án nhân dân quận Ba Đình' };

/** A supplier's list as its file: name, number, date and birth date of each judgment. */
export function listOf(rows: readonly (readonly string[])[]): string {
  const lines = [['Họ và tên', 'Số bản án', 'Ngày bản án', 'Ngày sinh'], ...rows];
  return lines.map((cells) => cells.join(',')).join('\n');
}

/** Send a supplier's list, and give the answer whatever it is. */
export function sendList(person: Person, caseId: string, rows: readonly (readonly string[])[]) {
  const headers = { 'content-type': 'text/csv' };
  const extras = { key: randomUUID(), headers };
  return person.ask('POST', `${RUNS}/${caseId}/list?name=da-gui.csv`, listOf(rows), extras);
}

/** All differences of a run. */
export async function differencesOf(person: Person, caseId: string): Promise<DifferenceLine[]> {
  const { differences } = await person.must('GET', `${RUNS}/${caseId}/differences?limit=200`);
  return differences as DifferenceLine[];
}

/** Settle differences of a run, and give the answer whatever it is. */
export function settle(
  person: Person,
  caseId: string,
  keys: readonly string[],
  how = 'EXPLAINED',
  note = 'Đã kiểm tra.',
) {
  const body = { keys, settlement: how, note };
  return person.ask('POST', `${RUNS}/${caseId}/settlements`, body);
}
