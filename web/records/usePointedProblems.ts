import type { FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forget, say } from '../pieces/fieldProblems.ts';
import type { FieldProblem } from './recordDraft.ts';

/**
 * How many problems a draft has; `point` says each beside its field and leads to the first, `mended`
 * takes back what was said of fields that have changed since.
 */
export function usePointedProblems<Draft>(form: FormInstance<Draft>) {
  const { t } = useTranslation('records');
  const [wrong, setWrong] = useState(0);
  const point = (problems: readonly FieldProblem[]): void => {
    setWrong(problems.length);
    say(
      form,
      problems.map(({ path, word }) => ({ name: path, message: t(word) })),
    );
    const first = problems[0];
    if (first !== undefined) form.scrollToField(first.path, { block: 'center', focus: true });
  };
  const mended = (changed: unknown): void => {
    if (wrong > 0) setWrong(forget(form, changed));
  };
  return { wrong, point, mended };
}
