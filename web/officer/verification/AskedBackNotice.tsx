import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { TimeLeft } from '../../pieces/TimeLeft.tsx';

/** Which units wait to be told who is meant, and until when: the officer's turn, though the case waits outside. */
export function AskedBackNotice({ detail: { verifications, clocks } }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const asking = verifications.filter(({ outcome }) => outcome === 'NEEDS_IDENTIFICATION');
  if (asking.length === 0) return null;
  const clockOf = (requestId: string) =>
    clocks.find(
      ({ name, stoppedAt }) => name === `clarification:${requestId}` && stoppedAt === null,
    );
  return (
    <Alert
      type="warning"
      showIcon
      className="ask-notice"
      title={t('ask.askedBack')}
      description={
        <ul className="ask-why">
          {asking.map(({ requestId, unitName }) => {
            const clock = clockOf(requestId);
            return (
              <li key={requestId}>
                {unitName}
                {clock !== undefined && (
                  <>
                    {' · '}
                    <TimeLeft dueAt={clock.dueAt} />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
