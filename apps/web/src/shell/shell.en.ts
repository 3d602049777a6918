import type { Texts } from './language/texts.js';
import type { nl } from './shell.nl.js';

export const en: Texts<typeof nl> = {
  skip: 'To the content',
  about: 'Uitkomst: who earned which bonus, and why.',
  documentation: 'Documentation of the API',
  language: 'Language',
  navigation: 'Main menu',
  signIn: 'Sign in',
  signInAtIssuer: 'Sign in at your organisation',
  signInFailed: (why) =>
    why === 'verlopen'
      ? 'Signing in took too long. Please try again.'
      : why === 'onbekend'
        ? 'Your account has no role here. Ask your administrator.'
        : why === 'tweede-factor'
          ? 'Your role has to sign in with a second factor.'
          : 'Signing in failed. Please try again.',
  chooseSomebody: 'Choose who you are',
  demonstrationOnly:
    'This choice exists in development and demonstration only. In production everyone signs in at their own organisation.',
  letterCode: 'I have a letter with a code',
  code: 'Code in the letter',
  codeHint: 'The code is at the top right of the letter.',
  signInWithCode: 'Open my file',
  signOut: 'Sign out',
  sessionEnds: 'You are about to be signed out',
  sessionEndsIn: (minutes) =>
    minutes === 1 ? 'You will be signed out in less than a minute.' : `You will be signed out in ${minutes} minutes.`,
  sessionEnded: 'Your session has ended',
  sessionEndedAdvice: 'Nothing was recorded since. What you filled in is still there once you sign in again.',
  signInOnNewTab: 'Sign in at your organisation, on a new tab; then come back here',
  staySignedIn: 'Stay signed in',
  failed: 'Something went wrong',
  failedAdvice: 'The page could not be shown. What you had recorded is safe.',
  toStart: 'To the start',
  noScreens: 'No screens for your role',
  noScreensAdvice: 'There are no screens for your role. You can use the API.',
  noAccess: 'No access',
  noAccessAdvice: 'This page is for another role than yours.',
  notFound: 'Page not found',
  notFoundAdvice: 'This address does not exist. Choose a part in the menu.',
  roles: {
    CASEMGR: 'Case manager',
    BENEFITS: 'Benefits administration',
    PROVIDER: 'Provider',
    REGISTRY: 'Registry',
    FINANCE: 'Finance',
    CONTRACTS: 'Contract management',
    OFFICER: 'Payment officer',
    APPROVER2: 'Second approver',
    CLIENT: 'Client',
    AUDITOR: 'Auditor',
    SYSTEM: 'System',
  },
};
