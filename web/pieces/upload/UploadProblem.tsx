import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ProblemAlert.tsx';
import { FileUnfit } from './fileUnfit.ts';
import './upload.css';

/** Why a file was not taken, and what to do: found here before it was sent, or by the API. */
export function UploadProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof FileUnfit)) return <ProblemAlert error={error} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="upload-problem"
      title={t(error.word, { ...error.values })}
    />
  );
}
