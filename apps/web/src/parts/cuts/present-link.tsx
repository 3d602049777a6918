import type { ReactNode } from 'react';
import { RoleLink } from '../../shell/session/role-link.js';

interface Props {
  readonly isPast: boolean;
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to a page that only knows the present: in a list of the past, and for who may not open it, it is just its words. */
export function PresentLink({ isPast, to, children }: Props) {
  return isPast ? children : <RoleLink to={to}>{children}</RoleLink>;
}
