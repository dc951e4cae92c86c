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

const COURTS: Readonly<Record<string, string>> = {
  '01': 'Tòa án nhân dân thành phố Hà Nội',
  '40': 'Tòa án nhân dân tỉnh Nghệ An',
  '79': 'Tòa án nhân dân Thành phố Hồ Chí Minh',
};

/** What courts, civil enforcement and police enforcement send in the last two weeks before the opening. */
export const SUPPLIED: readonly Supplied[] = [
  ...['01', '01', '40', '79'].map((province, at) => judgment(province, at)),
  fineServed(4),
  sentenceServed(5),
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

function fineServed(at: number): Supplied {
  const name = 'Cục Thi hành án dân sự thành phố Hà Nội';
  const information = served(at, {
    supplier: { kind: 'CIVIL_ENFORCEMENT', name },
    kind: 'CIVIL_ENFORCEMENT_RESULT',
    number: '214/XN-CTHADS',
    content: 'Đã nộp đủ 200.000 đồng án phí hình sự sơ thẩm.',
  });
  return { at: when(at), unit: 'THADS-01', said: { toUnit: 'STP-01', information } };
}

function sentenceServed(at: number): Supplied {
  const name = 'Cơ quan thi hành án hình sự Công an thành phố Hà Nội';
  const information = served(at, {
    supplier: { kind: 'POLICE_ENFORCEMENT', name },
    kind: 'COMPLETION_CERTIFICATE',
    number: '87/GCN',
    content: 'Đã chấp hành xong hình phạt cải tạo không giam giữ.',
  });
  return { at: when(at), unit: 'PV06-01', said: { toUnit: 'TTLLTPQG', information } };
}

type Information = SupplyMessage['information'];

function served(
  at: number,
  told: Pick<Information, 'supplier' | 'kind' | 'number' | 'content'>,
): Information {
  const { person } = convict(at, '01');
  return {
    ...told,
    date: addDays(dateOf(when(at)), -4),
    issuedBy: told.supplier.name,
    effectiveDate: null,
    person,
    judgment: null,
    note: null,
  };
}
