import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Absence,
  type ABSENCE_STATES,
  Absences,
  type AbsenceToEnter,
  MyAbsences,
} from '../../../domain/absence.ts';
import { allows } from '../../../domain/permission.ts';
import { get, send } from '../../api.ts';
import { useSession } from '../../session.tsx';

export type State = (typeof ABSENCE_STATES)[number];

/** Filters of the list as its address carries them. */
export interface Filter {
  state: State;
  person: string | undefined;
  page: number;
}

/** A page of the unit's absences. */
export function useAbsences(filter: Filter) {
  return useQuery({
    queryKey: ['absences', 'unit', filter],
    queryFn: () => get('/absences', Absences, { ...filter }),
    placeholderData: keepPreviousData,
  });
}

/** The own absences and those one covers; asked again now and then, because days begin by themselves. */
export function useMyAbsences() {
  const { account } = useSession();
  return useQuery({
    queryKey: ['absences', 'mine'],
    queryFn: () => get('/absences/mine', MyAbsences),
    enabled: allows(account, 'absence.enter'),
    refetchInterval: 30_000,
  });
}

/** Enter or cancel an absence: desks move with it, so lists are asked again. */
export function useAbsenceChanges() {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all(
      ['absences', 'worklist', 'board', 'case'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const enter = useMutation({
    mutationFn: (entry: AbsenceToEnter) => send('POST', '/absences', entry, Absence),
    onSuccess,
  });
  const cancel = useMutation({
    mutationFn: (id: string) => send('DELETE', `/absences/${id}`, undefined, Absence),
    onSuccess,
  });
  return { enter, cancel };
}
