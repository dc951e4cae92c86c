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
  const label = useAmendLabel(path, kind);
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
  return (
    <Form.Item name={[...path]} label={label} required>
      {control}
    </Form.Item>
  );
}

/** How a field of a change is called; the number of a document by the kind that is chosen for it. */
function useAmendLabel(path: AmendField['path'], kind: AmendField['kind']): string {
  const { t } = useTranslation('recordBook');
  const name = useFieldName();
  const document: unknown = Form.useWatch(['entry', 'kind']) ?? 'OTHER';
  const [area, last = area] = path;
  if (kind === 'judgment' || kind === 'ban') return t(`choose.${kind}`);
  if (area !== 'entry') return name('judgment', last ?? '');
  return last === 'number' ? t(`number.${String(document)}`) : name('document', last ?? '');
}
