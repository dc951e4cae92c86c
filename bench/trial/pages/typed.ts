import type { RecordSubmission } from '../../../domain/record.ts';
import type { SlipSubmission } from '../../../domain/exchange/slip.ts';
import type { Typed, TypedRecord } from './forms.ts';

const OPTIONAL = ' (không bắt buộc)';

/** A record as it is typed into the form: what a page asks for, without other names and papers. */
export function typedRecord({ person, judgment, note }: RecordSubmission): TypedRecord {
  return {
    person: said({
      'Họ và tên': person.fullName,
      'Ngày sinh': asTyped(person.birthDate),
      'Nơi sinh': person.birthPlace,
      'Nơi thường trú': person.permanentResidence,
      [`Họ tên cha${OPTIONAL}`]: person.fatherName,
      [`Họ tên mẹ${OPTIONAL}`]: person.motherName,
    }),
    judgment: said({
      'Số bản án': judgment.number,
      'Ngày tuyên': asTyped(judgment.date),
      'Ngày có hiệu lực': asTyped(judgment.effectiveDate),
      'Tòa án': judgment.court,
      'Tội danh': judgment.offence,
      'Điều khoản áp dụng': judgment.provision,
      'Hình phạt chính': judgment.principalPenalty,
      [`Hình phạt bổ sung${OPTIONAL}`]: judgment.additionalPenalty,
      [`Nghĩa vụ dân sự${OPTIONAL}`]: judgment.civilObligations,
      [`Án phí${OPTIONAL}`]: judgment.courtFees,
    }),
    gender: person.gender === 'MALE' ? 'Nam' : 'Nữ',
    province: person.provinceCode === '01' ? 'Hà Nội' : 'Nghệ An',
    note,
  };
}

/** The document of a slip as it is typed. */
export function typedDocument({ document }: SlipSubmission): Typed {
  if (document === null) throw new Error('the slip has no document');
  return {
    'Loại văn bản': document.type,
    'Số văn bản': document.number,
    'Ngày văn bản': asTyped(document.date),
    'Cơ quan ban hành': document.issuedBy,
    'Nội dung': document.content,
  };
}

function said(fields: Readonly<Record<string, string | null>>): Typed {
  const filled = Object.entries(fields).flatMap(([label, text]) =>
    text === null ? [] : [[label, text] as const],
  );
  return Object.fromEntries(filled);
}

/** `2015-03-10` as people write it: `10/03/2015`. */
function asTyped(date: string): string {
  return date.split('-').toReversed().join('/');
}
