import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import { DateInput } from '../DateInput.tsx';
import { JudgedFields } from './JudgedFields.tsx';
import { OffenceField } from './OffenceField.tsx';

const FIELDS = [
  'judgmentNumber',
  'judgmentDate',
  'court',
  'offence',
  'provision',
  'penalty',
  'executionStatus',
  'expungedOn',
] as const;

const DATES: ReadonlySet<string> = new Set(['judgmentDate', 'expungedOn']);

/** Judgments under the form's field `entries`, one block each; may be empty. */
export function EntryFields({ evaluated }: { evaluated?: CaseEvaluation | undefined }) {
  const { t } = useTranslation();
  return (
    <Form.List name="entries">
      {(entries, { add, remove }) => (
        <fieldset className="entries">
          <legend>{t('field.entries')}</legend>
          {entries.length === 0 && <p className="muted">{t('noEntries')}</p>}
          {entries.map(({ key, name }) => (
            <div key={key} role="group" aria-label={t('entry', { n: name + 1 })} className="entry">
              <div className="entry-fields">
                <EntryInputs index={name} />
                <OffenceField index={name} />
                <JudgedFields index={name} evaluated={evaluated} />
              </div>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('removeEntry', { n: name + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({})}>
            {t('addEntry')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function EntryInputs({ index }: { index: number }) {
  const { t } = useTranslation();
  return FIELDS.map((field) => (
    <Form.Item
      key={field}
      name={[index, field]}
      label={t(`entryField.${field}`)}
      rules={[
        { required: field !== 'expungedOn', message: t('required') },
        ...(DATES.has(field) ? [{ pattern: /^\d{4}-\d{2}-\d{2}$/, message: t('dateWrong') }] : []),
      ]}
    >
      {DATES.has(field) ? <DateInput /> : <Input maxLength={250} />}
    </Form.Item>
  ));
}
