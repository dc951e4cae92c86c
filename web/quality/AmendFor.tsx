import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FindingLine } from '../../domain/quality/finding.ts';
import { begun } from '../../domain/quality/mending.ts';
import type { RecordPage } from '../../domain/record/book.ts';
import { formatDate } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { Amend } from '../recordBook/Amend.tsx';
import { useFinding } from './query.ts';

/** The way to propose a change of a record; come from a finding, with the change that mends it begun. */
export function AmendFor({ page, findingId }: { page: RecordPage; findingId: string | null }) {
  const { t } = useTranslation('quality');
  const { data, error, isLoading } = useFinding(findingId);
  const reasonOf = useReason();
  if (isLoading) return null;
  const finding = data?.finding;
  const ofThis = finding?.subject === page.line.number && finding.state === 'OPEN';
  const change = ofThis ? begun(finding) : null;
  return (
    <>
      <ProblemAlert error={error} />
      {ofThis && (
        <Alert type="info" showIcon title={t('mending', { rule: t(`rule.${finding.rule}`) })} />
      )}
      <Amend
        page={page}
        begins={ofThis && change !== null ? { ...change, reason: reasonOf(finding) } : null}
      />
    </>
  );
}

/** Why a change is proposed: what the source answered, else what was found. */
function useReason(): (finding: FindingLine) => string {
  const { t } = useTranslation('quality');
  return ({ answer, rule }) => {
    if (answer === null) return t(`rule.${rule}`);
    const { issuer, number, date, content } = answer;
    return `${t('byAnswer', { issuer, number, date: formatDate(date) })}: ${content}`;
  };
}
