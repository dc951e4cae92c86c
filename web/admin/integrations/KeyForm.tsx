import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoOf } from '../../../domain/instant.ts';
import { useBusinessNow } from '../../facts.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useKeyChanges } from './query.ts';

/** Registers a unit's next key: its public half, good from now on. */
export function KeyForm({ unit, count }: { unit: string; count: number }) {
  const { t } = useTranslation('integrations');
  const { register } = useKeyChanges(unit);
  const now = useBusinessNow();
  const [kid, setKid] = useState(count === 0 ? unit : `${unit}.${count + 1}`);
  const [x, setX] = useState('');
  const submit = (): void =>
    register.mutate({
      kid: kid.trim(),
      jwk: { kty: 'OKP', crv: 'Ed25519', x: x.trim() },
      validFrom: isoOf(now),
      validTo: null,
    });
  return (
    <form
      className="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{t('register')}</h2>
      <label>
        {t('kid')}
        <Input value={kid} maxLength={45} onChange={(event) => setKid(event.target.value)} />
      </label>
      <label>
        {t('publicKey')}
        <Input value={x} maxLength={43} onChange={(event) => setX(event.target.value)} />
      </label>
      <ProblemAlert error={register.error} />
      <Button htmlType="submit" disabled={x.trim() === ''} loading={register.isPending}>
        {t('register')}
      </Button>
    </form>
  );
}
