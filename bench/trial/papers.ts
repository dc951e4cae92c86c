import { makeRecord } from '../../demo/records.ts';
import { seededRandom } from '../../demo/random.ts';
import type { SlipContent, SlipSubmission } from '../../domain/exchange/slip.ts';
import type { RecordSubmission } from '../../domain/record.ts';

/** Day before the trial's first: what comes in is in force by then. */
const ENTERED_ON = '2015-05-29';
/** Words that name no entry of the catalogue: such a judgment stays red until a person chooses. */
const UNCLEAR = { offence: 'Vi phạm pháp luật hình sự', provision: 'Bộ luật Hình sự' };

/** The nth record of the trial, as its department makes it; `clear`: its words name an entry of the catalogue. */
export function recordOf(n: number, provinceCode: string, clear: boolean): RecordSubmission {
  const court = provinceCode === '01' ? 'quận Ba Đình' : 'thành phố Vinh';
  const record = makeRecord(seededRandom(`trial record ${n}`), {
    provinceCode,
    court: `Tòa án nhân dân ${court}`,
    onDate: ENTERED_ON,
  });
  const judgment = { ...record.judgment, number: `${n}/2015/HSST` };
  return { ...record, judgment: clear ? judgment : { ...judgment, ...UNCLEAR } };
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
  const { judgment } = recordOf(10_000 + n, '01', false);
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
