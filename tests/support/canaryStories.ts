import { paperFor, slipPaperFor } from '../../bench/trial/papers.ts';
import { sql } from '../../db/sql.ts';
import type { SlipSubmission } from '../../domain/exchange/slip.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { trialOffice } from './exchange.ts';
import { aCodeRequest, anOffence } from './offences.ts';
import type { Office } from './office.ts';
import { COURT, differencesOf, RUNS, sendList, settle } from './reconciliations.ts';
import { HANOI } from './scenes.ts';
import { aJudgment } from './supplies.ts';
import { until } from './until.ts';

/** Words of persons, judgments and officers that only PostgreSQL may know, by where they are written. */
export const WRITTEN = {
  fullName: 'Chim Hoàng Yến Kêu',
  otherName: 'Chim Vành Khuyên Hót',
  fatherName: 'Chim Sơn Ca Bay',
  motherName: 'Chim Họa Mi Đậu',
  personalId: '001085777333',
  documentNumber: 'B7773331',
  birthDate: '1985-07-13',
  birthPlace: 'Thôn Hoàng Yến, Hà Nội',
  residence: 'Ngõ Hoàng Yến 777',
  judgmentNumber: '777/2014/HSST-YEN',
  judgedOn: '2014-05-17',
  court: 'Tòa án nhân dân quận Hoàng Yến',
  offence: 'Tội trộm chim yến hiếm',
  provision: 'Khoản 7 Điều chim yến',
  penalty: '7 tháng 7 ngày tù vì chim',
  additional: 'Cấm nuôi chim yến 7 năm',
  civil: 'Bồi thường một lồng chim yến',
  fees: '777.333 đồng án phí chim',
  note: 'Ghi chú về chim yến',
  returned: 'Trả lại vì sai tên chim',
  postalNumber: 'RAYEN733777VN',
  corrected: 'Chim Hoàng Yến Đúng',
  askedSupplier: 'Hai bản nói hai giống chim',
  rightCopy: 'Bản giấy viết đúng giống chim',
  slipDocument: 'Giấy thả chim yến',
  slipNumber: '733/GTCY',
  slipIssuer: 'Trại chim Hoàng Yến',
  slipContent: 'Đã chấp hành xong việc nuôi chim',
  slipReturned: 'Phiếu ghi sai tên lồng',
  furtherOffence: 'Tội phá lồng chim yến',
  unlisted: 'Tội huấn luyện chim trái phép',
  codeNote: 'Bản án chim cần mã mới',
  entryName: 'Tội danh chim yến kiểu mới',
  entryReason: 'Danh mục chưa có chim',
  entryReturned: 'Xem lại lồng điều luật',
  settled: 'Chim chưa đến hạn gửi',
  supplied: 'Chim Khuyên Nguồn Tin',
  suppliedNumber: '733/2014/HSST-KHUYEN',
  listed: 'Chim Khuyên Ngoài Sổ',
  listedNumber: '734/2014/HSST-KHUYEN',
  explained: 'Tòa gửi nhầm chim',
} as const;

const RECORD: RecordSubmission = {
  person: {
    fullName: WRITTEN.fullName,
    otherNames: [WRITTEN.otherName],
    gender: 'MALE',
    birthDate: WRITTEN.birthDate,
    birthPlace: WRITTEN.birthPlace,
    personalId: WRITTEN.personalId,
    documents: [{ type: 'PASSPORT', number: WRITTEN.documentNumber }],
    permanentResidence: WRITTEN.residence,
    provinceCode: '01',
    fatherName: WRITTEN.fatherName,
    motherName: WRITTEN.motherName,
  },
  judgment: {
    number: WRITTEN.judgmentNumber,
    date: WRITTEN.judgedOn,
    effectiveDate: '2014-06-17',
    court: WRITTEN.court,
    offence: WRITTEN.offence,
    provision: WRITTEN.provision,
    principalPenalty: WRITTEN.penalty,
    additionalPenalty: WRITTEN.additional,
    civilObligations: WRITTEN.civil,
    courtFees: WRITTEN.fees,
  },
  note: WRITTEN.note,
};
const CORRECTED = { ...RECORD, person: { ...RECORD.person, fullName: WRITTEN.corrected } };
const DOCUMENT: SlipSubmission = {
  judgment: null,
  document: {
    ref: 1,
    kind: 'COMPLETION',
    type: WRITTEN.slipDocument,
    number: WRITTEN.slipNumber,
    date: '2015-03-02',
    issuedBy: WRITTEN.slipIssuer,
    content: WRITTEN.slipContent,
  },
};
const FURTHER: SlipSubmission = {
  judgment: { ...RECORD.judgment, number: '778/2014/HSST', offence: WRITTEN.furtherOffence },
  document: null,
};

/** A record that goes back once, whose copies differ, and that is taken over; gives both its numbers. */
export async function recordOfCanaries(office: Office) {
  const { province, receiver, takeOver } = await trialOffice(office);
  const made = await province.must('POST', '/transfers', { record: RECORD });
  const { caseId, recordNumber } = made as { caseId: string; recordNumber: string };
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  await receiver.act(caseId, 'returnRecord', { paper: { reason: WRITTEN.returned } });
  await province.act(caseId, 'correct', { paper: { ...CORRECTED, note: null } });
  await province.act(caseId, 'send');
  await province.act(caseId, 'postPaper', { paper: { postalNumber: WRITTEN.postalNumber } });
  await receiver.must('POST', '/exchange/papers', paperFor(recordNumber, CORRECTED));
  await receiver.act(caseId, 'receive');
  await receiver.act(caseId, 'askSupplier', { paper: { note: WRITTEN.askedSupplier } });
  await province.act(caseId, 'answerDifference', {
    codes: { rightCopy: 'PAPER' },
    paper: { reason: WRITTEN.rightCopy },
  });
  await whileRefused(office, () => takeOver(caseId));
  return { caseId, recordNumber };
}

/** Let something be written that the database refuses at first, as one does that quotes the row. */
async function whileRefused(office: Office, write: () => Promise<unknown>): Promise<void> {
  const alter = (how: ReturnType<typeof sql.fragment>): Promise<unknown> =>
    office.db.query(sql.typeAlias('void')`ALTER TABLE record_versions ${how}`);
  // The quick tries leave nothing in a history; the patient one that comes after them does.
  const refusedPatiently = (line: string): boolean =>
    line.includes('full_up') && line.includes('"isLocal":false');
  await alter(sql.fragment`ADD CONSTRAINT full_up CHECK (false) NOT VALID`);
  const written = write();
  try {
    await until(() => office.logs.some(refusedPatiently));
  } finally {
    await alter(sql.fragment`DROP CONSTRAINT full_up`);
  }
  await written;
}

/** A slip with a document that is corrected after its return, and one with a further judgment; gives their numbers. */
export async function slipsOfCanaries(office: Office, recordNumber: string): Promise<string[]> {
  const { province, receiver, takeOver } = await trialOffice(office);
  const send = async (caseId: string): Promise<void> => {
    await province.act(caseId, 'send');
    await receiver.act(caseId, 'receive');
  };
  const arrive = async (caseId: string, slip: SlipSubmission): Promise<void> => {
    const paper = slipPaperFor(recordNumber, caseId, slip);
    await receiver.must('POST', '/exchange/papers', paper);
    await takeOver(caseId);
  };
  const first = await province.must('POST', '/slips', { recordNumber, slip: DOCUMENT });
  await send(first.caseId);
  const paper = { reason: WRITTEN.slipReturned };
  await receiver.act(first.caseId, 'returnRecord', { paper });
  const again = { judgment: null, document: { ...DOCUMENT.document!, number: '735/GTCY' } };
  await province.act(first.caseId, 'correctSlip', { paper: again });
  await send(first.caseId);
  await arrive(first.caseId, again);
  const second = await province.must('POST', '/slips', { recordNumber, slip: FURTHER });
  await send(second.caseId);
  await arrive(second.caseId, FURTHER);
  return [first.caseId, second.caseId];
}

/** A request for a code that is given back to its reviewer once and then granted; gives its number. */
export async function codeRequestOfCanaries(office: Office): Promise<string> {
  const records = await office.as(HANOI.records);
  const { judgmentNumber, court } = WRITTEN;
  const words = { offence: WRITTEN.unlisted, note: WRITTEN.codeNote, judgmentNumber, court };
  const request = aCodeRequest(words);
  const { caseId } = await records.must('POST', '/catalogue/requests', { request });
  const reviewer = await office.as('kiemtra.tt');
  const approver = await office.as('duyet.tt');
  const entry = anOffence({ code: 'MOI-1', name: WRITTEN.entryName });
  const paper = { entry, reason: WRITTEN.entryReason };
  const proposed = { codes: { code: entry.code }, paper };
  await reviewer.act(caseId, 'proposeEntry', proposed);
  await approver.act(caseId, 'returnProposal', { paper: { reason: WRITTEN.entryReturned } });
  await reviewer.act(caseId, 'proposeEntry', proposed);
  await approver.act(caseId, 'grantCode');
  return caseId;
}

/** A record that the Centre does not have yet, found by comparing both books; gives the run's number. */
export async function reconciliationOfCanaries(office: Office): Promise<string> {
  const records = await office.as(HANOI.records);
  const { judgment } = RECORD;
  const other = { ...RECORD, judgment: { ...judgment, number: '779/2014/HSST' } };
  await records.must('POST', '/transfers', { record: other });
  const { caseId } = await records.must('POST', RUNS, { unit: HANOI.unit });
  await records.must('POST', `${RUNS}/${caseId}/comparison`);
  return closed(office, caseId, WRITTEN.settled);
}

/** The list of a court that does not come to the same as the reception book; gives the run's number. */
export async function supplierOfCanaries(office: Office, period: string): Promise<string> {
  const records = await office.as(HANOI.records);
  const days = { date: '2014-05-10', effectiveDate: '2014-06-10', arrivedOn: '2015-02-02' };
  const supply = aJudgment(WRITTEN.supplied, { ...days, number: WRITTEN.suppliedNumber });
  await records.must('POST', '/supplies', { supply, channel: 'PAPER' });
  const run = { unit: HANOI.unit, supplier: COURT, period };
  const { caseId } = await records.must('POST', RUNS, run);
  const rows = [[WRITTEN.listed, WRITTEN.listedNumber, '10/05/2014', '13/07/1985']];
  const sent = await sendList(records, caseId, rows);
  if (sent.status !== 200) throw new Error(`the list was not taken: ${sent.text}`);
  return closed(office, caseId, WRITTEN.explained);
}

async function closed(office: Office, caseId: string, note: string): Promise<string> {
  const records = await office.as(HANOI.records);
  const differences = await differencesOf(records, caseId);
  if (differences.length === 0) throw new Error(`${caseId} found nothing that differs`);
  const keys = differences.map(({ key }) => key);
  const { status, text } = await settle(records, caseId, keys, 'EXPLAINED', note);
  if (status !== 200) throw new Error(`${caseId} is not settled: ${text}`);
  await records.act(caseId, 'closeReconciliation');
  return caseId;
}
