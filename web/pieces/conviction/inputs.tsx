import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EXECUTION_STATES } from '../../../domain/conviction/entry.ts';
import { DateInput } from '../DateInput.tsx';
import type { CodeGroup } from '../../../domain/wording/codes.ts';
import { useLabel } from '../../words/index.ts';
import './details.css';

type Name = string | number | (string | number)[];

interface CodeChoiceProps {
  name: Name;
  label: string;
  group: CodeGroup;
  codes: readonly string[];
  /** Whether "not known" may stand. */
  open?: boolean;
  placeholder?: string;
}

/** One of the codes of a group; cleared, it is not known. */
export function CodeChoice({ name, label, group, codes, open, placeholder }: CodeChoiceProps) {
  const { t } = useTranslation('evaluation');
  const nameOf = useLabel();
  return (
    <Form.Item name={name} label={label}>
      <Select
        allowClear={open ?? false}
        placeholder={placeholder ?? t('field.notKnown')}
        popupMatchSelectWidth={false}
        options={codes.map((code) => ({ value: code, label: nameOf(group, code) }))}
      />
    </Form.Item>
  );
}

/** A day, or nothing while it is not known. */
export function DateField({ name, label }: { name: Name; label: string }) {
  const { t } = useTranslation();
  const pattern = { pattern: /^\d{4}-\d{2}-\d{2}$/, message: t('dateWrong') };
  return (
    <Form.Item name={name} label={label} rules={[pattern]}>
      <DateInput />
    </Form.Item>
  );
}

export function WordsField({ name, label, max }: { name: Name; label: string; max: number }) {
  return (
    <Form.Item name={name} label={label}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  );
}

/** How far a part of the judgment at `name` is executed, and the day. */
export function ExecutionFields({ name }: { name: (string | number)[] }) {
  const { t } = useTranslation('evaluation');
  return (
    <>
      <CodeChoice
        name={[...name, 'execution', 'state']}
        label={t('field.state')}
        group="execution"
        codes={EXECUTION_STATES}
      />
      <DateField name={[...name, 'execution', 'on']} label={t('field.doneOn')} />
    </>
  );
}
