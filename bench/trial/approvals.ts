import { randomUUID } from 'node:crypto';
import type { RecordPage } from '../../domain/record/book.ts';
import type { Department } from './desks.ts';

/** A change of the department's own record, proposed by one person and approved by another; gives the proposal. */
export async function approveChange(
  { records, head }: Department,
  recordNumber: string,
  changeOf: (page: RecordPage) => { kind: string; details: object },
): Promise<string> {
  const page = await records.get<RecordPage>(`/records/${recordNumber}`);
  const body = { ...changeOf(page), reason: 'Theo hồ sơ gốc.', version: page.line.version };
  const id = randomUUID();
  await records.send('POST', `/records/${recordNumber}/proposals`, body, id);
  const { proposals } = await head.get<RecordPage>(`/records/${recordNumber}`);
  const token = proposals.find((one) => one.id === id)?.token;
  await head.send('POST', `/record-proposals/${id}/decision`, { approve: true, token });
  return id;
}
