import { addDays, DAY_MS, dateOf, type InstantMs } from '../domain/instant.ts';
import type { SupplyMessage } from '../domain/supply/information.ts';
import { OPENING } from './history.ts';
import { makeRecord } from './records.ts';
import { seededRandom } from './random.ts';

/** Information that a unit's own system sends in the demonstration. */
export interface Supplied {
  at: InstantMs;
  unit: string;
  said: Pick<SupplyMessage, 'toUnit' | 'information'>;
}

type Information = SupplyMessage['information'];

const COURTS: Readonly<Record<string, string>> = {
  '01': 'Tòa án nhân dân thành phố Hà Nội',
  '40': 'Tòa án nhân dân tỉnh Nghệ An',
  '79': 'Tòa án nhân dân Thành phố Hồ Chí Minh',
};

/** What is told of the execution of a sentence of Hà Nội. */
type Told = Pick<Information, 'kind' | 'number' | 'content'> & {
  supplier: Information['supplier']['kind'];
  name: string;
};

const FINE_SERVED = {
  supplier: 'CIVIL_ENFORCEMENT',
  name: 'Cục Thi hành án dân sự thành phố Hà Nội',
  kind: 'CIVIL_ENFORCEMENT_RESULT',
  number: '214/XN-CTHADS',
  content: 'Đã nộp đủ 200.000 đồng án phí hình sự sơ thẩm.',
} as const satisfies Told;

const SENTENCE_SERVED = {
  supplier: 'POLICE_ENFORCEMENT',
  name: 'Cơ quan thi hành án hình sự Công an thành phố Hà Nội',
  kind: 'COMPLETION_CERTIFICATE',
  number: '87/GCN',
  content: 'Đã chấp hành xong hình phạt cải tạo không giam giữ.',
} as const satisfies Told;

/** What courts, civil enforcement and police enforcement send in the last two weeks before the opening. */
export const SUPPLIED: readonly Supplied[] = [
  ...['01', '01', '40', '79'].map((province, at) => judgment(province, at)),
  served(4, 'THADS-01', 'STP-01', FINE_SERVED),
  served(5, 'PV06-01', 'TTLLTPQG', SENTENCE_SERVED),
];

function when(at: number): InstantMs {
  return OPENING - (12 - 2 * at) * DAY_MS;
}

function convict(at: number, provinceCode: string) {
  const court = COURTS[provinceCode] ?? '';
  const random = seededRandom(`supplied ${at}`);
  return makeRecord(random, { provinceCode, court, onDate: dateOf(when(at)) });
}

function judgment(provinceCode: string, at: number): Supplied {
  const { person, judgment: whole } = convict(at, provinceCode);
  const { number, date, effectiveDate, court, ...content } = whole;
  return {
    at: when(at),
    unit: `TAND-${provinceCode}`,
    said: {
      toUnit: `STP-${provinceCode}`,
      information: {
        supplier: { kind: 'FIRST_INSTANCE_COURT', name: court },
        kind: 'JUDGMENT',
        number,
        date,
        effectiveDate,
        issuedBy: court,
        person,
        judgment: content,
        content: null,
        note: null,
      },
    },
  };
}

function served(at: number, unit: string, toUnit: string, told: Told): Supplied {
  const { supplier, name, ...paper } = told;
  const information: Information = {
    ...paper,
    supplier: { kind: supplier, name },
    date: addDays(dateOf(when(at)), -4),
    issuedBy: name,
    effectiveDate: null,
    person: convict(at, '01').person,
    judgment: null,
    note: null,
  };
  return { at: when(at), unit, said: { toUnit, information } };
}
