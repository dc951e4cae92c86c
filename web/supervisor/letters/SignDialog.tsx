import { CheckCircleFilled, MinusCircleFilled } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterLine, LetterResults } from '../../../domain/letter.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useLetterChanges } from './query.ts';

interface SignDialogProps {
  letters: readonly LetterLine[];
  onClose: () => void;
}

/** Signs one letter or many: every date can still be changed, every letter has its own result. */
export function SignDialog({ letters, onClose }: SignDialogProps) {
  const { t } = useTranslation('letters');
  const { sign } = useLetterChanges();
  const [dates, setDates] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(letters.map(({ id, proposedOn }) => [id, proposedOn ?? ''])),
  );
  const confirm = (): void =>
    sign.mutate(letters.map(({ id }) => ({ id, promisedOn: dates[id] ?? '' })));
  return (
    <Modal
      open
      width={640}
      title={t('signTitle')}
      onCancel={onClose}
      footer={
        sign.isSuccess ? (
          <Button onClick={onClose}>{t('back')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('back')}</Button>
            <Button type="primary" loading={sign.isPending} onClick={confirm}>
              {t('confirmSign', { count: letters.length })}
            </Button>
          </>
        )
      }
    >
      <ProblemAlert error={sign.error} />
      {sign.data === undefined ? (
        <>
          <p className="muted">{t('signLead')}</p>
          <ul className="plain-list scroll-list">
            {letters.map(({ id, caseId, subjectName }) => (
              <li key={id} className="list-head">
                <span>
                  <span className="case-number">{caseId}</span> · {subjectName}
                </span>
                <DateInput
                  className="list-end"
                  style={{ width: 140 }}
                  aria-label={`${t('newDate')} ${caseId}`}
                  value={dates[id] ?? null}
                  onChange={(date) => setDates({ ...dates, [id]: date ?? '' })}
                />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Results results={sign.data.results} />
      )}
    </Modal>
  );
}

function Results({ results }: LetterResults) {
  const { t } = useTranslation('letters');
  const done = results.filter(({ ok }) => ok).length;
  return (
    <>
      <p role="status">{t('done', { done, all: results.length })}</p>
      <ul className="plain-list scroll-list">
        {results.map(({ id, caseId, ok, number, reason }) => (
          <li key={id}>
            <span className="case-number">{caseId}</span>{' '}
            {ok ? (
              <>
                <CheckCircleFilled aria-hidden style={{ color: '#2b6b3f' }} />{' '}
                {t('signedAs', { number })}
              </>
            ) : (
              <>
                <MinusCircleFilled aria-hidden style={{ color: '#9a5b00' }} /> {reason}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
