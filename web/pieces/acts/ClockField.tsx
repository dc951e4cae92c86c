import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { formatInstant } from '../format.ts';
import { openQuestions } from './prefilled.ts';

/** Which agency's term: one of the questions that wait for an answer. */
export function ClockField({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="clock"
      label={t('field.clock')}
      rules={[{ required: true, message: t('required') }]}
    >
      <Select
        options={openQuestions(detail).map(({ clock, unitName, dueAt }) => ({
          value: clock,
          label: `${unitName} · ${t('dueOn', { date: formatInstant(dueAt) })}`,
        }))}
      />
    </Form.Item>
  );
}
