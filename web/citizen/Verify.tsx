import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { CertificateCheck } from '../../domain/desk.ts';
import { get } from '../api.ts';
import { Failure, useFailureText } from './Failure.tsx';
import { Field } from './Field.tsx';
import './citizen.css';

/** What a third party learns from a scanned or typed code: valid, replaced, recalled or unknown. */
export default function Verify() {
  const { t } = useTranslation('citizen');
  const { code } = useParams();
  useEffect(() => {
    document.title = t('verify.title');
  }, [t]);
  return (
    <div className="citizen">
      <h1>{t('verify.title')}</h1>
      {code === undefined ? <CodeForm /> : <CheckedCode key={code} code={code} />}
    </div>
  );
}

function CodeForm() {
  const { t } = useTranslation('citizen');
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const tidy = code.replace(/\s/g, '').toUpperCase();
    setMissing(tidy === '');
    if (tidy !== '') void navigate(`/xac-thuc/${encodeURIComponent(tidy)}`);
  };
  return (
    <form noValidate onSubmit={submit}>
      <p>{t('verify.lead')}</p>
      <Field
        name="code"
        label={t('verify.code')}
        hint={t('verify.codeHint')}
        problem={missing ? t('verify.codeMissing') : null}
        value={code}
        onChange={setCode}
        width="24ch"
        wide
        autoCapitalize="characters"
      />
      <button type="submit" className="citizen-primary">
        {t('verify.submit')}
      </button>
    </form>
  );
}

const SIGNS = { VALID: '✓', REPLACED: '⇄', RECALLED: '✕', UNKNOWN: '?' } as const;

function CheckedCode({ code }: { code: string }) {
  const { t } = useTranslation('citizen');
  const path = `/public/certificates/${encodeURIComponent(code)}`;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['certificate', code],
    queryFn: () => get(path, CertificateCheck),
    staleTime: 0,
    gcTime: 0,
  });
  const failure = useFailureText(error, 'verify.meaning.UNKNOWN', 'verify.tooMany');
  return (
    <>
      <div aria-live="polite">
        {isFetching && <p>{t('verify.checking')}</p>}
        {!isFetching && failure !== null && <Failure title={t('verify.failed')} text={failure} />}
        {!isFetching && data !== undefined && failure === null && (
          <div className="citizen-verdict" data-status={data.status}>
            <span className="citizen-verdict-sign" aria-hidden>
              {SIGNS[data.status]}
            </span>
            <h2>{t(`verify.status.${data.status}`)}</h2>
            <p>{t(`verify.meaning.${data.status}`)}</p>
          </div>
        )}
      </div>
      <p className="citizen-number">{t('verify.codeShown', { code })}</p>
      <div className="citizen-buttons">
        {failure !== null && (
          <button type="button" onClick={() => void refetch()}>
            {t('verify.retry')}
          </button>
        )}
        <Link to="/xac-thuc">{t('verify.another')}</Link>
      </div>
    </>
  );
}
