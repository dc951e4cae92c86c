import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { formatInstant } from '../../pieces/format.ts';

/** What a case that waits for its applicant was asked for, when, and when it lapses. */
export function SupplementNotice({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const { line, supplements, clocks } = detail;
  const asked = supplements.at(-1);
  if (line.step !== 'SUPPLEMENT_REQUESTED' || asked === undefined) return null;
  const lapsesAt = clocks.find(({ name }) => name === 'supplement')?.dueAt;
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBlockEnd: 12 }}
      title={t('supplementAwaited', { asked: formatInstant(asked.askedAt) })}
      description={
        <>
          <p className="said">{asked.missing}</p>
          {lapsesAt !== undefined && (
            <p>{t('supplementLapses', { at: formatInstant(lapsesAt) })}</p>
          )}
        </>
      }
    />
  );
}
