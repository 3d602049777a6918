import { Link, useLocation } from 'react-router';
import { linkAbove, linksFor } from './areas.js';
import { useLanguage, type Language } from './language/language.js';
import { useSignOut, type Session, type SignedIn } from './session/session.js';
import { useShellTexts } from './shell-texts.js';

const LANGUAGES: readonly { readonly language: Language; readonly label: string }[] = [
  { language: 'nl', label: 'Nederlands' },
  { language: 'en', label: 'English' },
];

/** Name of the product and of the municipality, who is signed in, language, and where this role can go. */
export function Header({ session }: { readonly session: Session | undefined }) {
  return (
    <header className="site-header">
      <div className="site-header-bar">
        <div className="site-title">
          <Link to="/" className="site-name">
            Uitkomst
          </Link>
          {session?.municipalityName !== undefined && <span>{session.municipalityName}</span>}
        </div>
        <LanguageSwitch />
        {session?.signedIn === true && <Person session={session} />}
      </div>
      {session?.signedIn === true && <Navigation session={session} />}
    </header>
  );
}

function LanguageSwitch() {
  const texts = useShellTexts();
  const { language: spoken, choose } = useLanguage();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{texts.language}</legend>
      {LANGUAGES.map(({ language, label }) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === spoken}
          onClick={() => choose(language)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

function Person({ session }: { readonly session: SignedIn }) {
  const texts = useShellTexts();
  const signOut = useSignOut();
  const { role, subject, name, organisation } = session;
  // Nobody is known to themselves by the number of their file, and the municipality is named beside the product.
  const called = role === 'CLIENT' ? name : (name ?? subject);
  const worksFor = role === 'PROVIDER' && called?.includes(organisation ?? '') !== true ? organisation : undefined;
  return (
    <div className="signed-in">
      <p>
        <strong>{[called, worksFor].filter((part) => part !== undefined).join(' · ')}</strong>
        {called !== texts.roles[role] && <span>{texts.roles[role]}</span>}
      </p>
      <button type="button" onClick={() => void signOut()}>
        {texts.signOut}
      </button>
    </div>
  );
}

function Navigation({ session }: { readonly session: SignedIn }) {
  const texts = useShellTexts();
  const { language } = useLanguage();
  const { pathname } = useLocation();
  const links = linksFor(session.roles);
  const current = linkAbove(links, pathname);
  const standing = current?.path === pathname ? 'page' : 'true';
  if (links.length === 0) return null;
  return (
    <nav aria-label={texts.navigation} className="navigation">
      <ul>
        {links.map((link) => (
          <li key={link.path}>
            <Link to={link.path} aria-current={link === current ? standing : undefined}>
              {link.label[language]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
