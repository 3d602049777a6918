import { batches } from '../batches/batches-area.js';
import { claims } from '../claims/claims-area.js';
import { clawbacks } from '../clawbacks/clawbacks-area.js';
import { desk } from '../desk/desk-area.js';
import { deliveries } from '../deliveries/deliveries-area.js';
import { files } from '../files/files-area.js';
import { finance } from '../finance/finance-area.js';
import { myClaims } from '../my-claims/my-claims-area.js';
import { myFile } from '../my-file/my-file-area.js';
import { myLetters } from '../my-letters/my-letters-area.js';
import { myPayments } from '../my-payments/my-payments-area.js';
import { objections } from '../objections/objections-area.js';
import { oversight } from '../oversight/oversight-area.js';
import { terms } from '../terms/terms-area.js';
import { isFor, type Area, type AreaLink } from './area.js';
import type { Role } from './session/session.js';

/** Every folder of screens, in the order of the navigation. A folder adds one line here and nothing elsewhere. */
export const AREAS: readonly Area[] = [
  desk,
  claims,
  finance,
  batches,
  clawbacks,
  objections,
  files,
  deliveries,
  myClaims,
  myLetters,
  myPayments,
  myFile,
  oversight,
  terms,
];

/** What the navigation offers somebody with these roles, in order; the first is where they begin. */
export const linksFor = (roles: readonly Role[]): AreaLink[] =>
  AREAS.filter((area) => isFor(area.roles, roles)).flatMap(({ links }) =>
    links.filter((link) => link.roles === undefined || isFor(link.roles, roles)),
  );

/** The link a page stands under: of those that lead to it the nearest. */
export const linkAbove = (links: readonly AreaLink[], pathname: string): AreaLink | undefined =>
  links
    .filter(({ path }) => `${pathname}/`.startsWith(`${path}/`))
    .toSorted((left, right) => right.path.length - left.path.length)[0];

/** Whether somebody with these roles may open what is at this path. */
export const mayOpen = (to: string, roles: readonly Role[]): boolean =>
  AREAS.some((area) => to.split('/')[1] === area.path && isFor(area.roles, roles));
