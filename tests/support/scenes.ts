import type { ApplicationSubmission } from '../../domain/application.ts';
import type { Conclusion, Regime } from '../../domain/flow/applicationState.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { makeSubmission } from '../../demo/submissions.ts';
import { seededRandom } from '../../demo/random.ts';
import type { Office } from './office.ts';
import type { Person } from './person.ts';
import { until } from './until.ts';

/** Units and user names of the province most tests live in. */
export const HANOI = {
  unit: 'STP-01',
  police: 'PV06-01',
  court: 'TAND-01',
  post: 'BUUDIEN-01',
  desk: 'motcua.hn',
  officer: 'chuyenvien1.hn',
  otherOfficer: 'chuyenvien2.hn',
  head: 'truongphong.hn',
  director: 'giamdoc.hn',
  seal: 'vanthu.hn',
  records: 'hoso.hn',
  supervisor: 'giamsat.hn',
  policeLiaison: 'congan.hn',
  otherPoliceLiaison: 'congan2.hn',
  courtLiaison: 'toaan.hn',
} as const;

export const JUDGMENT = {
  judgmentNumber: '12/2015/HSST',
  judgmentDate: '2015-03-20',
  court: 'Tòa án nhân dân quận Hoàn Kiếm',
  offence: 'Trộm cắp tài sản',
  provision: 'Khoản 1 Điều 138 Bộ luật Hình sự 1999',
  penalty: '12 tháng tù',
  executionStatus: 'Đã chấp hành xong ngày 20/3/2016',
} as const;

export const ANSWER = {
  outcome: 'NO_RECORD',
  entries: [] as object[],
  needed: null as string | null,
  reason: null as string | null,
  expectedAt: null as string | null,
  replaces: false,
  confirmed: false,
};
export const RECORD_FOUND = {
  ...ANSWER,
  outcome: 'RECORD_FOUND',
  entries: [JUDGMENT],
  confirmed: true,
};

/** Somebody about whom the police of Hà Nội alone are asked. */
export const ORDINARY = {
  nationality: 'VN',
  hasMilitaryService: false,
  residenceHistory: [
    {
      from: '2004-05',
      to: null,
      place: '1 phố Mẫu, Hà Nội',
      provinceCode: '01',
      countryCode: 'VN',
    },
  ],
};

let made = 0;

/** A believable application in Hà Nội; another person each time. */
export function anApplication(changes: Partial<ApplicationSubmission> = {}): ApplicationSubmission {
  made += 1;
  const random = seededRandom(`scene ${made}`);
  const submission = makeSubmission(random, {
    unit: HANOI.unit,
    provinceCode: '01',
    onDate: '2023-09-18',
    channel: 'COUNTER',
    accept: true,
    delivery: 'POST',
  });
  // A citizen who never left the province, so that one unit is asked and may know of nothing.
  const subject = { ...submission.subject, ...ORDINARY };
  return { ...submission, subject, agent: null, certificateType: 'NO_1', ...changes };
}

/** Hand an application in at the counter, accepted unless `changes` say otherwise; gives its number. */
export async function handIn(
  office: Office,
  changes: Partial<ApplicationSubmission> = {},
): Promise<{ caseId: string; trackingCode: string }> {
  const desk = await office.as(HANOI.desk);
  const received = await desk.must('POST', '/applications', anApplication(changes));
  // On a machine under load the answer may come before the case is open; the screens wait as well.
  if (!received.opened) await until(async () => isThere(desk, received.caseId));
  return received;
}

async function isThere(desk: Person, caseId: string): Promise<boolean> {
  return (await desk.ask('GET', `/cases/${caseId}`)).status === 200;
}

/** An application at VERIFYING: the police is asked. */
export async function askedCase(
  office: Office,
  changes: Partial<ApplicationSubmission> = {},
  regime: Regime = 'SIMPLE',
): Promise<{ caseId: string; trackingCode: string; policeRequest: string }> {
  const received = await handIn(office, changes);
  const officer = await office.as(HANOI.officer);
  const grounds = regime === 'COMPLEX' ? ['SEVERAL_RESIDENCES'] : [];
  await officer.act(received.caseId, 'classify', { codes: { regime, grounds } });
  return { ...received, policeRequest: `${received.caseId}/POLICE-1` };
}

/** Who answers in Hà Nội and at the Centre; courts otherwise. */
const LIAISONS = { POLICE: HANOI.policeLiaison, CENTRE: 'tracuu.tt' } as const;

/** An answer typed by a liaison. */
export async function answer(
  office: Office,
  requestId: string,
  form: object = ANSWER,
): Promise<void> {
  const kind = /\/([A-Z_]+)-\d+$/u.exec(requestId)?.[1];
  const liaison = await office.as(LIAISONS[kind as keyof typeof LIAISONS] ?? HANOI.courtLiaison);
  await liaison.must('POST', '/verifications/answers', { requestId, answer: form });
}

/** An application at EVALUATING: whoever was asked knows of nothing. */
export async function answeredCase(office: Office, changes: Partial<ApplicationSubmission> = {}) {
  const asked = await askedCase(office, changes);
  const officer = await office.as(HANOI.officer);
  const { verifications } = await officer.case(asked.caseId);
  for (const { requestId } of verifications) await answer(office, requestId);
  return asked;
}

export const CLEAN_DRAFT = {
  codes: { conclusion: 'NO_RECORD' satisfies Conclusion },
  paper: { reasoning: 'Không có thông tin án tích', entries: [] as object[] },
};
export const RECORD_DRAFT = {
  codes: { conclusion: 'HAS_RECORD' satisfies Conclusion },
  paper: {
    reasoning: 'Còn án tích theo bản án đã có hiệu lực',
    entries: [{ ...JUDGMENT, expungedOn: null }] as object[],
  },
};

/** From EVALUATING to DELIVERING: draft, check, sign, number; gives the certificate's number. */
export async function decide(office: Office, caseId: string, draft = CLEAN_DRAFT as object) {
  await (await office.as(HANOI.officer)).act(caseId, 'draft', draft);
  await (await office.as(HANOI.head)).act(caseId, 'check');
  await (await office.as(HANOI.director)).act(caseId, 'sign');
  const { certificateNumber } = await (await office.as(HANOI.seal)).act(caseId, 'issue');
  return certificateNumber;
}

/** From DELIVERING to its end, by post; gives the number. */
export async function deliver(office: Office, caseId: string): Promise<string> {
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'post');
  await desk.act(caseId, 'confirmDelivery');
  return caseId;
}

/** An application at DELIVERING. */
export async function issuedCase(office: Office, changes: Partial<ApplicationSubmission> = {}) {
  const asked = await answeredCase(office, changes);
  return { ...asked, certificateNumber: await decide(office, asked.caseId) };
}

/** A judicial record as a provincial record officer enters it. */
export function aRecord(fullName = 'Trần Văn Mẫu'): RecordSubmission {
  return {
    person: {
      fullName,
      otherNames: [],
      gender: 'MALE',
      birthDate: '1985-02-11',
      birthPlace: 'Hà Nội',
      personalId: null,
      documents: [],
      permanentResidence: '1 phố Mẫu, Hà Nội',
      provinceCode: '01',
      fatherName: null,
      motherName: null,
    },
    judgment: {
      number: '7/2022/HSST',
      date: '2022-05-10',
      effectiveDate: '2022-06-10',
      court: 'Tòa án nhân dân quận Ba Đình',
      offence: 'Trộm cắp tài sản',
      provision: 'Khoản 1 Điều 173 Bộ luật Hình sự 2015',
      principalPenalty: '9 tháng tù',
      additionalPenalty: null,
      civilObligations: null,
      courtFees: null,
    },
    note: null,
  };
}
