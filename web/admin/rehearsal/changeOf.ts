import type { FormInstance } from 'antd';
import { ApiProblem } from '../../api.ts';

/** What the fields hold as the API takes it: a day that is taken out of the calendar has no name, a year left empty is none. */
export function changeOf(change: unknown): unknown {
  const { days, extendTo, ...rest } = change as {
    days?: Record<string, unknown>[];
    extendTo?: number | null;
  };
  if (days === undefined) return rest;
  const kept = days.map(({ date, kind, source, ...named }) => {
    return kind === 'ordinary' ? { date, kind, source } : { date, kind, source, ...named };
  });
  return { ...rest, days: kept, extendTo: extendTo ?? undefined };
}

/** Show what the API refuses beside the fields it names. */
export function showProblems(form: FormInstance, error: unknown): void {
  if (!(error instanceof ApiProblem)) return;
  form.setFields(
    error.fields.map(({ path, message }) => {
      const steps = path.replace(/^(body|form)\./u, '').split('.');
      const name = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      return { name: name as never, errors: [message] };
    }),
  );
}
