import { sql } from '../../db/sql.ts';
import type { Office } from '../support/office.ts';
import { RUNS } from '../support/reconciliations.ts';
import { aRecord, askedCase, HANOI, issuedCase } from '../support/scenes.ts';

/** One page, list or file: who reads it, under which word that is noted, and of what. */
export interface Read {
  route: string;
  by: string;
  what: string;
  of: string;
  method?: 'POST';
  path?: string;
  body?: object;
}

/** Papers of one application each: receipt, passport of a deadline, scan, certificate, letter of apology. */
export async function readsOfCasePapers(office: Office): Promise<Read[]> {
  const { caseId: of } = await issuedCase(office);
  const open = await askedCase(office);
  const liaison = await office.as(HANOI.policeLiaison);
  const upload = `/verifications/scans?requestId=${open.policeRequest}&name=a.pdf`;
  const headers = { 'content-type': 'application/pdf' };
  const scan = await liaison.must('POST', upload, Buffer.from('%PDF-1.7 x'), { headers });
  const letter = await aLetter(office, of);
  const ofCase = (file: string, by: string, what: string): Read => {
    return { route: `/cases/:caseId/${file}`, by, what, of, path: `/cases/${of}/${file}` };
  };
  const passport = '/cases/:caseId/deadlines/:clock/explanation';
  const explained = `/cases/${of}/deadlines/total/explanation`;
  return [
    ofCase('receipt.pdf', HANOI.desk, 'receipt'),
    ofCase('certificate.pdf', HANOI.seal, 'certificate'),
    ofCase('readings', HANOI.supervisor, 'readings'),
    ofCase('readings.csv', HANOI.director, 'readings.csv'),
    { route: passport, by: HANOI.desk, what: 'deadline', of, path: explained },
    {
      route: `${passport}.pdf`,
      by: HANOI.desk,
      what: 'deadline.pdf',
      of,
      path: `${explained}.pdf`,
    },
    {
      route: '/letters/:id/paper.pdf',
      by: HANOI.head,
      what: 'letter',
      of,
      path: `/letters/${letter}/paper.pdf`,
    },
    {
      route: '/verifications/scans/:id',
      by: HANOI.policeLiaison,
      what: 'scan',
      of: open.caseId,
      path: `/verifications/scans/${scan.id}`,
    },
    ...(await readsByAccount(office)),
  ];
}

async function readsByAccount(office: Office): Promise<Read[]> {
  const { id: of } = (await office.as(HANOI.officer)).account;
  const read = { by: HANOI.supervisor, of };
  const path = `/accounts/${of}/readings`;
  return [
    { ...read, route: '/accounts/:id/readings', what: 'readings-by', path },
    { ...read, route: '/accounts/:id/readings.csv', what: 'readings-by.csv', path: `${path}.csv` },
  ];
}

/** A draft, as the breach of a term makes it; gives its id. */
function aLetter(office: Office, caseId: string): Promise<string> {
  return office.db.oneFirst(sql.unsafe`
    INSERT INTO letters (case_id, unit, kind, clock, rung, missed_at, again, drafted_at, status)
    VALUES (${caseId}, ${HANOI.unit}, 'APOLOGY', 'total', 'DUE', now(), false, now(), 'DRAFT') RETURNING id
  `) as Promise<string>;
}

/** Papers of many records at once: a cover letter, a reconciliation with its minutes, findings; and who read one. */
export async function readsOfExchangePapers(office: Office): Promise<Read[]> {
  const by = HANOI.records;
  const records = await office.as(by);
  const { caseId, recordNumber } = await records.must('POST', '/transfers', {
    record: aRecord('Trần Văn Biên Bản'),
  });
  await records.act(caseId, 'send');
  const letter = await records.must('POST', '/exchange/dispatches', { caseIds: [caseId] });
  const run = await records.must('POST', RUNS, { unit: HANOI.unit });
  const cover = {
    route: '/exchange/dispatches/:id/paper.pdf',
    by,
    what: 'dispatch',
    path: `/exchange/dispatches/${letter.id}/paper.pdf`,
  };
  const ofRun = (file: string, what: string): Read => {
    const route = `${RUNS}/:caseId/${file}`;
    return { route, by, what, of: run.caseId, path: `${RUNS}/${run.caseId}/${file}` };
  };
  const whoRead = { by: HANOI.director, of: caseId };
  const ofRecord = '/records/:series/:serial';
  return [
    { ...cover, of: letter.number },
    { ...cover, of: caseId },
    ofRun('differences', 'reconciliation'),
    ofRun('differences.csv', 'reconciliation.csv'),
    ofRun('minutes.pdf', 'minutes'),
    { route: '/findings.csv', by, what: 'findings.csv', of: HANOI.unit },
    {
      ...whoRead,
      route: `${ofRecord}/readings`,
      what: 'readings',
      path: `/records/${recordNumber}/readings`,
    },
    {
      ...whoRead,
      route: `${ofRecord}/readings.csv`,
      what: 'readings.csv',
      path: `/records/${recordNumber}/readings.csv`,
    },
  ];
}
