import type { SlipSubmission } from '../../domain/exchange/slip.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import type { Office } from './office.ts';
import { aRecord, HANOI } from './scenes.ts';

/** Monday of the trial in which records went by post as well (May to October 2015). */
export const TRIAL_DAY = Date.parse('2015-06-01T09:00:00+07:00');
/** A second province of the trial. */
const OTHER = 'hoso.na';

/** The nth record of the trial: another person, another judgment. */
export function trialRecord(n: number): RecordSubmission {
  const record = aRecord();
  const { person, judgment } = record;
  return {
    ...record,
    person: { ...person, birthDate: `19${60 + (n % 30)}-02-11`, birthPlace: `Thôn ${n}, Hà Nội` },
    judgment: {
      ...judgment,
      number: `${n}/2014/HSST`,
      date: '2014-05-10',
      effectiveDate: '2014-06-10',
      provision: 'Khoản 1 Điều 138 Bộ luật Hình sự 1999',
    },
  };
}

/** A document of execution that adds to the nth record. */
export function trialSlip(n: number): SlipSubmission {
  return {
    judgment: null,
    document: {
      ref: 1,
      kind: 'COMPLETION',
      type: 'Giấy chứng nhận chấp hành xong án phạt tù',
      number: `${n}/GCN`,
      date: '2015-03-02',
      issuedBy: 'Trại giam Mẫu',
      content: 'Đã chấp hành xong hình phạt 9 tháng tù.',
    },
  };
}

/** The desks between which records travel. */
export async function trialOffice(office: Office) {
  const [province, other, receiver, reviewer, approver] = await Promise.all(
    [HANOI.records, OTHER, 'tiepnhan.tt', 'kiemtra.tt', 'duyet.tt'].map((name) => office.as(name)),
  );
  if (!province || !other || !receiver || !reviewer || !approver) throw new Error('nobody there');
  return {
    province,
    other,
    receiver,
    reviewer,
    approver,
    /** Check, review and update what was received. */
    async takeOver(caseId: string) {
      await receiver.act(caseId, 'checkRecord');
      await reviewer.act(caseId, 'review');
      return approver.act(caseId, 'updateOfficially');
    },
  };
}
