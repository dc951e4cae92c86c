import { Alert, Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SlipSubmission } from '../../domain/exchange/slip.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import {
  DOCUMENT_FIELDS,
  readSlip,
  SLIP_KINDS,
  type SlipDraft,
  type SlipKind,
} from './exchangeFields.ts';
import { JUDGMENT_FIELDS } from './recordFields.ts';
import { RecordInput } from './RecordInput.tsx';
import { usePointedProblems } from './usePointedProblems.ts';

interface SlipFormProps {
  /** The slip to correct; empty fields without it. */
  initial?: SlipSubmission | null;
  /** Word on the button that saves. */
  saveWord: string;
  pending: boolean;
  error: Error | null;
  onSave: (slip: SlipSubmission) => void;
  onCancel: () => void;
}

/** A further judgment or a document of execution; checked with the domain's own schema. */
export function SlipForm({ initial, saveWord, pending, error, onSave, onCancel }: SlipFormProps) {
  const { t } = useTranslation('records');
  const exchange = useTranslation('exchange').t;
  const [form] = Form.useForm<SlipDraft>();
  const { wrong, point } = usePointedProblems(form);
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
      onKeyDown={({ ctrlKey, key }) => ctrlKey && key === 'Enter' && form.submit()}
    >
      {wrong > 0 && <Alert type="error" showIcon title={t('form.summary', { count: wrong })} />}
      <Form.Item name="kind" label={exchange('slip.kind')}>
        <Radio.Group
          options={SLIP_KINDS.map((value) => ({ value, label: exchange(`slip.kind.${value}`) }))}
        />
      </Form.Item>
      <fieldset className="records-group">
        <legend>{t(`${kind}.title`)}</legend>
        {(kind === 'judgment' ? JUDGMENT_FIELDS : DOCUMENT_FIELDS).map((field) => (
          <RecordInput key={`${kind}.${field.name}`} area={kind} field={field} />
        ))}
        {kind === 'document' && (
          <Form.Item name={['document', 'content']} label={t('document.content')} required>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
        )}
      </fieldset>
      <ProblemAlert error={error} />
      <div className="records-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {saveWord}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </Form>
  );
}

function kindOf(slip: SlipSubmission | null | undefined): SlipKind {
  return slip?.judgment == null ? 'document' : 'judgment';
}
