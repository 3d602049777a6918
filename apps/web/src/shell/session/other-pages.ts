/** The pages of one browser share its cookie: who signs in on one of them is who all of them work as. */
const pages = new BroadcastChannel('uitkomst.sessie');

/** Tells the other pages that somebody came or left; this page hears nothing of it. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin, and no such argument
export const tellOtherPages = (): void => pages.postMessage('');

/** Hears of it until the answer is called. */
export function hearOtherPages(told: () => void): () => void {
  pages.addEventListener('message', told);
  return () => pages.removeEventListener('message', told);
}
