import { useOwnDeliveryTexts } from './delivery-texts.js';

const SHOWN = 5;

/** The first rows as they are in the file, so that somebody sees it is the right one. The server reads it, not this screen. */
export function FilePreview({ text }: { readonly text: string }) {
  const texts = useOwnDeliveryTexts();
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  return (
    <>
      <h2>{texts.preview}</h2>
      <p>{texts.rows(Math.max(0, lines.length - 1))}</p>
      <pre className="file-rows">{lines.slice(0, SHOWN + 1).join('\n')}</pre>
    </>
  );
}
