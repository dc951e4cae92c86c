import { makeRecord } from '../../demo/records.ts';
import { seededRandom } from '../../demo/random.ts';
import type { SlipContent, SlipSubmission } from '../../domain/exchange/slip.ts';
import type { ListedOffence } from '../../domain/offence/offence.ts';
import type { RecordSubmission } from '../../domain/record.ts';

/** Day before the trial's first: what comes in is in force by then. */
const ENTERED_ON = '2015-05-29';
/** Words that name no entry of the catalogue: such a judgment stays red until a person chooses. */
const UNCLEAR_WORDS = { offence: 'Vi phạm pháp luật hình sự', provision: 'Bộ luật Hình sự' };
/** Words of a made-up offence that the catalogue lacks until the Centre adds it. */
export const NEW_WORDS = {
  offence: 'Tội danh mẫu của đợt thử nghiệm',
  provision: 'Điều 999 Bộ luật Hình sự 1999',
};
export const NEW_ENTRY: ListedOffence = {
  code: 'MAU-999',
  penalCode: '1999',
  article: '999',
  chapterNo: null,
  chapterName: null,
  name: NEW_WORDS.offence,
  validFrom: '2000-07-01',
  validTo: null,
  replacedBy: [],
  note: null,
  expungementRegime: null,
  source: null,
  verified: false,
};

/** What the words of a record's judgment name: an entry of the catalogue, one that is still to come, or none. */
export type Words = 'CLEAR' | 'NEW' | 'UNCLEAR';
const CHANGED_WORDS = { CLEAR: {}, NEW: NEW_WORDS, UNCLEAR: UNCLEAR_WORDS };

/** The earlier record of the same person, where the nth is a second one of somebody; null where it is not. */
export function twinOf(n: number): number | null {
  return n % 50 === 12 ? n - 2 : null;
}

/** The nth record of the trial, as its department makes it. */
export function recordOf(n: number, provinceCode: string, words: Words): RecordSubmission {
  const record = madeOf(n, provinceCode);
  const { person } = madeOf(twinOf(n) ?? n, provinceCode);
  const judgment = { ...record.judgment, number: `${n}/2015/HSST`, ...CHANGED_WORDS[words] };
  return { ...record, person, judgment };
}

function madeOf(n: number, provinceCode: string): RecordSubmission {
  const court = provinceCode === '01' ? 'quận Ba Đình' : 'thành phố Vinh';
  return makeRecord(seededRandom(`trial record ${n}`), {
    provinceCode,
    court: `Tòa án nhân dân ${court}`,
    onDate: ENTERED_ON,
  });
}

/** The record as it is corrected after the Centre gave it back. */
export function mended(record: RecordSubmission): RecordSubmission {
  return { ...record, note: 'Đã bổ sung theo yêu cầu của Trung tâm.' };
}

/** The record as its paper says it, where the clerk wrote another penalty. */
export function otherwise(record: RecordSubmission): RecordSubmission {
  return { ...record, judgment: { ...record.judgment, principalPenalty: '15 tháng tù' } };
}

/** What the nth slip adds: a further judgment or a document of execution. */
export function slipOf(n: number, kind: 'JUDGMENT' | 'DOCUMENT'): SlipSubmission {
  const { judgment } = recordOf(10_000 + n, '01', 'UNCLEAR');
  if (kind === 'JUDGMENT') return { judgment, document: null };
  return { judgment: null, document: { ref: 1, kind: 'COMPLETION', ...documentOf(n) } };
}

function documentOf(n: number) {
  return {
    type: 'Giấy chứng nhận chấp hành xong án phạt tù',
    number: `${n}/GCN`,
    date: '2015-05-20',
    issuedBy: 'Trại giam Mẫu',
    content: 'Đã chấp hành xong hình phạt.',
  };
}

/** The nth document of execution as an officer proposes it for the own record. */
export function executionOf(n: number) {
  const { issuedBy: issuer, number, date, content } = documentOf(20_000 + n);
  return { ref: 1, entry: { kind: 'COMPLETION', number, date, issuer, content } };
}

/** The paper of a record as the Centre registers it. */
export function paperFor(recordNumber: string, record: RecordSubmission) {
  return { kind: 'RECORD', recordNumber, postalNumber: 'RA123456789VN', record };
}

/** The paper of a slip, which names its own transfer as well. */
export function slipPaperFor(
  recordNumber: string,
  transferNumber: string,
  slip: SlipSubmission | SlipContent,
) {
  return { kind: 'SLIP', recordNumber, transferNumber, postalNumber: null, slip };
}
