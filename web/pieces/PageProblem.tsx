import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.ts';
import { NothingThere } from './NothingThere.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

interface PageProblemProps {
  error: unknown;
  onRetry: () => void;
  /** What the address leads to when it leads to something, as a key of the shared words `missing.…`. */
  of: 'case' | 'record' | 'thing';
  /** The list in which it would stand. */
  back: { to: string; label: string };
}

/**
 * Why the page of one thing shows nothing; nothing when there is no error. Its question is its address alone: one that is not understood
 * leads nowhere, like one of which there is nothing, and asking again helps neither these nor a refusal.
 */
export function PageProblem({ error, onRetry, of, back }: PageProblemProps) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : null;
  if (problem?.status === 404 || problem?.status === 400)
    return <NothingThere title={t(`missing.${of}`)} hint={t('missingHint')} back={back} />;
  if (problem?.status === 403)
    return <NothingThere status="403" title={problem.detail} back={back} />;
  return <ProblemAlert error={error} onRetry={onRetry} />;
}
