import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { record, type RecordAnswer, type RecordAsked, type RecordPath } from './client.js';
import type { Problem } from './problem.js';
import type { Answer } from './send.js';

const OVERTAKEN: ReadonlySet<number> = new Set([409, 412]);

export interface Recording<P extends RecordPath> {
  /** Resolves with the answer, or with undefined when the server refused: then `problem` says why. */
  readonly send: (asked: RecordAsked<P>) => Promise<Answer<RecordAnswer<P>> | undefined>;
  readonly pending: boolean;
  readonly problem: Problem | null;
  /** Forgets what was refused, as when a dialog is opened anew. */
  readonly reset: () => void;
}

/**
 * What a screen records. The Idempotency-Key stays the same until the server took it, so that pressing again after a broken
 * connection never records twice; another body gets another key.
 */
export function useRecording<P extends RecordPath>(path: P): Recording<P> {
  const queries = useQueryClient();
  const kept = useRef<{ readonly print: string; readonly key: string } | undefined>(undefined);
  const { mutateAsync, isPending, error, reset } = useMutation<Answer<RecordAnswer<P>>, Problem, RecordAsked<P>>({
    mutationFn: (asked) => {
      const print = JSON.stringify(asked);
      if (kept.current?.print !== print) kept.current = { print, key: crypto.randomUUID() };
      return record(path, asked, kept.current.key);
    },
    // What was decided on is no longer so: the screen shows what is.
    onError: ({ status }) => (OVERTAKEN.has(status) ? queries.invalidateQueries() : undefined),
    onSuccess: async () => {
      kept.current = undefined;
      await queries.invalidateQueries();
    },
  });
  return { send: (asked) => mutateAsync(asked).catch(() => undefined), pending: isPending, problem: error, reset };
}
