import { useCallback, useEffect } from 'react';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { components } from '../../openapi.js';
import type { Problem } from '../api/problem.js';
import { sendForJson } from '../api/send.js';
import { hearOtherPages, tellOtherPages } from './other-pages.js';

export type Role = components['schemas']['Role'];

/** Somebody the development issuer knows: nobody signs in like this in production. */
export interface DevelopmentPerson {
  readonly key: string;
  readonly role: Role;
  readonly subject: string;
  readonly organisation?: string;
  readonly client?: string;
  readonly label: { readonly nl: string; readonly en: string };
}

/** Somebody of the demonstration, the municipality's issuer, or letter codes only. */
type SignInWay = 'development' | 'oidc' | 'letter';

export interface SignedOut {
  readonly signedIn: false;
  readonly signIn: SignInWay;
  readonly municipalityName?: string;
  readonly people?: readonly DevelopmentPerson[];
}

export interface SignedIn {
  readonly signedIn: true;
  readonly signIn: SignInWay;
  readonly role: Role;
  /** Own roles and those lent by a delegation. */
  readonly roles: readonly Role[];
  readonly subject: string;
  readonly name?: string;
  /** The provider or office somebody works for. */
  readonly organisation?: string;
  /** The file a client reads: its own. */
  readonly client?: string;
  readonly municipality: string;
  readonly municipalityName?: string;
  /** The day of the server, whose clock counts, when this was asked. */
  readonly today: string;
  readonly expiresAt: string;
  /** When it ends however often it is extended. */
  readonly endsAt: string;
}

export type Session = SignedOut | SignedIn;
export const SESSION = ['/sessie'];
/** Whose reading the page holds. */
export const READER = ['reader'];

const ask = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> =>
  (await sendForJson<T>({ method, path, body })).data;

const subjectOf = (session: Session | undefined): string | undefined =>
  session?.signedIn === true ? session.subject : undefined;

/**
 * Forgets what was read by whoever was here before, so that nobody sees it while their own is being fetched. Whoever comes back after
 * their session ended goes on where they were.
 */
function forgetOthers(queries: QueryClient, session: Session): Session {
  const subject = subjectOf(session);
  if (subject === undefined) return session;
  if (queries.getQueryData(READER) !== subject)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
  queries.setQueryData(READER, subject);
  return session;
}

/** Who sits behind this browser, if anybody. */
export const useSession = (): UseQueryResult<Session, Problem> =>
  useQuery<Session, Problem>({
    queryKey: SESSION,
    queryFn: async ({ client }) => forgetOthers(client, await ask<Session>('GET', '/sessie')),
    staleTime: Infinity,
    refetchOnWindowFocus: 'always',
    retry: false,
  });

/** Keeps to who is signed in when that changes on another page, whichever way they signed in. */
export function useOneSession(session: Session | undefined): void {
  const queries = useQueryClient();
  const subject = subjectOf(session);
  useEffect(
    () =>
      hearOtherPages((what) => {
        if (what === 'left') globalThis.location.reload();
        else void queries.refetchQueries({ queryKey: SESSION });
      }),
    [queries],
  );
  useEffect(() => {
    if (subject !== undefined) tellOtherPages('came');
  }, [subject]);
}

type Way = { readonly person: string } | { readonly code: string };

/** Signs in as somebody of the development issuer, or with the code of a letter. */
export function useSignIn(): UseMutationResult<Session, Problem, Way> {
  const queries = useQueryClient();
  return useMutation<Session, Problem, Way>({
    mutationFn: (way) => ask('POST', 'code' in way ? '/sessie/briefcode' : '/sessie', way),
    onSuccess: (session) => queries.setQueryData(SESSION, forgetOthers(queries, session)),
  });
}

/** Ends the session and forgets everything read in it. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await ask('DELETE', '/sessie').catch(() => undefined);
    tellOtherPages('left');
    queries.clear();
    globalThis.location.assign('/');
  }, [queries]);
}

/** Asks whether the session is over, as by now it should be: what is on the page stays for when they come back. */
export function useLookAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.refetchQueries({ queryKey: SESSION }), [queries]);
}

/** Goes on for another while, before the session ends by itself. */
export function useExtend(): UseMutationResult<{ readonly expiresAt: string }, Problem, void> {
  const queries = useQueryClient();
  return useMutation<{ readonly expiresAt: string }, Problem>({
    mutationFn: () => ask('POST', '/sessie/verlenging'),
    onSuccess: ({ expiresAt }) =>
      queries.setQueryData<Session>(SESSION, (now) => (now?.signedIn ? { ...now, expiresAt } : now)),
  });
}

/** Where the issuer of the municipality asks who somebody is, and brings them back. */
export const issuerPath = (back: string): string => `/sessie/aanmelden?${new URLSearchParams({ terug: back })}`;
