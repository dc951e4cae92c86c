import { Input, type InputProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, parseTypedInstant } from './format.ts';

export interface InstantInputProps extends Omit<InputProps, 'value' | 'onChange'> {
  /** ISO text; what is no instant is kept as typed, for the API to refuse. */
  value?: string;
  onChange?: (iso: string) => void;
}

/** An instant typed as `07/03/2023 14:05`, Vietnamese time. Left as it is shown, its seconds stay. */
export function InstantInput({ value = '', onChange, ...rest }: InstantInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = Number.isNaN(Date.parse(value)) ? value : formatInstant(value);
  return (
    <Input
      placeholder={t('instantFormat')}
      autoComplete="off"
      {...rest}
      value={typed ?? shown}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={(event) => {
        if (typed !== null && typed !== shown) onChange?.(parseTypedInstant(typed) ?? typed);
        setTyped(null);
        rest.onBlur?.(event);
      }}
    />
  );
}
