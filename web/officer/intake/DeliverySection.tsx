import { Alert, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FEE_CATEGORIES } from '../../../domain/application.ts';
import { DELIVERIES, RECEIVED_PAPERS } from '../../../domain/flow/applicationState.ts';
import { useLabel } from '../../words/index.ts';
import { AddressFields, CodeField, TextField } from './inputs.tsx';
import { type IntakeValues, missingSoFar } from './values.ts';

/** How the result is delivered, what it costs and why less. */
export function DeliverySection() {
  const { t } = useTranslation('officer');
  const delivery: unknown = Form.useWatch('delivery');
  const fee: unknown = Form.useWatch('feeCategory');
  return (
    <fieldset>
      <legend>{t('sectionDelivery')}</legend>
      <div className="fields">
        <CodeField
          name={['delivery']}
          label={t('delivery')}
          group="delivery"
          codes={DELIVERIES}
          required
        />
        {delivery === 'POST' && (
          <AddressFields name={['deliveryAddress']} label={t('deliveryAddress')} required />
        )}
        <CodeField
          name={['feeCategory']}
          label={t('feeCategory')}
          group="fee"
          codes={FEE_CATEGORIES}
          required
        />
        {fee !== 'NORMAL' && <TextField name={['feeReason']} label={t('feeReason')} required />}
        <Form.Item name={['feeSettled']} valuePropName="checked">
          <Checkbox>{t('feeSettled')}</Checkbox>
        </Form.Item>
      </div>
    </fieldset>
  );
}

/** What is still missing by law, and the way to receive the dossier all the same. */
function MissingPapers() {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const missing = missingSoFar((Form.useWatch([]) ?? {}) as IntakeValues);
  if (missing.length === 0) return null;
  return (
    <div className="wide">
      <Alert
        type="warning"
        showIcon
        role="status"
        title={t('papersMissing', {
          papers: missing.map((paper) => label('paper', paper)).join('; '),
        })}
        description={
          <Form.Item name={['askSupplement']} valuePropName="checked" noStyle>
            <Checkbox>{t('askSupplement')}</Checkbox>
          </Form.Item>
        }
      />
    </div>
  );
}

/** The papers handed over, a note, and whether the dossier is accepted as valid at once. */
export function PapersSection() {
  const { t } = useTranslation('officer');
  const label = useLabel();
  return (
    <fieldset>
      <legend>{t('sectionPapers')}</legend>
      <div className="fields">
        <Form.Item name={['papers']} label={t('papers')} className="wide">
          <Checkbox.Group
            options={RECEIVED_PAPERS.map((code) => ({ value: code, label: label('paper', code) }))}
          />
        </Form.Item>
        <Form.Item name={['note']} label={t('note')} className="wide">
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item
          name={['accept']}
          valuePropName="checked"
          extra={t('acceptHint')}
          className="wide"
        >
          <Checkbox>{t('accept')}</Checkbox>
        </Form.Item>
        <MissingPapers />
      </div>
    </fieldset>
  );
}
