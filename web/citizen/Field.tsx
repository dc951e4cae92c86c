import type { InputHTMLAttributes } from 'react';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'width'> {
  name: string;
  label: string;
  hint: string;
  /** What is wrong, in words, or null. */
  problem: string | null;
  value: string;
  onChange: (value: string) => void;
  /** Width that shows how much is expected, such as `14ch`. */
  width: string;
  /** Spread letters of a code, so that it is compared with paper easily. */
  wide?: boolean;
}

/** A labelled field of the public pages; hint and problem are read out with it. */
export function Field({ name, label, hint, problem, onChange, width, wide, ...rest }: FieldProps) {
  const described = problem === null ? `${name}-hint` : `${name}-problem ${name}-hint`;
  return (
    <div className={problem === null ? 'citizen-field' : 'citizen-field citizen-field-wrong'}>
      <label htmlFor={name}>{label}</label>
      <p id={`${name}-hint`} className="citizen-hint">
        {hint}
      </p>
      {problem !== null && (
        <p id={`${name}-problem`} className="citizen-problem">
          <span aria-hidden>▲ </span>
          {problem}
        </p>
      )}
      <input
        {...rest}
        id={name}
        name={name}
        className={wide ? 'citizen-code' : undefined}
        style={{ width: `calc(${width} + 28px)` }}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={described}
        aria-invalid={problem !== null}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
