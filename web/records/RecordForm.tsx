import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSubmission } from '../../domain/record.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useComparing } from './KnownJudgment.tsx';
import { PaperRows } from './PaperRows.tsx';
import { type RecordDraft, readRecord } from './recordDraft.ts';
import { JUDGMENT_FIELDS, PERSON_FIELDS } from './recordFields.ts';
import { RecordInput } from './RecordInput.tsx';
import { usePointedProblems } from './usePointedProblems.ts';

interface RecordFormProps {
  /** The record to correct or to complete; empty fields without it. */
  initial?: RecordDraft | null;
  /** Word on the button that saves. */
  saveWord: string;
  pending: boolean;
  error: Error | null;
  /** Whether it is entered anew: then who may hold the judgment already is told, and to be compared. */
  fresh?: boolean;
  /** What is said above the buttons; `again` sends what stands in the form. */
  notice?: (again: () => void) => ReactNode;
  onSave: (record: RecordSubmission) => void;
  onCancel: () => void;
}

/** Person and judgment side by side; checked with the domain's own schema, problems beside their fields. */
export function RecordForm({
  initial,
  saveWord,
  pending,
  error,
  fresh = false,
  notice,
  onSave,
  onCancel,
}: RecordFormProps) {
  const { t } = useTranslation('records');
  const [form] = Form.useForm<RecordDraft>();
  const { wrong, point, changed } = usePointedProblems(form, { pending, error });
  const { warning, compared } = useComparing(form, fresh);
  const save = (draft: RecordDraft): void => {
    const read = readRecord(draft);
    point('problems' in read ? read.problems : []);
    if ('record' in read && compared()) onSave(read.record);
  };
  return (
    <Form<RecordDraft>
      form={form}
      layout="vertical"
      initialValues={initial ?? {}}
      disabled={pending}
      onFinish={save}
      onValuesChange={changed}
      onKeyDown={({ ctrlKey, key }) => ctrlKey && key === 'Enter' && form.submit()}
    >
      {wrong > 0 && <Alert type="error" showIcon title={t('form.summary', { count: wrong })} />}
      <div className="records-columns">
        <Group title={t('person.title')}>
          {PERSON_FIELDS.map((field) => (
            <RecordInput key={field.name} area="person" field={field} />
          ))}
          <PaperRows />
        </Group>
        <Group title={t('judgment.title')}>
          {JUDGMENT_FIELDS.map((field) => (
            <RecordInput key={field.name} area="judgment" field={field} />
          ))}
        </Group>
      </div>
      <Form.Item name="note" label={`${t('note')} (${t('form.optional')})`}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      {warning}
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

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="records-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
