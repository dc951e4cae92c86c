import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../pieces/DateInput.tsx';

const KINDS = ['swap_off', 'makeup_working', 'holiday', 'compensation', 'ordinary'] as const;
const FRESH = { kind: 'swap_off', confirmed: true };

/** The dates of a calendar change, one block each. */
export function DayRows() {
  const { t } = useTranslation('rehearsal');
  return (
    <Form.List name={['change', 'days']} initialValue={[FRESH]}>
      {(rows, { add, remove }, { errors }) => (
        <fieldset className="entries rehearsal-days">
          <legend>{t('days')}</legend>
          {rows.map(({ key, name }) => (
            <DayRow key={key} index={name} onRemove={() => remove(name)} />
          ))}
          <Form.ErrorList errors={errors} />
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add(FRESH)}>
            {t('addDay')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function DayRow({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useTranslation('rehearsal');
  const kind = Form.useWatch<string | undefined>(['change', 'days', index, 'kind']);
  const needed = [{ required: true, message: t('required') }];
  const named = kind !== 'ordinary';
  return (
    <div className="rehearsal-day">
      <Form.Item name={[index, 'date']} label={t('date')} rules={needed}>
        <DateInput />
      </Form.Item>
      <Form.Item name={[index, 'kind']} label={t('kind')} rules={needed}>
        <Select options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      {named && (
        <>
          <Form.Item name={[index, 'nameVi']} label={t('nameVi')} rules={needed}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name={[index, 'nameEn']} label={t('nameEn')} rules={needed}>
            <Input maxLength={120} />
          </Form.Item>
        </>
      )}
      <Form.Item name={[index, 'source']} label={t('source')} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
      {named && (
        <Form.Item name={[index, 'confirmed']} valuePropName="checked">
          <Checkbox>{t('confirmed')}</Checkbox>
        </Form.Item>
      )}
      <Button type="link" onClick={onRemove}>
        {t('removeDay', { n: index + 1 })}
      </Button>
    </div>
  );
}
