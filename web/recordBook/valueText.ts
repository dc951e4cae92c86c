import { useTranslation } from 'react-i18next';
import { formatDate } from '../pieces/format.ts';
import { useProvinces } from '../pieces/units.ts';
import { useLabel } from '../words/index.ts';

const DATES = ['birthDate', 'diedOn', 'date', 'effectiveDate', 'until'];

/** Parts of a document in the order in which they are read, whatever order the store gives them in. */
const PARTS = 'kind type decision number date court issuer content until'.split(' ');

/** How a value of a record is read; a dash where there is none. */
export function useValueText(): (field: string, value: unknown) => string {
  const label = useLabel();
  const { data: provinces = [] } = useProvinces();
  const { t } = useTranslation('recordBook');
  const text = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (Array.isArray(value)) {
      return value.length === 0 ? '–' : value.map((one) => text('', one)).join('; ');
    }
    if (typeof value === 'object') {
      return Object.entries(value)
        .toSorted(([a], [b]) => PARTS.indexOf(a) - PARTS.indexOf(b))
        .map(([name, one]) => partOf(name, one))
        .join(', ');
    }
    const said = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (field === 'provinceCode') {
      return provinces.find(({ code }) => code === said)?.name ?? said;
    }
    if (field === 'gender') return label('gender', said);
    if (field === 'kind') return t(`execution.${said}`);
    return DATES.includes(field) || field === 'on' ? formatDate(said) : said;
  };
  const partOf = (name: string, value: unknown): string => text(name, value);
  return text;
}

/** The name of a field wherever it stands in a record. */
export function useFieldName(): (place: string, field: string) => string {
  const { t } = useTranslation(['recordBook', 'records']);
  return (place, field) =>
    t([`recordBook:field.${field}`, `records:${place}.${field}`, `records:${field}`]);
}
