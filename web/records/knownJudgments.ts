import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { PersonalId } from '../../domain/personalId.ts';
import { KnownJudgments } from '../../domain/record/knownJudgment.ts';
import { CalendarDate, PartialDate } from '../../domain/text.ts';
import { get } from '../api.ts';
import { useSettled } from '../pieces/useSettled.ts';
import type { RecordDraft } from './recordDraft.ts';

/**
 * Records that may be of the person in a form and hold its judgment already; asked once number, day and court
 * are typed, and the ID, or name and birth date.
 */
export function useKnownJudgments(form: FormInstance<RecordDraft>, fresh: boolean) {
  const draft = Form.useWatch((values: RecordDraft) => values, form) ?? {};
  const { enough, ...query } = useSettled(questionOf(draft));
  const { data } = useQuery({
    queryKey: ['known-judgments', query],
    queryFn: () => get('/transfers/known-judgments', KnownJudgments, query),
    enabled: fresh && enough,
  });
  return data?.records ?? [];
}

function questionOf({ person = {}, judgment = {} }: RecordDraft) {
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const [number, date, court] = ['number', 'date', 'court'].map((name) => text(judgment[name]));
  const [personalId, fullName] = [text(person['personalId']), text(person['fullName'])];
  const birthDate = text(person['birthDate']);
  const hasId = PersonalId.safeParse(personalId).success;
  const named = fullName !== '' && PartialDate.safeParse(birthDate).success;
  const whole = number !== '' && court !== '' && CalendarDate.safeParse(date).success;
  return {
    number,
    date,
    court,
    personalId: hasId ? personalId : undefined,
    fullName: named ? fullName : undefined,
    birthDate: named ? birthDate : undefined,
    enough: whole && (hasId || named),
  };
}
