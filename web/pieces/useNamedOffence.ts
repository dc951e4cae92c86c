import { useQuery } from '@tanstack/react-query';
import { Suggestions, type SuggestionQuery } from '../../domain/offence/suggest.ts';
import { get } from '../api.ts';
import { useSettled } from './useSettled.ts';

/** Whether words of a judgment name one entry of the catalogue in force; undefined until that is known. */
export function useNamedOffence(words: SuggestionQuery, enabled: boolean): boolean | undefined {
  const settled = useSettled(words);
  const { data } = useQuery({
    queryKey: ['catalogue', 'suggestions', settled],
    queryFn: () => get('/catalogue/suggestions', Suggestions, settled),
    enabled: enabled && settled.offence !== '' && settled.on !== '',
  });
  return data && data.normalised !== null;
}
