import { usePartsTexts } from './parts-texts.js';

interface Props {
  readonly page: number;
  readonly pageSize: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/**
 * Which page of a list is shown, and the way to the others. At an end the button that leads no further keeps the focus: taken away, who
 * works by keyboard would be at the top of the page again.
 */
export function Pager({ page, pageSize, count, onPage }: Props) {
  const texts = usePartsTexts();
  const pages = Math.max(1, Math.ceil(count / pageSize));
  if (pages === 1) return null;
  return (
    <nav aria-label={texts.pages} className="pager">
      <button type="button" aria-disabled={page <= 1} onClick={() => page > 1 && onPage(page - 1)}>
        {texts.previous}
      </button>
      <span aria-live="polite">{texts.pageOf(page, pages)}</span>
      <button type="button" aria-disabled={page >= pages} onClick={() => page < pages && onPage(page + 1)}>
        {texts.next}
      </button>
    </nav>
  );
}
