import { useSignedIn } from '../shell/session/who-works.js';

/** The file a client reads: its own, as the session says. */
export const useOwnFile = (): string => useSignedIn().client ?? '';
