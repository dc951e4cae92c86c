import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CodeRequestShown } from '../../domain/offence/codeRequest.ts';
import {
  CatalogueChanges,
  CataloguePage,
  CatalogueReleases,
  ReleasePage,
} from '../../domain/offence/release.ts';
import { Suggestions } from '../../domain/offence/suggest.ts';
import { get, type Query, send, sendFile } from '../api.ts';
import { firstBytes } from '../pieces/upload/fileUnfit.ts';

export function useOffences(query: Query) {
  return useQuery({
    queryKey: ['catalogue', 'offences', query],
    queryFn: () => get('/catalogue/offences', CataloguePage, query),
    placeholderData: keepPreviousData,
  });
}

export function useReleases() {
  return useQuery({
    queryKey: ['catalogue', 'releases'],
    queryFn: () => get('/catalogue/releases', CatalogueReleases),
  });
}

export function useRelease(id: string) {
  return useQuery({
    queryKey: ['catalogue', 'release', id],
    queryFn: () => get(`/catalogue/releases/${id}`, ReleasePage),
  });
}

export function useChanges(id: string, query: Query) {
  return useQuery({
    queryKey: ['catalogue', 'release', id, 'changes', query],
    queryFn: () => get(`/catalogue/releases/${id}/changes`, CatalogueChanges, query),
    placeholderData: keepPreviousData,
  });
}

export function useCodeRequest(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'codeRequest'],
    queryFn: () => get(`/catalogue/requests/${caseId}`, CodeRequestShown),
  });
}

/** What the words of a judgment may mean; the same words are asked for once. */
export function useSuggestions(query: { offence: string; provision: string; on: string }) {
  return useQuery({
    queryKey: ['catalogue', 'suggestions', query],
    queryFn: () => get('/catalogue/suggestions', Suggestions, query),
  });
}

export interface ChosenList {
  file: File;
  title: string;
  encoding: string | null;
}

/** Send a list in; every page of the catalogue is asked again afterwards. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, title, encoding }: ChosenList) => {
      await firstBytes(file);
      // Browsers name the type of a list by the programs of the machine.
      const asCsv = new File([file], file.name, { type: 'text/csv' });
      const query = { title, name: file.name, encoding };
      return sendFile('/catalogue/releases', query, asCsv, ReleasePage);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['catalogue'] }),
  });
}

export type ReleaseStep = 'good-rows' | 'discard' | 'publication';

/** The next step of an imported list. */
export function useReleaseStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, body }: { step: ReleaseStep; body?: object }) =>
      send('POST', `/catalogue/releases/${id}/${step}`, body, ReleasePage),
    onSettled: () => client.invalidateQueries({ queryKey: ['catalogue'] }),
  });
}
