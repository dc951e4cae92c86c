import type { FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from './recordDraft.ts';

/** How many problems a draft has; `point` says each beside its field and leads to the first. */
export function usePointedProblems<Draft>(form: FormInstance<Draft>) {
  const { t } = useTranslation('records');
  const [wrong, setWrong] = useState(0);
  const point = (problems: readonly FieldProblem[]): void => {
    setWrong(problems.length);
    form.setFields(problems.map(({ path, word }) => ({ name: path as never, errors: [t(word)] })));
    const first = problems[0];
    if (first !== undefined) form.scrollToField(first.path, { block: 'center', focus: true });
  };
  return { wrong, point };
}
