import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_TYPES } from '../../domain/application.ts';
import { DOCUMENT_NAMES } from '../../domain/wording/documents.ts';
import { useLanguage } from '../words/index.ts';

/** Identity papers that the judgment or its file names, however old: look-ups go by their numbers. */
export function PaperRows() {
  const { t } = useTranslation('records');
  const { language } = useLanguage();
  const options = DOCUMENT_TYPES.map((type) => ({
    value: type,
    label: DOCUMENT_NAMES[type][language],
  }));
  return (
    <Form.List name={['person', 'documents']}>
      {(rows, { add, remove }) => (
        <fieldset className="records-papers">
          <legend>
            {t('person.documents')} ({t('form.optional')})
          </legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="records-paper" role="group">
              <Form.Item name={[name, 'type']} label={t('person.paperType')} required>
                <Select options={options} />
              </Form.Item>
              <Form.Item name={[name, 'number']} label={t('person.paperNumber')} required>
                <Input maxLength={20} autoComplete="off" />
              </Form.Item>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('form.removePaper', { n: name + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ type: 'CMND' })}>
            {t('form.addPaper')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
