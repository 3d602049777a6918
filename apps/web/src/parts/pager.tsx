import { usePartsTexts } from './parts-texts.js';

interface Props {
  readonly page: number;
  readonly pageSize: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/** Which page of a list is shown, and the way to the others. */
export function Pager({ page, pageSize, count, onPage }: Props) {
  const texts = usePartsTexts();
  const pages = Math.max(1, Math.ceil(count / pageSize));
  if (pages === 1) return null;
  return (
    <nav aria-label={texts.pages} className="pager">
      <button type="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {texts.previous}
      </button>
      <span>{texts.pageOf(page, pages)}</span>
      <button type="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {texts.next}
      </button>
    </nav>
  );
}
