import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { ADDITIONAL_PENALTIES, PRINCIPAL_PENALTIES } from '../../../domain/conviction/entry.ts';
import { CodeChoice, DateField, ExecutionFields, WordsField } from './inputs.tsx';

const NEW_PENALTY = { kind: 'FINE', execution: { state: 'UNKNOWN', on: null } };

/** Everything the judgment imposed, and how far each part is executed. */
export function PenaltyFields() {
  const { t } = useTranslation('evaluation');
  return (
    <>
      <fieldset>
        <legend>{t('field.principal')}</legend>
        <div className="details-fields">
          <CodeChoice
            name={['principal', 'kind']}
            label={t('field.principal')}
            group="principalPenalty"
            codes={PRINCIPAL_PENALTIES}
          />
          <Form.Item name={['principal', 'months']} label={t('field.months')}>
            <InputNumber min={1} max={600} precision={0} />
          </Form.Item>
          <ExecutionFields name={['principal']} />
          <DateField name={['principal', 'probationEnd']} label={t('field.probationEnd')} />
        </div>
      </fieldset>
      <Additional />
      {(['civil', 'courtFees'] as const).map((duty) => (
        <fieldset key={duty}>
          <legend>{t(`field.${duty}`)}</legend>
          <div className="details-fields">
            <WordsField name={[duty, 'text']} label={t('field.text')} max={300} />
            <ExecutionFields name={[duty]} />
          </div>
        </fieldset>
      ))}
    </>
  );
}

function Additional() {
  const { t } = useTranslation('evaluation');
  return (
    <Form.List name="additional">
      {(penalties, { add, remove }) => (
        <fieldset>
          <legend>{t('field.additional')}</legend>
          {penalties.map(({ key, name }) => (
            <div key={key} className="details-fields details-item">
              <CodeChoice
                name={[name, 'kind']}
                label={t('field.additional')}
                group="additionalPenalty"
                codes={ADDITIONAL_PENALTIES}
              />
              <WordsField name={[name, 'text']} label={t('field.text')} max={200} />
              <DateField name={[name, 'endsOn']} label={t('field.endsOn')} />
              <ExecutionFields name={[name]} />
              <Button
                icon={<DeleteOutlined />}
                aria-label={`${t('field.remove')} ${name + 1}`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} size="small" onClick={() => add(NEW_PENALTY)}>
            {t('field.add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
