import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Normalisation } from '../../domain/record/normalisation.ts';
import type { RecordFile } from '../../domain/record/file.ts';
import { send } from '../api.ts';
import { useSuggestions } from '../catalogue/query.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';

interface MapOffenceProps {
  number: string;
  judgment: RecordFile['judgments'][number];
  /** Whether the key is this judgment's: of several the first one's. */
  keyed: boolean;
}

/** What the words of a judgment may mean, each mapped by one click; key `m` takes the first. */
export function MapOffence({ number, judgment, keyed }: MapOffenceProps) {
  const { t } = useTranslation(['recordBook', 'catalogue']);
  const { message } = App.useApp();
  const client = useQueryClient();
  const { offence, provision, date, ref } = judgment;
  const { data, error } = useSuggestions({ offence, provision, on: date });
  const map = useMutation({
    mutationFn: (code: string) =>
      send('POST', `/records/${number}/judgments/${ref}/offence`, { code }, Normalisation),
    onSuccess: () => void message.success(t('mapped')),
    onSettled: () => client.invalidateQueries({ queryKey: ['records'] }),
  });
  const first = data?.suggestions[0]?.offence.code;
  useKeys({
    m: () => {
      if (keyed && first !== undefined && !map.isPending) map.mutate(first);
    },
  });
  return (
    <>
      {data?.suggestions.length === 0 && <p className="muted">{t('noSuggestion')}</p>}
      {data?.suggestions.map(({ offence: { code, name, article, penalCode } }) => (
        <Button
          key={code}
          size="small"
          className="record-book-suggestion"
          disabled={map.isPending}
          onClick={() => map.mutate(code)}
        >
          {name},{' '}
          {t('catalogue:articleOf', { article, code: t(`catalogue:penalCode.${penalCode}`) })} (
          {code}){keyed && code === first && ' · m'}
        </Button>
      ))}
      <ProblemAlert error={error ?? map.error} />
    </>
  );
}
