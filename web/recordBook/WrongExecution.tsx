import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordPage } from '../../domain/record/book.ts';
import { useValueText } from './valueText.ts';

interface WrongExecutionProps {
  page: RecordPage;
  /** Where the document stands in the form. */
  path: readonly string[];
}

/** Which document of the chosen judgment is wrong; what it says is where its correction begins. */
export function WrongExecution({ page, path }: WrongExecutionProps) {
  const { t } = useTranslation('recordBook');
  const text = useValueText();
  const form = Form.useFormInstance();
  const ref: unknown = Form.useWatch('ref', form);
  const documents = page.file.judgments.find((one) => one.ref === ref)?.executions ?? [];
  return (
    <Form.Item
      name={[...path]}
      label={t('choose.execution')}
      required
      normalize={(at: number) => documents[at]}
      getValueProps={(value: unknown) => {
        const at = documents.indexOf(value as (typeof documents)[number]);
        return { value: at < 0 ? undefined : at };
      }}
    >
      <Select<number>
        options={documents.map((one, value) => ({ value, label: text('executions', one) }))}
        notFoundContent={t('noExecution')}
        onChange={(at) => form.setFieldValue('entry', documents[at])}
      />
    </Form.Item>
  );
}
