import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CERTIFICATE_TYPES, CHANNELS } from '../../../domain/flow/applicationState.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { CodeField, Field, TextField } from './inputs.tsx';

const RELATIONS = ['PARENT', 'SPOUSE', 'CHILD', 'AUTHORISED'] as const;

/** What is asked, by whom, through which channel. */
export function RequestSection() {
  const { t } = useTranslation('officer');
  return (
    <fieldset>
      <legend>{t('sectionRequest')}</legend>
      <div className="fields">
        <CodeField
          name={['certificateType']}
          label={t('certificateType')}
          group="certificateType"
          codes={CERTIFICATE_TYPES}
          required
        />
        <TextField name={['purpose']} label={t('purpose')} required />
        <Field name={['copies']} label={t('copies')} required>
          <InputNumber min={1} max={20} style={{ width: '100%' }} />
        </Field>
        <CodeField
          name={['channel']}
          label={t('channel')}
          group="channel"
          codes={CHANNELS}
          required
        />
        <PostmarkField />
        <Form.Item name={['banStatementWanted']} valuePropName="checked">
          <Checkbox>{t('banStatement')}</Checkbox>
        </Form.Item>
        <Form.Item name={['urgent']} valuePropName="checked">
          <Checkbox>{t('urgent')}</Checkbox>
        </Form.Item>
        <Form.Item name={['hasAgent']} valuePropName="checked" className="wide">
          <Checkbox>{t('hasAgent')}</Checkbox>
        </Form.Item>
        <AgentFields />
      </div>
    </fieldset>
  );
}

/** Asked of what came by post: the postmark may decide which law applies. */
function PostmarkField() {
  const { t } = useTranslation('officer');
  const channel: unknown = Form.useWatch('channel');
  if (channel !== 'POST') return null;
  return (
    <Field name={['postmarkedOn']} label={t('postmarkedOn')} hint={t('postmarkedOnHint')}>
      <DateInput />
    </Field>
  );
}

function AgentFields() {
  const { t } = useTranslation('officer');
  const hasAgent: unknown = Form.useWatch('hasAgent');
  if (hasAgent !== true) return null;
  return (
    <>
      <TextField name={['agent', 'fullName']} label={t('agent')} required maxLength={100} />
      <TextField name={['agent', 'personalId']} label={t('agentPersonalId')} maxLength={12} />
      <Field name={['agent', 'relation']} label={t('agentRelation')} required>
        <Select options={RELATIONS.map((one) => ({ value: one, label: t(`relation.${one}`) }))} />
      </Field>
      <TextField
        name={['agent', 'powerOfAttorneyNumber']}
        label={t('powerOfAttorney')}
        maxLength={100}
      />
    </>
  );
}
