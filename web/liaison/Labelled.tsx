import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FieldAttributes {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required': true;
  status?: 'error';
}

interface LabelledProps {
  name: string;
  label: string;
  hint?: string;
  /** Key of a word for what is wrong. */
  problem: string | undefined;
  /** Draws the field with the attributes that tie it to label, hint and problem. */
  children: (field: FieldAttributes) => ReactNode;
}

/** A field of an answer with its label above and what is wrong below, in words. */
export function Labelled({ name, label, hint, problem, children }: LabelledProps) {
  const { t } = useTranslation('liaison');
  const id = `answer-${name}`;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="desk-labelled">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-required': true,
        ...(described !== '' && { 'aria-describedby': described }),
        ...(problem !== undefined && { 'aria-invalid': true, status: 'error' }),
      })}
      {hint !== undefined && (
        <div id={`${id}-hint`} className="muted">
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <div id={`${id}-problem`} className="desk-problem">
          <span aria-hidden>▲ </span>
          {t(problem)}
        </div>
      )}
    </div>
  );
}
