import type { FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
    sayNothing(form, saidIn(form));
    form.setFields(problems.map(({ path, word }) => ({ name: path as never, errors: [t(word)] })));
    const first = problems[0];
    if (first !== undefined) form.scrollToField(first.path, { block: 'center', focus: true });
  };
  const mended = (changed: unknown): void => {
    const gone = saidIn(form).filter((name) => isIn(changed, name));
    if (gone.length === 0) return;
    sayNothing(form, gone);
    setWrong(saidIn(form).length);
  };
  return { wrong, point, mended };
}

type Name = readonly (string | number)[];

function saidIn<Draft>(form: FormInstance<Draft>): Name[] {
  const said = form.getFieldsError().filter(({ errors }) => errors.length > 0);
  return said.map(({ name }) => name);
}

function sayNothing<Draft>(form: FormInstance<Draft>, names: readonly Name[]): void {
  form.setFields(names.map((name) => ({ name: name as never, errors: [] })));
}

/** Whether a field is among the values that changed. */
function isIn(changed: unknown, [first, ...rest]: Name): boolean {
  if (first === undefined) return true;
  if (typeof changed !== 'object' || changed === null || !(first in changed)) return false;
  return isIn((changed as Record<string | number, unknown>)[first], rest);
}
