import { useContext, type ReactNode } from 'react';
import { Link } from 'react-router';
import { MayOpen } from './may-open.js';

interface Props {
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to a page of another area: for who may not open it, it is just its words. */
export function RoleLink({ to, children }: Props) {
  return useContext(MayOpen)(to) ? <Link to={to}>{children}</Link> : children;
}
