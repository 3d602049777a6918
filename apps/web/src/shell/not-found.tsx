import { Page } from '../parts/page.js';
import { useShellTexts } from './shell-texts.js';

/** No such page; also for the screens of an area that know no such path. */
export function NotFound() {
  const texts = useShellTexts();
  return (
    <Page title={texts.notFound}>
      <p>{texts.notFoundAdvice}</p>
    </Page>
  );
}
