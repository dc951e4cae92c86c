import { randomUUID } from 'node:crypto';
import { ApiRefusal } from '../../demo/apiUser.ts';
import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import type { RecordPage } from '../../domain/record/book.ts';
import type { SlipSort } from './book.ts';
import { type Department, takeOver } from './desks.ts';
import { executionOf, slipOf, slipPaperFor } from './papers.ts';
import { departmentOf, isEvery, type Trial } from './records.ts';

const TWICE = 50;
const PAPER_FIRST = 3;

/** The nth slip, to the nth record, from its entry until it stands in both books. */
export async function playSlip(trial: Trial, n: number, recordNumber: string): Promise<void> {
  const { desks, book } = trial;
  const department = departmentOf(desks, n);
  const sort = sortOf(n);
  const caseId = await enter(trial, department, { n, sort, recordNumber });
  book.slips.set(caseId, sort);
  const registers = async (): Promise<void> => {
    const { slip } = await department.records.get<TransferPage>(`/transfers/${caseId}`);
    if (slip === null) throw new Error(`${caseId} is no slip`);
    const paper = slipPaperFor(recordNumber, caseId, slip);
    await desks.receiver.send('POST', '/exchange/papers', paper);
  };
  const paperFirst = isEvery(n, PAPER_FIRST);
  if (paperFirst) {
    book.paperFirst.push(caseId);
    await department.records.opened(caseId);
    await registers();
  }
  await department.records.act(caseId, 'send');
  await desks.receiver.act(caseId, 'receive');
  if (!paperFirst) await registers();
  await takeOver(desks, caseId);
}

function sortOf(n: number): SlipSort {
  if (isEvery(n, 5)) return 'CHANGE';
  return isEvery(n, 4) ? 'JUDGMENT' : 'DOCUMENT';
}

interface Entry {
  n: number;
  sort: SlipSort;
  recordNumber: string;
}

async function enter(
  { book }: Trial,
  department: Department,
  { n, sort, recordNumber }: Entry,
): Promise<string> {
  const { records } = department;
  if (sort === 'CHANGE') {
    const proposal = await approveChange(department, n, recordNumber);
    const path = `/record-proposals/${proposal}/slip`;
    const { caseId } = await records.send<{ caseId: string }>('POST', path);
    if (isEvery(n, TWICE)) book.refused.push(await records.refusal('POST', path, undefined));
    return caseId;
  }
  const body = { recordNumber, slip: slipOf(n, sort) };
  const { caseId } = await records.send<{ caseId: string }>('POST', '/slips', body);
  if (isEvery(n, TWICE)) book.refused.push(await records.refusal('POST', '/slips', body));
  return caseId;
}

/** A change of the department's own record, proposed and approved; gives the proposal. */
async function approveChange(
  { records, head }: Department,
  n: number,
  recordNumber: string,
): Promise<string> {
  const { file, line } = await records.get<RecordPage>(`/records/${recordNumber}`);
  const { diedOn: _diedOn, ...person } = file.person;
  const change = isEvery(n, 10)
    ? { kind: 'EXECUTION', details: executionOf(n) }
    : { kind: 'PERSON_CORRECTED', details: { person: { ...person, birthPlace: `Thôn ${n}` } } };
  const body = { ...change, reason: 'Theo hồ sơ gốc.', version: line.version };
  const id = randomUUID();
  await records.send('POST', `/records/${recordNumber}/proposals`, body, id);
  const { proposals } = await head.get<RecordPage>(`/records/${recordNumber}`);
  const token = proposals.find((one) => one.id === id)?.token;
  await head
    .send('POST', `/record-proposals/${id}/decision`, { approve: true, token })
    .catch((error: unknown) => {
      // Decided, and the answer was lost with the process that gave it.
      if (!(error instanceof ApiRefusal && error.code === 'PROPOSAL_DECIDED')) throw error;
    });
  return id;
}
