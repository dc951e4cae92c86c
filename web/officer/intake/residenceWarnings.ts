import { Form } from 'antd';
import { dateOf } from '../../../domain/instant.ts';
import { residenceWarnings } from '../../../domain/residenceWarnings.ts';
import { Month, PartialDate } from '../../../domain/text.ts';
import { useBusinessNow } from '../../facts.ts';
import { useLabel } from '../../words/index.ts';

const A_MINUTE_MS = 60_000;

type Typed = { from?: string | null; to?: string | null } | null | undefined;

/** What is uncertain in the history of residence as it is typed, by path; nothing before all its months are whole. */
export function useResidenceWarnings(): ReadonlyMap<string, string> {
  const label = useLabel();
  const today = dateOf(useBusinessNow(A_MINUTE_MS));
  const birthDate: unknown = Form.useWatch(['subject', 'birthDate']);
  const rows = (Form.useWatch(['subject', 'residenceHistory']) ?? []) as Typed[];
  const born = PartialDate.safeParse(birthDate).data;
  const stays = rows.map((row) => ({ from: row?.from ?? '', to: row?.to || null }));
  const isWhole = stays.every(
    ({ from, to }) =>
      Month.safeParse(from).success && (to === null || (Month.safeParse(to).success && from <= to)),
  );
  if (born === undefined || !isWhole) return NOTHING;
  const found = residenceWarnings({ birthDate: born, residenceHistory: stays }, today);
  return new Map(found.map(({ path, code }) => [path, label('residenceWarning', code)]));
}

const NOTHING: ReadonlyMap<string, string> = new Map();
