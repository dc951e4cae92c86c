import { useTranslation } from 'react-i18next';
import type { UploadRule } from '../../../domain/uploads.ts';
import { megabytes } from './fileUnfit.ts';

/** Which files are taken, said before one is chosen; endings of one size stand together. */
export function Allowed({ rule }: { rule: UploadRule }) {
  const { t } = useTranslation();
  const bySize = Map.groupBy(Object.entries(rule), ([, largest]) => largest);
  const kinds = [...bySize].map(([largest, endings]) => {
    const types = endings.map(([ending]) => ending).join(', ');
    return t('file.kind', { types, largest: megabytes(largest) });
  });
  return <span className="muted">{t('file.allowed', { kinds: kinds.join('; ') })}</span>;
}
