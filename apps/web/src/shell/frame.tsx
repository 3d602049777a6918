import { Activity, Suspense } from 'react';
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
import { useLastSignedIn, WhoWorks } from './session/who-works.js';
import { SignInPage } from './session/sign-in-page.js';
import { useShellTexts } from './shell-texts.js';
import { useKeptFocus } from './use-kept-focus.js';

/** What every page stands in: skip link, header, content, footer. */
export function Frame() {
  const texts = useShellTexts();
  const { data: session, error } = useSession();
  const worker = useLastSignedIn(session);
  const isSignedOut = session?.signedIn === false;
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
          {isSignedOut && <SignInPage session={session} ended={worker !== undefined} />}
          {worker !== undefined && (
            <Activity key={worker.subject} mode={isSignedOut ? 'hidden' : 'visible'}>
              <WhoWorks value={worker}>
                <Suspense fallback={<Loading />}>
                  <AreaRoutes roles={worker.roles} />
                  <SessionWarning />
                  <LiveChanges />
                </Suspense>
              </WhoWorks>
            </Activity>
          )}
        </ErrorBoundary>
      </main>
      <Footer />
    </>
  );
}
