import { lazy, useCallback, useMemo } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Page } from '../parts/page.js';
import { AREAS, linksFor, mayOpen } from './areas.js';
import { isFor } from './area.js';
import { MayOpen } from './session/may-open.js';
import type { Role } from './session/session.js';
import { NotFound } from './not-found.js';
import { useShellTexts } from './shell-texts.js';

/** The code of an area, fetched when somebody who may enter does. */
const ENTRANCES = AREAS.map((area) => ({
  area,
  Screens: lazy(async () => ({ default: (await area.load()).Screens })),
}));

/** Each area under its own path. Its code is fetched only by who may enter it. */
export function AreaRoutes({ roles }: { readonly roles: readonly Role[] }) {
  const first = useMemo(() => linksFor(roles)[0]?.path, [roles]);
  const opens = useCallback((to: string) => mayOpen(to, roles), [roles]);
  return (
    <MayOpen value={opens}>
      <Routes>
        <Route path="/" element={first === undefined ? <NoScreens /> : <Navigate to={first} replace />} />
        <Route path="/aanmelden" element={<Navigate to="/" replace />} />
        {ENTRANCES.map(({ area, Screens }) => (
          <Route
            key={area.path}
            path={`${area.path}/*`}
            element={isFor(area.roles, roles) ? <Screens /> : <NoAccess />}
          />
        ))}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </MayOpen>
  );
}

function NoScreens() {
  const texts = useShellTexts();
  return (
    <Page title={texts.noScreens}>
      <p>{texts.noScreensAdvice}</p>
      <p>
        <a href="/docs">{texts.documentation}</a>
      </p>
    </Page>
  );
}

function NoAccess() {
  const texts = useShellTexts();
  return (
    <Page title={texts.noAccess}>
      <p>{texts.noAccessAdvice}</p>
    </Page>
  );
}
