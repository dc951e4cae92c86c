import { Alert, Button, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.ts';
import { isAtField, useFieldPath } from './fieldProblems.ts';

interface ProblemAlertProps {
  error: unknown;
  onRetry?: () => void;
  /** A form that says itself, beside its fields, what is wrong with them. */
  form?: FormInstance;
}

/** Why something failed, in the user's language; nothing when there is no error. */
export function ProblemAlert({ error, onRetry, form }: ProblemAlertProps) {
  const { t } = useTranslation();
  const called = useFieldPath();
  if (error === null || error === undefined) return null;
  const problem = error instanceof ApiProblem ? error : null;
  const sentence =
    problem?.detail || t(problem?.code === 'NETWORK' ? 'problemNetwork' : 'problemUnknown');
  const fields = (problem?.fields ?? []).filter(
    ({ path }) => form === undefined || !isAtField(form, path),
  );
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBlock: 12 }}
      title={sentence}
      description={
        (fields.length > 0 || problem?.requestId) && (
          <>
            {fields.length > 0 && (
              <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                {fields.map(({ path, message }) => (
                  <li key={path}>
                    {called(path)}: {message}
                  </li>
                ))}
              </ul>
            )}
            {problem?.requestId && (
              <small>
                {t('requestId')}: {problem.requestId}
              </small>
            )}
          </>
        )
      }
      action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    />
  );
}
