import type { ComponentType } from 'react';
import type { Role } from './session/session.js';

/** One entry of the navigation. */
export interface AreaLink {
  readonly path: string;
  readonly label: { readonly nl: string; readonly en: string };
  /** Whose navigation it is in; all roles of the area when left out. */
  readonly roles?: readonly Role[];
}

/** A folder of screens: who may enter, what the navigation says, and how its code is fetched once somebody enters. */
export interface Area {
  /** First part of the path of all its screens. */
  readonly path: string;
  readonly roles: readonly Role[];
  readonly links: readonly AreaLink[];
  readonly load: () => Promise<{ readonly Screens: ComponentType }>;
}

export const isFor = (allowed: readonly Role[], roles: readonly Role[]): boolean =>
  roles.some((role) => allowed.includes(role));
