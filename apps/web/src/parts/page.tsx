import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { usePartsTexts } from './parts-texts.js';

interface Props {
  readonly title: string;
  /** The pages above this one, outermost first. */
  readonly above?: readonly { readonly path: string; readonly title: string }[];
  readonly children: ReactNode;
}

let firstPath: string | undefined;

/** A page: its name in the tab and in the heading. After navigation the heading has the focus, so that it is read out. */
export function Page({ title, above, children }: Props) {
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Uitkomst`;
  }, [title]);
  useEffect(() => {
    if (firstPath === undefined) firstPath = pathname;
    else if (firstPath !== pathname) {
      firstPath = '';
      heading.current?.focus();
      globalThis.scrollTo(0, 0);
    }
  }, [pathname]);
  return (
    <>
      {above !== undefined && <Breadcrumbs above={above} title={title} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}

function Breadcrumbs({ above, title }: Required<Pick<Props, 'above' | 'title'>>) {
  const texts = usePartsTexts();
  return (
    <nav aria-label={texts.breadcrumbs} className="breadcrumbs">
      <ol>
        {above.map(({ path, title: name }) => (
          <li key={path}>
            <Link to={path}>{name}</Link>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}
