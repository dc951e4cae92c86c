import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { Session, type SignIn } from '../domain/account.ts';
import type * as z from 'zod';
import type { Role } from '../domain/role.ts';
import { ApiProblem, get, NoBody, rememberCsrfToken, send } from './api.ts';

/** Who is signed in, or was until the server no longer knew of it; null for nobody. */
type Known = { session: Session; ended: boolean } | null;

interface SessionState {
  session: Session | null;
  /** The session is over on the server; the page stays as it is until its person signs in again. */
  ended: boolean;
  /** True until it is known whether somebody is signed in. */
  pending: boolean;
  error: Error | null;
}

const SessionContext = createContext<SessionState>({
  session: null,
  ended: false,
  pending: true,
  error: null,
});

/** What is known once the server says that nobody is signed in. */
export function endedOf(known: Known | undefined): Known {
  return known == null ? null : { ...known, ended: true };
}

async function askSession(known: Known | undefined): Promise<Known> {
  try {
    const session = await get('/session', Session);
    rememberCsrfToken(session.csrfToken);
    return { session, ended: false };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return endedOf(known);
    throw error;
  }
}

/** Knows who is signed in; everything below can ask. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, isPending, error } = useQuery({
    queryKey: ['session'],
    queryFn: ({ client }) => askSession(client.getQueryData<Known>(['session'])),
    staleTime: 60_000,
  });
  const { session, ended } = data ?? { session: null, ended: false };
  useEffect(() => rememberCsrfToken(session?.csrfToken ?? null), [session]);
  return (
    <SessionContext value={{ session, ended, pending: isPending, error }}>
      {children}
    </SessionContext>
  );
}

/** Whether somebody is signed in, for the few places that must not take it for granted. */
export function useSessionState(): SessionState {
  return useContext(SessionContext);
}

/** The session of the person signed in. Throws outside the pages that require one. */
export function useSession(): Session {
  const { session } = useSessionState();
  if (session === null) throw new Error('This page was shown without a session');
  return session;
}

/** Roles of the person signed in. */
export function useRoles(): readonly Role[] {
  return useSession().account.roles;
}

export interface SessionChanges {
  /** Of the person whose session has ended: what is on the screen stays and is asked again. */
  signIn: (form: z.infer<typeof SignIn>) => Promise<Session>;
  signOut: () => Promise<void>;
}

/** Signing in and out; nothing of a former person's data stays in the cache. */
export function useSessionChanges(): SessionChanges {
  const client = useQueryClient();
  const begin = (session: Session | null): void => {
    const before = client.getQueryData<Known>(['session'])?.session.account.id;
    rememberCsrfToken(session?.csrfToken ?? null);
    client.setQueryData<Known>(['session'], session && { session, ended: false });
    const theirs = {
      predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => !isNobodys(queryKey[0]),
    };
    if (session !== null && session.account.id === before) void client.invalidateQueries(theirs);
    else client.removeQueries(theirs);
  };
  return {
    async signIn(form) {
      const session = await send('POST', '/sessions', form, Session);
      begin(session);
      return session;
    },
    async signOut() {
      await send('DELETE', '/session', undefined, NoBody);
      begin(null);
    },
  };
}

/** What is the same whoever is signed in. */
function isNobodys(key: unknown): boolean {
  return key === 'facts' || key === 'session';
}
