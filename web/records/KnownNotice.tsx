import { useTransferPage } from './exchangeQueries.ts';
import { KnownAlert } from './KnownAlert.tsx';

/** Records that hold the judgment of an open transfer as well; nothing where there are none. */
export function KnownNotice({ caseId }: { caseId: string }) {
  const known = useTransferPage(caseId).data?.known ?? [];
  return known.length > 0 && <KnownAlert records={known} className="records-notice" />;
}
