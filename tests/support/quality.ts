import type { FindingLine } from '../../domain/quality/finding.ts';
import type { Office } from './office.ts';
import { aRecord, HANOI } from './scenes.ts';
import { until } from './until.ts';

/** A campaign about old judgments that nothing says were executed, asked of the police of Hà Nội. */
export const CAMPAIGN = {
  name: 'Làm sạch án cũ 2015',
  rules: ['NO_COMPLETION'],
  judgedFrom: '2015-01-01',
  judgedTo: '2015-12-31',
  startsOn: '2023-09-18',
  endsOn: '2023-12-31',
  units: [{ source: 'POLICE', unit: HANOI.police }],
};

/** What stands of a record, once the rules have looked at every book as it is now. */
export async function findingsOf(
  office: Office,
  subject: string,
  { state = 'OPEN', username = HANOI.records as string } = {},
): Promise<FindingLine[]> {
  const officer = await office.as(HANOI.records);
  await until(async () => (await officer.must('GET', '/quality')).unchecked === 0);
  const who = await office.as(username);
  const { findings } = await who.must('GET', `/findings?subject=${subject}&state=${state}`);
  return findings;
}

export function rulesOf(findings: readonly FindingLine[]): string[] {
  return findings.map(({ rule }) => rule).toSorted();
}

/** Propose and approve a change of a record of Hà Nội. */
export async function change(office: Office, number: string, body: object): Promise<void> {
  const officer = await office.as(HANOI.records);
  const { line } = await officer.must('GET', `/records/${number}`);
  const proposal = { reason: 'Theo văn bản', version: line.version, ...body };
  await officer.must('POST', `/records/${number}/proposals`, proposal);
  const head = await office.as(HANOI.head);
  const { proposals } = await head.must('GET', `/records/${number}`);
  const { id, token } = proposals.find(({ state }: { state: string }) => state === 'OPEN');
  await head.must('POST', `/record-proposals/${id}/decision`, { approve: true, token });
}

/** Enter a record of a judgment that has long been in force and of whose execution nothing is known. */
export async function enterOld(
  office: Office,
  fullName: string,
  { person = {}, judgment = {} }: { person?: object; judgment?: object } = {},
): Promise<string> {
  const made = aRecord(fullName);
  const days = { date: '2015-03-20', effectiveDate: '2015-04-20' };
  const record = {
    ...made,
    person: { ...made.person, ...person },
    judgment: { ...made.judgment, ...days, ...judgment },
  };
  const officer = await office.as(HANOI.records);
  return (await officer.must('POST', '/transfers', { record })).recordNumber;
}
