import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { Session, type SignIn } from '../domain/account.ts';
import type * as z from 'zod';
import type { Role } from '../domain/role.ts';
import { ApiProblem, get, NoBody, rememberCsrfToken, send } from './api.ts';

interface SessionState {
  session: Session | null;
  /** True until it is known whether somebody is signed in. */
  pending: boolean;
  error: Error | null;
}

const SessionContext = createContext<SessionState>({ session: null, pending: true, error: null });

async function askSession(): Promise<Session | null> {
  try {
    const session = await get('/session', Session);
    rememberCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** Knows who is signed in; everything below can ask. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, isPending, error } = useQuery({
    queryKey: ['session'],
    queryFn: askSession,
    staleTime: 60_000,
  });
  const session = data ?? null;
  useEffect(() => rememberCsrfToken(session?.csrfToken ?? null), [session]);
  return <SessionContext value={{ session, pending: isPending, error }}>{children}</SessionContext>;
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
  signIn: (form: z.infer<typeof SignIn>) => Promise<Session>;
  signOut: () => Promise<void>;
}

/** Signing in and out; nothing of the former person's data stays in the cache. */
export function useSessionChanges(): SessionChanges {
  const client = useQueryClient();
  const begin = (session: Session | null): void => {
    rememberCsrfToken(session?.csrfToken ?? null);
    client.setQueryData(['session'], session);
    client.removeQueries({ predicate: ({ queryKey }) => !isNobodys(queryKey[0]) });
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
