import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordPage } from '../../domain/record/book.ts';
import { DateInput } from '../pieces/DateInput.tsx';
import type { AmendField } from './amendFields.ts';
import { useFieldName } from './valueText.ts';
import { WrongExecution } from './WrongExecution.tsx';

/** One field of a change beside person and judgment. */
export function AmendInput({
  page,
  field: { path, kind, choices = [] },
}: {
  page: RecordPage;
  field: AmendField;
}) {
  const { t } = useTranslation('recordBook');
  const name = useFieldName();
  const { judgments, bans } = page.file;
  if (kind === 'execution') return <WrongExecution page={page} path={path} />;
  const options =
    kind === 'judgment'
      ? judgments.map(({ ref, number }) => ({ value: ref, label: `${ref}. ${number}` }))
      : kind === 'ban'
        ? bans.map(({ ref, decision }) => ({ value: ref, label: `${ref}. ${decision}` }))
        : choices.map((value) => ({ value, label: t(`execution.${value}`) }));
  const control =
    kind === 'date' ? (
      <DateInput />
    ) : kind === 'prose' ? (
      <Input.TextArea rows={2} maxLength={1000} />
    ) : kind === 'line' ? (
      <Input maxLength={300} autoComplete="off" />
    ) : (
      <Select<string | number> options={options} />
    );
  const last = path.at(-1) ?? '';
  const label =
    kind === 'judgment' || kind === 'ban'
      ? t(`choose.${kind}`)
      : name(path[0] === 'entry' ? 'document' : 'judgment', last);
  return (
    <Form.Item name={[...path]} label={label} required>
      {control}
    </Form.Item>
  );
}
