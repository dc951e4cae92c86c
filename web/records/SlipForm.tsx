import { Alert, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlipContent } from '../../domain/exchange/slip.ts';
import { EXECUTION_KINDS } from '../../domain/record/file.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { AmendmentRows } from './AmendmentRows.tsx';
import { DOCUMENT_FIELDS, readSlip, type SlipDraft, type SlipKind } from './exchangeFields.ts';
import { JUDGMENT_FIELDS } from './recordFields.ts';
import { RecordInput } from './RecordInput.tsx';
import { usePointedProblems } from './usePointedProblems.ts';

const TYPED_KINDS: readonly SlipKind[] = ['document', 'judgment'];

interface SlipFormProps {
  /** The slip to correct; empty fields without it. */
  initial?: SlipContent | null;
  /** Which kinds are typed here. */
  kinds?: readonly SlipKind[];
  /** Word on the button that saves. */
  saveWord: string;
  pending: boolean;
  error: Error | null;
  /** What is said above the buttons; `again` sends what stands in the form. */
  notice?: (again: () => void) => ReactNode;
  onSave: (slip: SlipContent) => void;
  onCancel: () => void;
}

/** A further judgment, a document of execution, or from a paper an approved change; checked with the domain's own schema. */
export function SlipForm({
  initial,
  kinds = TYPED_KINDS,
  saveWord,
  pending,
  error,
  notice,
  onSave,
  onCancel,
}: SlipFormProps) {
  const { t } = useTranslation('records');
  const exchange = useTranslation('exchange').t;
  const [form] = Form.useForm<SlipDraft>();
  const { wrong, point, changed } = usePointedProblems(form, { pending, error });
  const kind: SlipKind = Form.useWatch('kind', form) ?? kindOf(initial);
  const save = (draft: SlipDraft): void => {
    const read = readSlip(draft);
    point('problems' in read ? read.problems : []);
    if ('slip' in read) onSave(read.slip);
  };
  return (
    <Form<SlipDraft>
      form={form}
      layout="vertical"
      initialValues={{ kind: kindOf(initial), ...initial }}
      disabled={pending}
      onFinish={save}
      onValuesChange={changed}
      onKeyDown={({ ctrlKey, key }) => ctrlKey && key === 'Enter' && form.submit()}
    >
      {wrong > 0 && <Alert type="error" showIcon title={t('form.summary', { count: wrong })} />}
      <Form.Item name="kind" label={exchange('slip.kind')}>
        <Radio.Group
          options={kinds.map((value) => ({ value, label: exchange(`slip.kind.${value}`) }))}
        />
      </Form.Item>
      <fieldset className="records-group">
        <legend>
          {kind === 'amendment' ? exchange('slip.kind.amendment') : t(`${kind}.title`)}
        </legend>
        {kind === 'amendment' ? <AmendmentRows /> : <TypedFields kind={kind} />}
      </fieldset>
      {notice?.(form.submit)}
      <ProblemAlert error={error} form={form} />
      <div className="records-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {saveWord}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </Form>
  );
}

function TypedFields({ kind }: { kind: Exclude<SlipKind, 'amendment'> }) {
  const { t } = useTranslation(['records', 'exchange', 'recordBook']);
  const fields = kind === 'judgment' ? JUDGMENT_FIELDS : DOCUMENT_FIELDS;
  return (
    <>
      {kind === 'document' && (
        <>
          <Form.Item name={['document', 'ref']} label={t('exchange:slip.ref')} initialValue={1}>
            <InputNumber min={1} max={60} precision={0} />
          </Form.Item>
          <Form.Item
            name={['document', 'kind']}
            label={t('exchange:slip.under')}
            initialValue="OTHER"
          >
            <Select
              options={EXECUTION_KINDS.map((value) => ({
                value,
                label: t(`recordBook:execution.${value}`),
              }))}
            />
          </Form.Item>
        </>
      )}
      {fields.map((field) => (
        <RecordInput key={`${kind}.${field.name}`} area={kind} field={field} />
      ))}
      {kind === 'document' && (
        <Form.Item name={['document', 'content']} label={t('document.content')} required>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      )}
    </>
  );
}

function kindOf(slip: SlipContent | null | undefined): SlipKind {
  return slip?.judgment == null ? 'document' : 'judgment';
}
