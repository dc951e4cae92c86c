import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { TrackingCode } from '../../domain/case.ts';
import type { TrackingQuestion } from '../../domain/desk.ts';
import { formatDate, parseTypedDate } from '../pieces/format.ts';
import { Field } from './Field.tsx';
import { Failure, useFailureText } from './Failure.tsx';

type Question = z.infer<typeof TrackingQuestion>;
interface Typed {
  code: string;
  birthDate: string;
}
type Problems = Partial<Record<keyof Typed, string>>;

interface TrackFormProps {
  /** The question asked last, kept in the fields after a failure. */
  asked: Question | undefined;
  error: Error | null;
  pending: boolean;
  onAsk: (question: Question) => void;
}

/** The code as printed: capitals without the spaces and hyphens people put in. */
function tidyCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '');
}

/** The keys of the words for what is wrong with the fields; empty when the question can be asked. */
function problemsOf({ code, birthDate }: Typed): Problems {
  const problems: Problems = {};
  if (tidyCode(code) === '') problems.code = 'errors.codeMissing';
  else if (!TrackingCode.safeParse(tidyCode(code)).success) problems.code = 'errors.codeShape';
  if (birthDate.trim() === '') problems.birthDate = 'errors.birthDateMissing';
  else if (parseTypedDate(birthDate, 'partial') === null)
    problems.birthDate = 'errors.birthDateShape';
  return problems;
}

/** Two fields and one button; what is wrong stands above the field it is about. `?ma=` fills in the code. */
export function TrackForm({ asked, error, pending, onAsk }: TrackFormProps) {
  const { t } = useTranslation('citizen');
  const [search] = useSearchParams();
  const failure = useFailureText(error, 'errors.TRACKING_NOT_FOUND', 'errors.TOO_MANY_REQUESTS');
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({
    code: asked?.code ?? search.get('ma') ?? '',
    birthDate: asked === undefined ? '' : formatDate(asked.birthDate),
  });
  const [problems, setProblems] = useState<Problems>({});
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (pending) return;
    const found = problemsOf(typed);
    const birthDate = parseTypedDate(typed.birthDate, 'partial');
    setProblems(found);
    if (Object.keys(found).length > 0 || birthDate === null) return;
    onAsk({ code: tidyCode(typed.code), birthDate });
  };
  const fieldOf = (name: keyof Typed) => ({
    name,
    label: t(`track.${name}`),
    hint: t(`track.${name}Hint`),
    problem: problems[name] === undefined ? null : t(problems[name]),
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <p>{t('track.lead')}</p>
      {failure !== null && <Failure title={t('errors.summary')} text={failure} />}
      <Field {...fieldOf('code')} width="14ch" wide autoCapitalize="characters" />
      <Field {...fieldOf('birthDate')} width="11ch" inputMode="numeric" />
      <button type="submit" className="citizen-primary" aria-busy={pending}>
        {t(pending ? 'track.submitting' : 'track.submit')}
      </button>
    </form>
  );
}
