import { Suspense } from 'react';
import { Loading } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { AreaRoutes } from './area-routes.js';
import { LiveChanges } from './api/live-changes.js';
import { ErrorBoundary } from './error-boundary.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { SessionWarning } from './session/session-warning.js';
import { useOneSession, useSession } from './session/session.js';
import { SignInPage } from './session/sign-in-page.js';
import { useShellTexts } from './shell-texts.js';
import { useKeptFocus } from './use-kept-focus.js';

/** What every page stands in: skip link, header, content, footer. */
export function Frame() {
  const texts = useShellTexts();
  const { data: session, error } = useSession();
  useOneSession(session);
  useKeptFocus();
  return (
    <>
      <a className="skip-link" href="#content">
        {texts.skip}
      </a>
      <Header session={session} />
      <main id="content" className="content" tabIndex={-1}>
        <ErrorBoundary>
          {error !== null && session === undefined && (
            <Page title={texts.failed}>
              <ProblemNotice problem={error} />
            </Page>
          )}
          {error === null && session === undefined && <Loading />}
          {session?.signedIn === false && <SignInPage session={session} />}
          {session?.signedIn === true && (
            <Suspense key={session.subject} fallback={<Loading />}>
              <AreaRoutes roles={session.roles} />
              <SessionWarning />
              <LiveChanges />
            </Suspense>
          )}
        </ErrorBoundary>
      </main>
      <Footer />
    </>
  );
}
