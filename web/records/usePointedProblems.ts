import type { FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { forget, say, showProblems } from '../pieces/fieldProblems.ts';
import { useLanguage } from '../words/index.ts';
import { useTyped } from '../shell/Unsaved.tsx';
import type { FieldProblem } from './recordDraft.ts';

interface Saving {
  pending: boolean;
  /** Why the server did not take it. */
  error: Error | null;
}

/**
 * How many problems are found in a draft; `point` says each beside its field and leads to the first, as
 * is done with what the server refuses. `changed` holds the page, since something was typed, and takes back
 * what was said of fields that have changed since.
 */
export function usePointedProblems<Draft>(form: FormInstance<Draft>, { pending, error }: Saving) {
  const { language } = useLanguage();
  const typed = useTyped(pending);
  const [wrong, setWrong] = useState(0);
  // Not while it is being saved: a disabled field takes no focus.
  useEffect(() => {
    if (error !== null && !pending) showProblems(form, error);
  }, [form, error, pending]);
  const point = (problems: readonly FieldProblem[]): void => {
    setWrong(problems.length);
    say(
      form,
      problems.map(({ path, text }) => ({ name: path, message: text[language] })),
    );
    const first = problems[0];
    if (first !== undefined) form.scrollToField(first.path, { block: 'center', focus: true });
  };
  const changed = (values: unknown): void => {
    typed();
    if (wrong > 0 || error !== null) setWrong(forget(form, values));
  };
  return { wrong, point, changed };
}
