import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../pieces/DateInput.tsx';
import { useResidenceWarnings } from './residenceWarnings.ts';
import { CountryField, Field, ProvinceField } from './inputs.tsx';

const LIST = ['subject', 'residenceHistory'];

/** Places of residence since 14: the statutory key for whom to ask and how long it may take. */
export function ResidenceRows() {
  const { t } = useTranslation('officer');
  const form = Form.useFormInstance();
  const warnings = useResidenceWarnings();
  return (
    <Form.List name={LIST}>
      {(rows, { add, remove }) => (
        <fieldset className="rows">
          <legend>{t('residenceHistory')}</legend>
          {rows.map(({ key, name }) => (
            <div
              key={key}
              role="group"
              aria-label={t('residence', { n: name + 1 })}
              className="row"
            >
              <ResidenceInputs index={name} warnings={warnings} />
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('removeRow', { n: name + 1 })}
                disabled={rows.length === 1}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button
            icon={<PlusOutlined />}
            // The next place begins when the last one ended.
            onClick={() => add({ countryCode: 'VN', from: lastEnd(form.getFieldValue(LIST)) })}
          >
            {t('addResidence')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function lastEnd(rows: { to?: string | null }[] | undefined): string | undefined {
  return rows?.at(-1)?.to ?? undefined;
}

interface ResidenceInputsProps {
  index: number;
  /** By path, see {@link useResidenceWarnings}. */
  warnings: ReadonlyMap<string, string>;
}

function ResidenceInputs({ index, warnings }: ResidenceInputsProps) {
  const { t } = useTranslation('officer');
  const country: unknown = Form.useWatch([...LIST, index, 'countryCode']);
  const warningAt = (field: string): string | undefined =>
    warnings.get([...LIST, index, field].join('.'));
  return (
    <div className="fields">
      <Field name={[index, 'from']} label={t('residenceFrom')} required warning={warningAt('from')}>
        <DateInput precision="month" />
      </Field>
      <Field name={[index, 'to']} label={t('residenceTo')} warning={warningAt('to')}>
        <DateInput precision="month" />
      </Field>
      <Field name={[index, 'place']} label={t('residencePlace')} required wide>
        <Input maxLength={300} autoComplete="off" />
      </Field>
      <CountryField name={[index, 'countryCode']} label={t('country')} required />
      {country === 'VN' && (
        <ProvinceField name={[index, 'provinceCode']} label={t('province')} required />
      )}
    </div>
  );
}
