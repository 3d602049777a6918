/** The pages of one browser share its cookie: who signs in on one of them is who all of them work as. */
const pages = new BroadcastChannel('uitkomst.sessie');

/** Somebody signed in, or chose to sign out: then nothing of theirs may stay. */
type Told = 'came' | 'left';

/** Tells the other pages that somebody came or left; this page hears nothing of it. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin, and no such argument
export const tellOtherPages = (what: Told): void => pages.postMessage(what);

/** Hears of it until the answer is called. */
export function hearOtherPages(told: (what: Told) => void): () => void {
  const heard = ({ data }: MessageEvent<Told>): void => told(data);
  pages.addEventListener('message', heard);
  return () => pages.removeEventListener('message', heard);
}
