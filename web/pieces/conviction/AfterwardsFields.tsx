import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { NEW_CRIME_STATES } from '../../../domain/conviction/entry.ts';
import { CodeChoice, DateField, WordsField } from './inputs.tsx';

const DECISION_KINDS = ['EXPUNGED', 'REFUSED'];

/** What came after the judgment: new crime, wanted notice, decisions of a court. */
export function AfterwardsFields() {
  const { t } = useTranslation('evaluation');
  return (
    <>
      <div className="details-fields">
        <CodeChoice
          name="newCrime"
          label={t('field.newCrime')}
          group="newCrime"
          codes={NEW_CRIME_STATES}
        />
      </div>
      <fieldset>
        <legend>{t('field.wanted')}</legend>
        <div className="details-fields">
          <DateField name={['wanted', 'issuedOn']} label={t('field.wantedIssued')} />
          <DateField name={['wanted', 'endedOn']} label={t('field.wantedEnded')} />
        </div>
      </fieldset>
      <Form.List name="courtDecisions">
        {(decisions, { add, remove }) => (
          <fieldset>
            <legend>{t('field.courtDecisions')}</legend>
            {decisions.map(({ key, name }) => (
              <div key={key} className="details-fields details-item">
                <CodeChoice
                  name={[name, 'kind']}
                  label={t('field.courtDecisions')}
                  group="decisionKind"
                  codes={DECISION_KINDS}
                />
                <WordsField name={[name, 'number']} label={t('field.number')} max={60} />
                <DateField name={[name, 'date']} label={t('field.date')} />
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={`${t('field.remove')} ${name + 1}`}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} size="small" onClick={() => add({ kind: 'EXPUNGED' })}>
              {t('field.add')}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </>
  );
}
