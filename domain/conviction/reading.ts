import type { ConvictionEntry } from '../agencyMessage.ts';
import type { ConvictionDetails, Offence } from './entry.ts';

/** Details before anything is known: every question still open. */
export const NOTHING_KNOWN: ConvictionDetails = {
  basis: 'JUDGMENT',
  noJudgmentAt: [],
  effectiveDate: null,
  offender: 'PERSON',
  offences: [{ code: null, penalCode: '2015', article: null, clause: null }],
  offenceDate: null,
  ageClass: null,
  fault: null,
  severity: null,
  principal: {
    kind: 'PRISON',
    months: null,
    execution: { state: 'UNKNOWN', on: null },
    probationEnd: null,
  },
  additional: [],
  civil: null,
  courtFees: null,
  wanted: null,
  newCrime: 'UNKNOWN',
  courtDecisions: [],
};

type Words = Pick<ConvictionEntry, 'judgmentDate' | 'provision' | 'penalty' | 'executionStatus'>;

/**
 * A first reading of a judgment in words, for an officer to complete and correct: article, principal
 * penalty and completion where the words say so in the usual form. Never evaluated unread.
 */
export function readWords(words: Words): ConvictionDetails {
  const principal = readPenalty(words.penalty);
  const completed = /xong[^\d]*(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(words.executionStatus);
  const [, day = '', month = '', year = ''] = completed ?? [];
  const on = completed && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const execution: ConvictionDetails['principal']['execution'] = on
    ? { state: 'DONE', on }
    : { state: 'UNKNOWN', on: null };
  const offences = [readProvision(words)];
  return { ...NOTHING_KNOWN, offences, principal: { ...principal, execution } };
}

function readPenalty(penalty: string): ConvictionDetails['principal'] {
  const text = penalty.toLowerCase();
  const months = monthsIn(text);
  const base = { ...NOTHING_KNOWN.principal, months: null };
  if (/miễn hình phạt/u.test(text)) return { ...base, kind: 'EXEMPTED' };
  if (/chung thân/u.test(text)) return { ...base, kind: 'LIFE' };
  if (/án treo/u.test(text)) return { ...base, kind: 'SUSPENDED', months };
  if (/cải tạo không giam giữ/u.test(text)) return { ...base, kind: 'NON_CUSTODIAL', months };
  if (/cảnh cáo/u.test(text)) return { ...base, kind: 'WARNING' };
  if (text.startsWith('phạt tiền')) return { ...base, kind: 'FINE' };
  return { ...base, kind: 'PRISON', months };
}

/** `01 năm 06 tháng`, `9 tháng`: the first term that stands there. */
function monthsIn(text: string): number | null {
  const [, years, alone, only] = /(\d+) năm(?: (\d+) tháng)?|(\d+) tháng/u.exec(text) ?? [];
  const months = Number(years ?? 0) * 12 + Number(alone ?? only ?? 0);
  return months > 0 ? months : null;
}

function readProvision({ provision, judgmentDate }: Words): Offence {
  const number = (pattern: RegExp): number | null => {
    const found = pattern.exec(provision)?.[1];
    return found === undefined ? null : Number(found);
  };
  const year = /(1985|1999|2015)/u.exec(provision)?.[1] as Offence['penalCode'] | undefined;
  const byDay = judgmentDate < '2018-01-01' ? '1999' : '2015';
  return {
    code: null,
    penalCode: year ?? byDay,
    article: number(/điều (\d+)/iu),
    clause: number(/khoản (\d)/iu),
  };
}
