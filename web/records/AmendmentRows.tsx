import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AMENDMENT_KINDS } from '../../domain/record/amendment.ts';
import { useFieldName } from '../recordBook/valueText.ts';
import { JUDGMENT_FIELDS, PERSON_FIELDS } from './recordFields.ts';

const FIELDS = {
  person: [...PERSON_FIELDS.map(({ name }) => name), 'diedOn'],
  judgment: [...JUDGMENT_FIELDS.map(({ name }) => name), 'executions', 'abolished'],
  ban: ['decision', 'date', 'court', 'content', 'until', 'ended'],
} as const;

/** An approved change as the paper of its slip tells it: each field with what stood and what stands. */
export function AmendmentRows() {
  const { t } = useTranslation(['exchange', 'recordBook', 'records']);
  const name = useFieldName();
  const fields = Object.entries(FIELDS).map(([place, names]) => ({
    label: t(`records:${place}.title`),
    options: names.map((field) => ({ value: `${place}.${field}`, label: name(place, field) })),
  }));
  return (
    <>
      <Form.Item name={['amendment', 'kind']} label={t('recordBook:amendKind')} required>
        <Select
          options={AMENDMENT_KINDS.filter((kind) => kind !== 'MERGE').map((value) => ({
            value,
            label: t(`recordBook:cause.${value}`),
          }))}
        />
      </Form.Item>
      <Form.List name={['amendment', 'changes']} initialValue={[{}]}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: row }) => (
              <div key={key} className="records-change" role="group">
                <Form.Item name={[row, 'field']} label={t('channels.field')} required>
                  <Select options={fields} popupMatchSelectWidth={false} />
                </Form.Item>
                <Form.Item name={[row, 'ref']} label={t('slip.place')}>
                  <InputNumber min={1} max={60} precision={0} />
                </Form.Item>
                <Form.Item name={[row, 'before']} label={t('slip.before')}>
                  <Input maxLength={1000} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[row, 'after']} label={t('slip.after')}>
                  <Input maxLength={2200} autoComplete="off" />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('slip.removeField', { n: row + 1 })}
                  onClick={() => remove(row)}
                />
              </div>
            ))}
            <Button size="small" icon={<PlusOutlined />} onClick={() => add({})}>
              {t('slip.addField')}
            </Button>
          </>
        )}
      </Form.List>
    </>
  );
}
