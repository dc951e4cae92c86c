import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseDetail } from '../../../domain/case.ts';
import { formatDate } from '../../pieces/format.ts';
import { UnverifiedMark } from '../../pieces/UnverifiedMark.tsx';

/** The earlier dossier that lets this one do without asking, offered or taken. */
export function VerifiedBefore({ verifiedBefore }: Pick<CaseDetail, 'verifiedBefore'>) {
  const { t } = useTranslation('officer');
  if (verifiedBefore === null) return null;
  const { caseId, on, used, citation, verified } = verifiedBefore;
  return (
    <Alert
      type="info"
      showIcon
      className="ask-notice"
      title={t(used ? 'ask.verifiedUsed' : 'ask.verifiedOffered')}
      description={
        <>
          <Link to={`/ho-so/${caseId}`}>{caseId}</Link> · {formatDate(on)}
          <br />
          {citation} <UnverifiedMark verified={verified} />
        </>
      }
    />
  );
}
