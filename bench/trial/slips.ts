import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import type { RecordPage } from '../../domain/record/book.ts';
import { approveChange } from './approvals.ts';
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
  const again = async (path: string, body?: object): Promise<void> => {
    book.sentTwice += 1;
    book.refused.push(await records.refusal('POST', path, body));
  };
  if (sort === 'CHANGE') {
    const proposal = await approveChange(department, recordNumber, (page) => changeOf(n, page));
    const path = `/record-proposals/${proposal}/slip`;
    const { caseId } = await records.send<{ caseId: string }>('POST', path);
    if (isEvery(n, TWICE)) await again(path);
    return caseId;
  }
  const body = { recordNumber, slip: slipOf(n, sort) };
  const { caseId } = await records.send<{ caseId: string }>('POST', '/slips', body);
  if (isEvery(n, TWICE)) await again('/slips', body);
  return caseId;
}

/** The nth change of a record: a document of execution, or a correction of the person. */
function changeOf(n: number, { file }: RecordPage): { kind: string; details: object } {
  if (isEvery(n, 10)) return { kind: 'EXECUTION', details: executionOf(n) };
  const { diedOn: _diedOn, ...person } = file.person;
  return { kind: 'PERSON_CORRECTED', details: { person: { ...person, birthPlace: `Thôn ${n}` } } };
}
