import { useLocation } from 'react-router';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { useLanguage } from '../language/language.js';
import { useShellTexts } from '../shell-texts.js';
import { LetterCodeForm } from './letter-code-form.js';
import { issuerPath, useSignIn, type DevelopmentPerson, type SignedOut } from './session.js';

interface Props {
  readonly session: SignedOut;
  /** Somebody was at work here when their session ended: what they filled in waits behind this page. */
  readonly ended: boolean;
}

/** Signing in: through the municipality's own issuer, with the code of a letter, or as somebody of the demonstration. */
export function SignInPage({ session, ended }: Props) {
  const texts = useShellTexts();
  const { pathname, search } = useLocation();
  const failed = new URLSearchParams(search).get('mislukt');
  const back = failed === null ? pathname + search : '/';
  return (
    <Page title={texts.signIn}>
      {failed !== null && (
        <div role="alert" className="notice notice-bad">
          <p>{texts.signInFailed(failed)}</p>
        </div>
      )}
      {ended && (
        <div role="alert" className="notice notice-attention">
          <p>
            <strong>{texts.sessionEnded}</strong>
          </p>
          <p>{texts.sessionEndedAdvice}</p>
        </div>
      )}
      {session.signIn === 'oidc' && (
        <p>
          <a className="button-link" href={issuerPath(back)} {...(ended && { target: '_blank' })}>
            {ended ? texts.signInOnNewTab : texts.signInAtIssuer}
          </a>
        </p>
      )}
      {session.people !== undefined && <People people={session.people} />}
      <LetterCodeForm />
    </Page>
  );
}

function People({ people }: { readonly people: readonly DevelopmentPerson[] }) {
  const texts = useShellTexts();
  const { language } = useLanguage();
  const signIn = useSignIn();
  return (
    <section aria-labelledby="people">
      <h2 id="people">{texts.chooseSomebody}</h2>
      <p>{texts.demonstrationOnly}</p>
      <ProblemNotice problem={signIn.error} />
      <ul className="people">
        {people.map(({ key, role, label }) => (
          <li key={key}>
            <button
              type="button"
              value={key}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ person: key })}
            >
              <strong>{label[language]}</strong>
              <span>{texts.roles[role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
