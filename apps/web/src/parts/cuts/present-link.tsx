import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props {
  readonly isPast: boolean;
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to a page that only knows the present: in a list of the past it is just its words. */
export function PresentLink({ isPast, to, children }: Props) {
  return isPast ? children : <Link to={to}>{children}</Link>;
}
