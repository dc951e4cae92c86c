import type { SuppliedInformation } from '../../domain/supply/information.ts';
import { aRecord } from './scenes.ts';

/** An effective judgment as the court of Ba Đình sends it. */
export function aJudgment(
  fullName: string,
  changes: Partial<SuppliedInformation> = {},
): SuppliedInformation {
  const { person, judgment } = aRecord(fullName);
  const { number, date, effectiveDate, court, ...content } = judgment;
  return {
    supplier: { kind: 'FIRST_INSTANCE_COURT', name: court, unit: null },
    kind: 'JUDGMENT',
    number,
    date,
    effectiveDate,
    issuedBy: court,
    arrivedOn: '2022-06-15',
    person,
    judgment: content,
    content: null,
    note: null,
    ...changes,
  };
}

/** A paper that is no judgment. */
export function aPaper(fullName: string, changes: Partial<SuppliedInformation> = {}) {
  const content = 'Đã nộp đủ 200.000 đồng án phí';
  return aJudgment(fullName, {
    supplier: {
      kind: 'CIVIL_ENFORCEMENT',
      name: 'Chi cục Thi hành án dân sự quận Ba Đình',
      unit: null,
    },
    kind: 'CIVIL_ENFORCEMENT_RESULT',
    judgment: null,
    effectiveDate: null,
    content,
    ...changes,
  });
}
