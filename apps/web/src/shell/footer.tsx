import { useShellTexts } from './shell-texts.js';

/** What the pages are, and where the interface for machines is explained. */
export function Footer() {
  const texts = useShellTexts();
  return (
    <footer className="site-footer">
      <p>{texts.about}</p>
      <p>
        <a href="/docs">{texts.documentation}</a>
      </p>
    </footer>
  );
}
