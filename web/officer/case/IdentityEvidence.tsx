import { useTranslation } from 'react-i18next';
import { type Field, fieldOf, FIELDS } from '../../../domain/identity/evidence.ts';
import type { Identity } from '../../../domain/identity/identity.ts';
import type { Candidate } from '../../../domain/identity/lookUp.ts';
import { formatDate } from '../../pieces/format.ts';
import { useLabel } from '../../words/index.ts';

interface IdentityEvidenceProps {
  asked: Identity;
  known: Identity;
  contributions: Candidate['comparison']['contributions'];
}

/** Both persons field by field, with what each field says and how much it weighs. */
export function IdentityEvidence({ asked, known, contributions }: IdentityEvidenceProps) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const toldBy = useTold();
  const rows = FIELDS.map((field) => ({
    field,
    asked: toldBy(field, asked),
    known: toldBy(field, known),
    said: contributions.find(({ finding }) => fieldOf(finding) === field),
  })).filter((row) => row.asked !== null || row.known !== null);
  return (
    <table className="identity-evidence">
      <thead>
        <tr>
          {(['field', 'asked', 'known', 'finding', 'weight'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, said, ...sides }) => (
          <tr key={field}>
            <th scope="row">{label('identityField', field)}</th>
            <td data-head={t('asked')}>{sides.asked ?? <Untold />}</td>
            <td data-head={t('known')}>{sides.known ?? <Untold />}</td>
            <td data-head={t('finding')}>{said ? label('finding', said.finding) : '–'}</td>
            <td data-head={t('weight')} className="identity-weight">
              {said ? <Weight weight={said.weight} /> : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Untold() {
  const { t } = useTranslation('identity');
  return <span className="muted">{t('notTold')}</span>;
}

function Weight({ weight }: { weight: number }) {
  const { t } = useTranslation('identity');
  if (weight === 0) return <>0</>;
  const amount = `${weight > 0 ? '+' : '−'}${Math.abs(weight)}`;
  return (
    <span className={weight > 0 ? 'for' : 'against'}>
      {amount} <small>{t(weight > 0 ? 'for' : 'against')}</small>
    </span>
  );
}

/** What a person's identity tells of a field, as text; null when nothing. */
function useTold(): (field: Field, identity: Identity) => string | null {
  const label = useLabel();
  const joined = (texts: readonly string[]): string | null => texts.join('; ') || null;
  return (field, identity) => {
    const { documents, fullName, otherNames } = identity;
    switch (field) {
      case 'personalId':
        return identity.personalId;
      case 'document':
        return joined(documents.map(({ type, number }) => `${type} ${number}`));
      case 'name':
        return [fullName, ...otherNames.map((name) => `(${name})`)].join(' ');
      case 'birthDate':
        return formatDate(identity.birthDate);
      case 'gender':
        return label('gender', identity.gender);
      case 'father':
        return identity.fatherName;
      case 'mother':
        return identity.motherName;
      case 'birthPlace':
        return identity.birthPlace;
      case 'residence':
        return joined(identity.residences);
    }
  };
}
