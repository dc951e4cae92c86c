import type { FormInstance } from 'antd';
import type { IntakeValues } from './values.ts';

interface Address {
  text?: string;
  provinceCode?: string;
}
interface Row {
  from?: string;
  place?: string;
  provinceCode?: string;
}
const FIRST = ['subject', 'residenceHistory', 0];
const AGE_OF_RECORD = 14;

/**
 * Nothing is typed twice: as long as the first residence has not been edited by itself, it follows
 * the permanent residence, from the month in which the person turned 14. Gives the place it wrote.
 */
export function mirrorResidence(form: FormInstance<IntakeValues>, mirrored: string): string {
  const { permanentResidence = {}, birthDate = '' } = (form.getFieldValue('subject') ?? {}) as {
    permanentResidence?: Address;
    birthDate?: string;
  };
  const row = (form.getFieldValue(FIRST) ?? {}) as Row;
  if ((row.place ?? '') !== mirrored) return mirrored;
  const place = permanentResidence.text ?? '';
  const month = /^(\d{4})-(\d{2})/.exec(birthDate ?? '');
  const from = month === null ? row.from : `${Number(month[1]) + AGE_OF_RECORD}-${month[2]}`;
  form.setFieldValue(FIRST, {
    ...row,
    place,
    provinceCode: permanentResidence.provinceCode ?? row.provinceCode,
    ...(place !== '' && from !== undefined && { from }),
  });
  return place;
}
