import { AutoComplete, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { GENDERS } from '../../domain/personalId.ts';
import { DateInput } from '../pieces/DateInput.tsx';
import { useProvinces, useUnits } from '../pieces/units.ts';
import { useLabel } from '../words/index.ts';
import type { RecordField } from './recordFields.ts';

interface RecordInputProps {
  area: 'person' | 'judgment' | 'document';
  field: RecordField;
}

/** One field of the record form with its label; optional ones say so. */
export function RecordInput({ area, field }: RecordInputProps) {
  const { t } = useTranslation('records');
  const name = t(`${area}.${field.name}`);
  return (
    <Form.Item
      name={[area, field.name]}
      label={field.optional ? `${name} (${t('form.optional')})` : name}
      required={!field.optional}
    >
      <Control field={field} label={name} />
    </Form.Item>
  );
}

interface InputProps {
  field: RecordField;
  label: string;
}

/** The control for a kind of field; `Form.Item` hands value, change and id through `rest`. */
function Control({ field: { kind, max }, label, ...rest }: InputProps) {
  const { t } = useTranslation('records');
  switch (kind) {
    case 'gender':
      return <GenderInput {...rest} label={label} />;
    case 'province':
      return <ProvinceInput {...rest} />;
    case 'court':
      return <CourtInput {...rest} max={max} />;
    case 'date':
      return <DateInput {...rest} />;
    case 'partialDate':
      return <DateInput {...rest} precision="partial" />;
    case 'digits':
      return (
        <Input
          {...rest}
          maxLength={max}
          inputMode="numeric"
          placeholder={t('form.personalIdHint')}
          autoComplete="off"
        />
      );
    case 'names':
      return <Select {...rest} mode="tags" open={false} suffixIcon={null} maxCount={max} />;
    case 'line':
      return <Input {...rest} maxLength={max} autoComplete="off" />;
  }
}

function GenderInput({ label, ...rest }: { label: string }) {
  const code = useLabel();
  return (
    <Radio.Group
      {...rest}
      aria-label={label}
      options={GENDERS.map((gender) => ({ value: gender, label: code('gender', gender) }))}
    />
  );
}

function ProvinceInput(rest: object) {
  const { t } = useTranslation('records');
  const { data = [], isPending } = useProvinces();
  return (
    <Select
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      placeholder={t('form.provinceChoose')}
      options={data.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}

/** Courts are offered by name; a court that no longer exists is typed as the judgment names it. */
function CourtInput({ max, ...rest }: { max: number }) {
  const { data = [] } = useUnits();
  const courts = data.filter(({ kind }) => kind === 'COURT');
  return (
    <AutoComplete
      {...rest}
      maxLength={max}
      showSearch={{
        filterOption: (typed, option) =>
          option?.value.toLocaleLowerCase('vi').includes(typed.toLocaleLowerCase('vi')) ?? false,
      }}
      options={courts.map(({ name }) => ({ value: name }))}
    />
  );
}
