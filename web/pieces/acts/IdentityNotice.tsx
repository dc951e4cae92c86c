import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseDetail } from '../../../domain/case.ts';
import { openQuestions, useLookUp } from '../useLookUp.ts';

/**
 * Beside a draft: possible matches that nobody decided on, or a record decided to be this person's. A
 * warning to who concludes and who checks, never a refusal; nothing where nothing is open.
 */
export function IdentityNotice({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('identity');
  const { line, conclusion } = detail;
  const { data } = useLookUp(line.caseId);
  if (data === undefined || !data.searched) return null;
  // A draft that names convictions already rests on the record.
  if (conclusion === 'EXPUNGED' || conclusion === 'HAS_RECORD') return null;
  const { undecided, same } = openQuestions(data);
  if (undecided + same === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBlockEnd: 12 }}
      title={
        <>
          {undecided > 0 && <div>{t('undecided', { count: undecided })}</div>}
          {same > 0 && <div>{t('samePerson', { count: same })}</div>}
        </>
      }
      description={<Link to={`/ho-so/${line.caseId}?tab=xac-minh`}>{t('toPanel')}</Link>}
    />
  );
}
