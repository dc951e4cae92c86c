import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import type { CodeRequestSubmission } from '../../domain/offence/codeRequest.ts';
import { allows } from '../../domain/permission.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { NewCodeRequest } from '../catalogue/NewCodeRequest.tsx';
import { useSuggestions } from '../catalogue/query.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { UnnormalisedMark } from '../pieces/UnnormalisedMark.tsx';
import { useSession } from '../session.tsx';

interface OffenceSaidProps {
  judgment: RecordSubmission['judgment'];
  /** What the record says of it, null while there is none; without it the words decide. */
  normalised?: TransferPage['normalised'] | undefined;
  /** Number of the record that has it, where it can be normalised. */
  recordNumber?: string | null | undefined;
}

/**
 * The words of a judgment for its offence, and the entry of the catalogue the record gives it; if it has
 * none, in red and by sign and word, with what they may mean (CV 277/TTLLTPQG-CSDL).
 */
export function OffenceSaid({ judgment, normalised, recordNumber }: OffenceSaidProps) {
  const { t } = useTranslation('catalogue');
  const { account } = useSession();
  const [asking, setAsking] = useState(false);
  const { offence, provision, date } = judgment;
  const { data, error, refetch } = useSuggestions({ offence, provision, on: date });
  if (normalised === null) return offence;
  const code = normalised === undefined ? data?.normalised : normalised.code;
  if (code !== null && code !== undefined) {
    return (
      <>
        {offence}
        <span className="records-normalised">
          <CheckCircleOutlined aria-hidden />{' '}
          {t(normalised === undefined ? 'offence.named' : 'offence.normalised', { code })}
        </span>
      </>
    );
  }
  if (data === undefined) {
    return (
      <>
        {offence}
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return (
    <div className="records-unnormalised">
      {offence}
      <UnnormalisedMark />
      {recordNumber && allows(account, 'record.normalise') && (
        <>
          <Link to={`/ly-lich/${recordNumber}`}>{t('offence.toRecord')}</Link>{' '}
        </>
      )}
      {allows(account, 'code.request') && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('requests')}
        </Button>
      )}
      {asking && <NewCodeRequest initial={wordsOf(judgment)} onClose={() => setAsking(false)} />}
      {data.suggestions.length === 0 ? (
        <p>{t('offence.noSuggestion', { version: data.version })}</p>
      ) : (
        <>
          <p>{t('offence.suggested')}:</p>
          <ul>
            {data.suggestions.map(({ offence: { code, name, article, penalCode }, reasons }) => (
              <li key={code}>
                {name}, {t('articleOf', { article, code: t(`penalCode.${penalCode}`) })}{' '}
                <span className="muted">
                  {code} ({reasons.map((reason) => t(`reason.${reason}`)).join(', ')})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function wordsOf(judgment: RecordSubmission['judgment']): Partial<CodeRequestSubmission> {
  const { offence, provision, number, date, court } = judgment;
  return { offence, provision, judgmentNumber: number, judgmentDate: date, court };
}
