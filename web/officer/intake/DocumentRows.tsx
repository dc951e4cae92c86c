import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_TYPES } from '../../../domain/application.ts';
import { DOCUMENT_NAMES } from '../../../domain/wording/documents.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { useLanguage } from '../../words/index.ts';
import { Field, TextField } from './inputs.tsx';

/** Other identity documents, for people without a personal ID, and former ones under which files know a person. */
export function DocumentRows() {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
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
                    options={DOCUMENT_TYPES.map((type) => ({
                      value: type,
                      label: DOCUMENT_NAMES[type][language],
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
                <Form.Item name={[name, 'former']} valuePropName="checked" className="wide">
                  <Checkbox>{t('documentFormer')}</Checkbox>
                </Form.Item>
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
