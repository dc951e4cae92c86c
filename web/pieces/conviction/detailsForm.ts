import type { ConvictionDetails, Offence } from '../../../domain/conviction/entry.ts';

type Duty = { text: string; execution: ConvictionDetails['principal']['execution'] };

/** An offence as typed: its code follows from the catalogue, never from the form. */
type TypedOffence = Pick<Offence, 'penalCode'> & Partial<Pick<Offence, 'article' | 'clause'>>;

/** Details as they stand in the form: parts that may be missing are there, empty. */
export interface DetailsForm extends Omit<
  ConvictionDetails,
  'offences' | 'civil' | 'courtFees' | 'wanted'
> {
  offences: TypedOffence[];
  civil: Duty;
  courtFees: Duty;
  wanted: { issuedOn: string | null; endedOn: string | null };
}

const NO_DUTY: Duty = { text: '', execution: { state: 'UNKNOWN', on: null } };

export function formOf(details: ConvictionDetails): DetailsForm {
  return {
    ...details,
    civil: details.civil ?? NO_DUTY,
    courtFees: details.courtFees ?? NO_DUTY,
    wanted: details.wanted ?? { issuedOn: null, endedOn: null },
  };
}

const CLEARED = ['', undefined];

/** What was left empty or cleared is not known. */
function known<T>(value: T): T {
  if (CLEARED.includes(value as string | undefined)) return null as T;
  if (Array.isArray(value)) return value.map(known) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, known(each)])) as T;
}

/** The details a form gives; `before` brings what it does not ask. */
export function detailsOf(values: DetailsForm, before: ConvictionDetails): ConvictionDetails {
  const { civil, courtFees, wanted, offences, ...rest } = known(values);
  return {
    ...before,
    ...rest,
    noJudgmentAt: rest.basis === 'ARREST_ONLY' ? (rest.noJudgmentAt ?? []) : [],
    additional: (rest.additional ?? []).map((part) => ({ ...part, endsOn: part.endsOn ?? null })),
    courtDecisions: rest.courtDecisions ?? [],
    offences: offences.map((offence, index) => codeKept(offence, before.offences[index])),
    civil: dutyOf(civil),
    courtFees: dutyOf(courtFees),
    wanted: wanted.issuedOn === null ? null : { ...wanted, issuedOn: wanted.issuedOn },
  };
}

function dutyOf({ text, execution }: Duty): Duty | null {
  return text === null ? null : { text, execution: { ...execution, on: execution.on ?? null } };
}

/** The catalogue's code stands as long as code and article do. */
function codeKept(
  { penalCode, article, clause }: TypedOffence,
  before: Offence | undefined,
): Offence {
  const same = before?.penalCode === penalCode && before.article === article;
  const code = same ? before.code : null;
  return { code, penalCode, article: article ?? null, clause: clause ?? null };
}
