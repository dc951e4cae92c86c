import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  AGE_CLASSES,
  BASES,
  FAULTS,
  PENAL_CODES,
  SEVERITIES,
} from '../../../domain/conviction/entry.ts';
import { useLabel } from '../../words/index.ts';
import { CodeChoice, DateField } from './inputs.tsx';

const WHO_FINDS_NONE = ['PROCURACY', 'COURT', 'ENFORCEMENT'];

/** The crime: what is known of it, article, day, age, fault and class. */
export function CrimeFields() {
  const { t } = useTranslation('evaluation');
  return (
    <div className="details-fields">
      <CodeChoice name="basis" label={t('field.basis')} group="basis" codes={BASES} />
      <DateField name="offenceDate" label={t('field.offenceDate')} />
      <DateField name="effectiveDate" label={t('field.effectiveDate')} />
      <CodeChoice
        name="ageClass"
        label={t('field.ageClass')}
        group="ageClass"
        codes={AGE_CLASSES}
        open
        placeholder={t('field.ageFromBirth')}
      />
      <CodeChoice name="fault" label={t('field.fault')} group="fault" codes={FAULTS} open />
      <CodeChoice
        name="severity"
        label={t('field.severity')}
        group="severity"
        codes={SEVERITIES}
        open
      />
      <FoundNone />
      <Articles />
    </div>
  );
}

/** Who has looked and found no judgment, where only an arrest is known. */
function FoundNone() {
  const { t } = useTranslation('evaluation');
  const label = useLabel();
  if (Form.useWatch('basis') !== 'ARREST_ONLY') return null;
  return (
    <Form.Item name="noJudgmentAt" label={t('field.noJudgmentAt')} className="details-row">
      <Checkbox.Group
        options={WHO_FINDS_NONE.map((kind) => ({
          value: kind,
          label: label('verification', kind),
        }))}
      />
    </Form.Item>
  );
}

function Articles() {
  const { t } = useTranslation('evaluation');
  return (
    <Form.List name="offences">
      {(offences, { add, remove }) => (
        <fieldset className="details-row">
          <legend>{t('field.offences')}</legend>
          {offences.map(({ key, name }) => (
            <div key={key} className="details-fields details-item">
              <CodeChoice
                name={[name, 'penalCode']}
                label={t('field.penalCode')}
                group="penalCode"
                codes={PENAL_CODES}
              />
              <Form.Item name={[name, 'article']} label={t('field.article')}>
                <InputNumber min={1} max={500} precision={0} />
              </Form.Item>
              <Form.Item name={[name, 'clause']} label={t('field.clause')}>
                <InputNumber min={1} max={9} precision={0} />
              </Form.Item>
              {offences.length > 1 && (
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={`${t('field.remove')} ${name + 1}`}
                  onClick={() => remove(name)}
                />
              )}
            </div>
          ))}
          <Button icon={<PlusOutlined />} size="small" onClick={() => add({ penalCode: '2015' })}>
            {t('field.add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
