import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import type { Problem } from './api/problem.js';
import { ErrorBoundary } from './error-boundary.js';
import { Announcer } from './announcer.js';
import { Frame } from './frame.js';
import { LanguageProvider } from './language/language.js';
import { READER, SESSION } from './session/session.js';

const SIGNED_OUT = 401;
const TRIES = 2;
const SOON_MS = 1000;
/** A form stands on what was read: it waits for somebody whose session ended, over a weekend too, and not for ever. */
const AWAY_MS = 4 * 86_400_000;

/** A session that ended elsewhere shows itself by the first answer that says so. */
const lookWhoIsHere = (problem: Error): void => {
  if ((problem as Problem).status === SIGNED_OUT) void queries.refetchQueries({ queryKey: SESSION });
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookWhoIsHere }),
  mutationCache: new MutationCache({ onError: lookWhoIsHere }),
  defaultOptions: {
    queries: {
      gcTime: AWAY_MS,
      retry: (count, problem) =>
        (problem as Problem).isBeingMade || (count < TRIES && (problem as Problem).status >= 500),
      retryDelay: (count, problem) => ((problem as Problem).isBeingMade ? SOON_MS : SOON_MS * 2 ** count),
      staleTime: 2000,
    },
  },
});

queries.setQueryDefaults(READER, { gcTime: Infinity }); // One name; without it nothing that was read may stay.

/** The whole of the pages. */
export function App() {
  return (
    <LanguageProvider>
      <ErrorBoundary>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <Announcer>
              <Frame />
            </Announcer>
          </BrowserRouter>
        </QueryClientProvider>
      </ErrorBoundary>
    </LanguageProvider>
  );
}
