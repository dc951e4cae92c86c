import { Alert, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { suggestRegime } from '../../../domain/application.ts';
import type { ApplicationSubmission } from '../../../domain/application.ts';
import { identityWarnings } from '../../../domain/identityWarnings.ts';
import { PersonalId } from '../../../domain/personalId.ts';
import { formatDate, formatInstantDate } from '../../pieces/format.ts';
import { StepTag } from '../../pieces/StepTag.tsx';
import { useProvinces } from '../../pieces/units.ts';
import { useLabel } from '../../words/index.ts';
import { ToCheck } from '../ToCheck.tsx';
import type { Duplicate } from './duplicates.ts';
import type { IntakeValues } from './values.ts';

/** What stands out in who the person is, while the form is filled: warnings, never a refusal. */
export function IdWarnings() {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { data: provinces } = useProvinces();
  const values = (Form.useWatch([]) ?? {}) as IntakeValues;
  if (provinces === undefined) return null;
  const warnings = identityWarnings(typedSoFar(values), new Set(provinces.map(({ code }) => code)));
  return (
    <ToCheck title={t('idWarnings')} lines={warnings.map((code) => label('idWarning', code))} />
  );
}

/** As much of a submission as warnings can be told from; the ID only with what it is compared to. */
function typedSoFar({ subject = {}, certificateType }: IntakeValues): ApplicationSubmission {
  const { birthDate, gender, fatherName, motherName } = subject;
  const comparable = PersonalId.safeParse(subject['personalId']).success && birthDate && gender;
  const rows = (subject['residenceHistory'] ?? []) as ({
    to?: string;
    provinceCode?: string;
  } | null)[];
  const papers = (subject['documents'] ?? []) as ({ issuedOn?: string } | null)[];
  return {
    certificateType,
    subject: {
      ...subject,
      personalId: comparable ? subject['personalId'] : null,
      fatherName: fatherName || null,
      motherName: motherName || null,
      parentsUnknown: subject['parentsUnknown'] || null,
      documents: papers.map((paper) => ({ ...paper, issuedOn: paper?.issuedOn ?? null })),
      residenceHistory: rows.map((row) => ({
        to: row?.to ?? null,
        provinceCode: row?.provinceCode ?? null,
      })),
    },
  } as unknown as ApplicationSubmission;
}

/** The regime that will follow from residence, nationality and urgency, while the form is filled. */
export function LikelyRegime() {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const values = (Form.useWatch([]) ?? {}) as IntakeValues;
  const { residenceHistory = [], nationality = 'VN' } = (values.subject ?? {}) as Partial<
    ApplicationSubmission['subject']
  >;
  const { regime, grounds } = suggestRegime({
    urgent: values['urgent'] === true,
    subject: {
      nationality,
      residenceHistory: residenceHistory.map((row) => ({
        ...row,
        provinceCode: row?.provinceCode ?? null,
        countryCode: row?.countryCode ?? 'VN',
      })),
    },
  } as ApplicationSubmission);
  return (
    <p role="status">
      {t('likelyRegime', { regime: label('regime', regime) })}
      {grounds.length > 0 && (
        <span className="muted">
          {' '}
          · {grounds.map((ground) => label('ground', ground)).join('; ')}
        </span>
      )}
    </p>
  );
}

interface DuplicatesProps {
  candidates: readonly Duplicate[];
  compared: boolean;
  onCompared: (compared: boolean) => void;
}

/** Cases that may be the same person's, beside what is being entered; saving waits for the comparison. */
export function Duplicates({ candidates, compared, onCompared }: DuplicatesProps) {
  const { t } = useTranslation('officer');
  const subject = (Form.useWatch('subject') ?? {}) as Record<string, string | undefined>;
  if (candidates.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('duplicates', { count: candidates.length })}
      description={
        <>
          <div className="duplicates">
            <dl aria-label={t('duplicateNow')}>
              <dt>{t('duplicateNow')}</dt>
              <dd>{subject['fullName'] ?? '–'}</dd>
              <dd>{subject['birthDate'] ? formatDate(subject['birthDate']) : '–'}</dd>
              <dd>{subject['personalId'] ?? '–'}</dd>
            </dl>
            {candidates.map((candidate) => (
              <Candidate key={candidate.caseId} candidate={candidate} />
            ))}
          </div>
          <Checkbox checked={compared} onChange={({ target }) => onCompared(target.checked)}>
            {t('duplicateConfirm')}
          </Checkbox>
        </>
      }
    />
  );
}

function Candidate({ candidate }: { candidate: Duplicate }) {
  const { t } = useTranslation('officer');
  const { caseId, subjectName, birthDate, step, openedAt, matches } = candidate;
  const same = matches.map((field) => t(`match.${field}`, { defaultValue: field })).join(', ');
  return (
    <dl aria-label={caseId}>
      <dt>
        <Link to={`/ho-so/${caseId}`} target="_blank" className="case-number">
          {caseId}
        </Link>
      </dt>
      <dd>{subjectName}</dd>
      <dd>{formatDate(birthDate)}</dd>
      <dd>
        <StepTag step={step} /> {t('openedAt')} {formatInstantDate(openedAt)}
      </dd>
      <dd>
        {t('matches')}: <strong>{same}</strong>
      </dd>
    </dl>
  );
}
