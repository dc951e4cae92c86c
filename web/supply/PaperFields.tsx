import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { INFORMATION_KINDS, SUPPLIER_KINDS } from '../../domain/supply/kinds.ts';
import { DateInput } from '../pieces/DateInput.tsx';

/** What a paper says of itself: whose it is, its number and days. */
export function PaperFields() {
  const { t } = useTranslation('supply');
  const { t: words } = useTranslation('records');
  const options = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <>
      <Form.Item name={['supplier', 'kind']} label={t('supplierKind')} required>
        <Select options={options('supplierKind', SUPPLIER_KINDS)} />
      </Form.Item>
      <Form.Item name={['supplier', 'name']} label={t('supplier')} required>
        <Input maxLength={150} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} required>
        <Select
          options={options('kind', INFORMATION_KINDS)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="number" label={t('number')} required>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="date" label={t('date')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name="effectiveDate" label={`${t('effectiveDate')} (${words('form.optional')})`}>
        <DateInput />
      </Form.Item>
      <Form.Item name="issuedBy" label={t('issuedBy')} required>
        <Input maxLength={150} autoComplete="off" />
      </Form.Item>
      <Form.Item name="arrivedOn" label={t('arrivedOn')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name="channel" label={t('channel')} required>
        <Radio.Group options={options('channel', ['PAPER', 'MESSAGE'])} />
      </Form.Item>
    </>
  );
}
