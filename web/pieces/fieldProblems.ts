import type { FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.ts';

type Name = readonly (string | number)[];

/** Show what the API refuses beside the fields it names, and lead to the first of them. */
export function showProblems<Values>(form: FormInstance<Values>, error: unknown): void {
  if (!(error instanceof ApiProblem)) return;
  const said = error.fields.flatMap(({ path, message }) => {
    const name = fieldAt(form, path);
    return name === null ? [] : [{ name, message }];
  });
  say(form, said);
  const first = said[0];
  if (first !== undefined) form.scrollToField([...first.name], { block: 'center', focus: true });
}

/** Say something beside fields and nothing any more beside all others. */
export function say<Values>(
  form: FormInstance<Values>,
  said: readonly { name: Name; message: string }[],
): void {
  sayNothing(form, saidIn(form));
  form.setFields(said.map(({ name, message }) => ({ name: name as never, errors: [message] })));
}

/** What was said beside fields that have changed since goes; gives how many fields are still wrong. */
export function forget<Values>(form: FormInstance<Values>, changed: unknown): number {
  sayNothing(
    form,
    saidIn(form).filter((name) => isIn(changed, name)),
  );
  return saidIn(form).length;
}

/** Whether the form has a field for what the API names. */
export function isAtField(form: FormInstance, path: string): boolean {
  return fieldAt(form, path) !== null;
}

/** What leads to a field, as people call it: `residenceHistory.2.from` is `Residence history 3 › From`. */
export function useFieldPath(): (path: string) => string {
  const { t, i18n } = useTranslation('fields');
  return (path) =>
    nameOf(path.replace(/^(codes|paper)\./u, '')).reduce<string>((said, step) => {
      if (typeof step === 'number') return `${said} ${step + 1}`.trimStart();
      const word = i18n.exists(`fields:${step}`) ? t(step as 'reason') : step;
      return said === '' ? word : `${said} › ${word}`;
    }, '');
}

function nameOf(path: string): Name {
  const steps = path.replace(/^(body|form|details)\./u, '').split('.');
  return steps.map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

/** The field that the API names, wherever in the request the form's values stand; null for none. */
function fieldAt<Values>(form: FormInstance<Values>, path: string): Name | null {
  const steps = nameOf(path);
  const names = steps.map((_, index) => steps.slice(index));
  return names.find((name) => isOf(form, name)) ?? null;
}

function isOf<Values>(form: FormInstance<Values>, name: Name): boolean {
  return form.getFieldsError().some((field) => field.name.join('.') === name.join('.'));
}

function saidIn<Values>(form: FormInstance<Values>): Name[] {
  const said = form.getFieldsError().filter(({ errors }) => errors.length > 0);
  return said.map(({ name }) => name);
}

function sayNothing<Values>(form: FormInstance<Values>, names: readonly Name[]): void {
  form.setFields(names.map((name) => ({ name: name as never, errors: [] })));
}

/** Whether a field is among the values that changed. */
function isIn(changed: unknown, [first, ...rest]: Name): boolean {
  if (first === undefined) return true;
  if (typeof changed !== 'object' || changed === null || !(first in changed)) return false;
  return isIn((changed as Record<string | number, unknown>)[first], rest);
}
