import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../pieces/DateInput.tsx';
import { Field, TextField } from './inputs.tsx';

const KINDS = ['CCCD', 'CMND', 'PASSPORT', 'TRAVEL_PAPER'] as const;

/** Other identity documents, for people without a personal ID or with an older one. */
export function DocumentRows() {
  const { t } = useTranslation('officer');
  return (
    <Form.List name={['subject', 'documents']}>
      {(rows, { add, remove }) => (
        <fieldset className="rows">
          <legend>{t('documents')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} role="group" aria-label={t('document', { n: name + 1 })} className="row">
              <div className="fields">
                <Field name={[name, 'type']} label={t('documentType')} required>
                  <Select
                    options={KINDS.map((kind) => ({
                      value: kind,
                      label: t(`documentKind.${kind}`),
                    }))}
                  />
                </Field>
                <Field name={[name, 'number']} label={t('documentNumber')} required>
                  <Input maxLength={20} autoComplete="off" />
                </Field>
                <Field name={[name, 'issuedOn']} label={t('documentIssuedOn')}>
                  <DateInput />
                </Field>
                <TextField
                  name={[name, 'issuedBy']}
                  label={t('documentIssuedBy')}
                  maxLength={150}
                />
              </div>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('removeRow', { n: name + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ type: 'CMND' })}>
            {t('addDocument')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
