import { Input, type InputProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DatePrecision, formatDate, parseTypedDate } from './format.ts';

export interface DateInputProps extends Omit<InputProps, 'value' | 'onChange'> {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; a text that is no date is kept as typed, for the form to refuse. */
  value?: string | null;
  onChange?: (iso: string | null) => void;
  precision?: DatePrecision;
}

const HINTS = { day: 'dateFormat', month: 'monthFormat', partial: 'partialDateFormat' } as const;

/** A date typed the way people here write it (`07/03/1990`, `07031990`); faster at a counter than a picker. */
export function DateInput({ value, onChange, precision = 'day', ...rest }: DateInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    setTyped(text);
    onChange?.(text.trim() === '' ? null : (parseTypedDate(text, precision) ?? text));
  };
  return (
    <Input
      placeholder={t(HINTS[precision])}
      inputMode="numeric"
      autoComplete="off"
      {...rest}
      value={typed ?? (value ? formatDate(value) : '')}
      onChange={({ target }) => change(target.value)}
      onBlur={(event) => {
        setTyped(null);
        rest.onBlur?.(event);
      }}
    />
  );
}
