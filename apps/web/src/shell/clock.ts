/** Milliseconds since 1970 in this browser: for the end of a session and nothing else, because dates come from the server. */
export const browserTime = (): number => Date.now();
