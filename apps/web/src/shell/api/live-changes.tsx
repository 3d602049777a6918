import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { concerns, isList, type Change } from './changes.js';

const STREAM = '/v1/wijzigingen';
/** Changes that come together are read together. */
const TOGETHER_MS = 500;
/** On a busy day lists are read again this often at most. */
const LISTS_MS = 5000;
/** After the server closed the door: too many pages, or it was away. */
const AGAIN_MS = 30_000;

/** Reads again what changed under someone's eyes, as the server tells of it. */
export function LiveChanges() {
  const queries = useQueryClient();
  useEffect(() => follow(queries), [queries]);
  return null;
}

/** Follows until the answer is called. */
function follow(queries: QueryClient): () => void {
  const due: Change[] = [];
  let timers: number[] = [];
  let listsReadAt = 0;
  const after = (milliseconds: number, then: () => void): void => {
    timers.push(window.setTimeout(then, milliseconds));
  };
  const readLists = (): void => {
    listsReadAt = performance.now();
    void queries.invalidateQueries({ predicate: ({ queryKey, meta }) => isLive(meta) && isList(queryKey) });
  };
  const readAgain = (): void => {
    timers = [];
    const changes = due.splice(0);
    void queries.invalidateQueries({
      predicate: ({ queryKey, meta }) =>
        isLive(meta) && !isList(queryKey) && changes.some((change) => concerns(queryKey, change)),
    });
    const wait = listsReadAt + LISTS_MS - performance.now();
    if (wait <= 0) readLists();
    else after(wait, readLists);
  };
  const stop = listen({
    told: (changes) => {
      due.push(...changes);
      if (due.length === changes.length) after(TOGETHER_MS, readAgain);
    },
    missed: () => void queries.invalidateQueries({ predicate: ({ meta }) => isLive(meta) }),
  });
  return () => {
    timers.forEach((timer) => window.clearTimeout(timer));
    stop();
  };
}

const isLive = (meta: Readonly<Record<string, unknown>> | undefined): boolean => meta?.['live'] === true;

interface Hearing {
  told(changes: readonly Change[]): void;
  /** Too much to tell, or nobody listened for a while. */
  missed(): void;
}

/**
 * The browser comes back by itself after a break, and says what it heard last; not after a refusal. A page nobody looks at hears
 * nothing: browsers keep few connections to one place, and every page of somebody would hold one.
 */
function listen(hearing: Hearing): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  const close = (): void => {
    window.clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    close();
    const opened = new EventSource(STREAM);
    source = opened;
    opened.addEventListener('wijziging', ({ data }) => {
      hearing.told((JSON.parse(String(data)) as { readonly changes: readonly Change[] }).changes);
    });
    opened.addEventListener('alles', () => hearing.missed());
    opened.addEventListener('error', () => {
      if (opened.readyState === EventSource.CLOSED && source === opened) timer = window.setTimeout(comeBack, AGAIN_MS);
    });
  };
  const comeBack = (): void => {
    hearing.missed();
    open();
  };
  const looked = (): void => (document.hidden ? close() : comeBack());
  document.addEventListener('visibilitychange', looked);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', looked);
    close();
  };
}
