import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_NATIONALITY } from '../../../domain/application.ts';
import { foldName } from '../../../domain/foldName.ts';
import { useProvinces } from '../../pieces/units.ts';
import type { CodeGroup } from '../../../domain/wording/codes.ts';
import { useCountryName, useLabel } from '../../words/index.ts';
import { COUNTRY_CODES } from './countries.ts';

/** Path of an input inside the form. */
export type Name = (string | number)[];

interface FieldProps {
  name: Name;
  label: string;
  required?: boolean;
  hint?: string;
  /** What the officer should look at; no refusal. */
  warning?: string | undefined;
  children: ReactNode;
  /** Widest a field may be in columns of the form's grid. */
  wide?: boolean;
}

/** A labelled input; what it may hold is the domain's question, asked when the form is sent. */
export function Field({
  name,
  label,
  required = false,
  hint,
  warning,
  wide = false,
  children,
}: FieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      required={required}
      extra={
        warning === undefined ? (
          hint
        ) : (
          <span role="status" className="field-warning">
            {warning}
          </span>
        )
      }
      className={wide ? 'wide' : ''}
      validateTrigger={[]}
    >
      {children}
    </Form.Item>
  );
}

interface TextProps extends Omit<FieldProps, 'children'> {
  maxLength?: number;
}

export function TextField({ maxLength = 200, ...field }: TextProps) {
  return (
    <Field {...field}>
      <Input maxLength={maxLength} autoComplete="off" />
    </Field>
  );
}

/** Typed parts of a name are found without tone marks: "da nang" finds Đà Nẵng. */
function findsFolded(typed: string, option?: { label: string }): boolean {
  return foldName(option?.label ?? '').includes(foldName(typed));
}

const searchFolded = { filterOption: findsFolded };

export function ProvinceField(field: Omit<FieldProps, 'children'>) {
  const { data: provinces } = useProvinces();
  return (
    <Field {...field}>
      <Select
        showSearch={searchFolded}
        allowClear
        options={(provinces ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Field>
  );
}

export function CountryField(field: Omit<FieldProps, 'children'>) {
  const countryName = useCountryName();
  const options = COUNTRY_CODES.map((code) => ({ value: code, label: countryName(code) }));
  return (
    <Field {...field}>
      <Select showSearch={searchFolded} options={options} />
    </Field>
  );
}

/** A country, or why there is none. */
export function NationalityField(field: Omit<FieldProps, 'children'>) {
  const countryName = useCountryName();
  const options = [...COUNTRY_CODES, ...NO_NATIONALITY].map((code) => ({
    value: code,
    label: countryName(code),
  }));
  return (
    <Field {...field}>
      <Select showSearch={searchFolded} options={options} />
    </Field>
  );
}

interface CodeProps extends Omit<FieldProps, 'children'> {
  group: CodeGroup;
  codes: readonly string[];
}

export function CodeField({ group, codes, ...field }: CodeProps) {
  const label = useLabel();
  return (
    <Field {...field}>
      <Select
        showSearch={searchFolded}
        options={codes.map((code) => ({ value: code, label: label(group, code) }))}
      />
    </Field>
  );
}

/** An address: what is written on the papers, and the province of the 63-province list. */
export function AddressFields({ name, label, required = false }: Omit<FieldProps, 'children'>) {
  const { t } = useTranslation('officer');
  return (
    <>
      <TextField name={[...name, 'text']} label={label} required={required} maxLength={300} wide />
      <ProvinceField
        name={[...name, 'provinceCode']}
        label={`${t('province')} (${label.toLowerCase()})`}
        required={required}
      />
    </>
  );
}
