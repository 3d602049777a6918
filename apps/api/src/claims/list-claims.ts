import type { ClaimPage, ClaimRow, ListClaims } from '@uitkomst/contracts';
import { CLAIM_STATES, type ClaimState, type ClientFile, type Day, type ProviderStatus } from '@uitkomst/domain';
import { readDesk, readOwnClaims, type ReadStore } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff, type Principal } from '../shell/auth/principal.js';
import { reasonsOf, staffClaim, stateText } from '../shell/claim-view.js';
import { pageOf, pagingOf, type Paging } from '../shell/http/paging.js';
import { Problem } from '../shell/http/problem.js';
import { pagingOrAll } from '../shell/http/tables/whole-lists.js';
import { lookAt, type LookingServices } from '../shell/http/looking-back.js';

interface Asked {
  readonly principal: Principal;
  readonly query: ListClaims;
}

/** Staff list all claims, a provider its own, a client those about itself. */
export async function listClaims(
  services: LookingServices,
  { principal, query }: Asked,
  http: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<ClaimPage> {
  const paging = pagingOrAll(pagingOf(query), query, http.request);
  const { reads, fileOf, today, dates } = await lookAt(services, principal, query);
  if (isStaff(principal))
    return { ...pageOf(await allClaims(reads, { principal, query }, paging), paging, http), ...dates };
  if (principal.personRef !== undefined) {
    const file = await fileOf(principal.municipality, principal.personRef);
    return pageOf(claimsAbout(file, { query, today }, paging), paging, http);
  }
  if (!principal.roles.includes('PROVIDER')) throw new Problem('geen-toegang');
  return pageOf(await ownClaims(reads, { principal, query }, paging), paging, http);
}

type Found = { readonly count: number; readonly results: readonly ClaimRow[] };

async function allClaims(reads: ReadStore, { principal, query }: Asked, { limit, offset }: Paging): Promise<Found> {
  const { state } = query;
  const states = state === undefined ? {} : { states: CLAIM_STATES.filter((known) => known === state) };
  const { municipality } = principal;
  const { count, claims } = await readDesk(reads, { municipality, ...states, orderBy: 'submittedOn', limit, offset });
  const results = claims.map((claim) => ({
    claimId: claim.claimId,
    providerId: claim.providerId,
    state: claim.state satisfies ClaimState,
    stateText: stateText(claim.state),
    submittedOn: claim.submittedOn,
    milestone: claim.milestone,
    cents: claim.determinationId === undefined ? null : claim.cents,
    untilOn: claim.untilOn ?? null,
    providerReference: claim.providerReference ?? null,
    definition: claim.definition ?? null,
  }));
  return { count, results };
}

async function ownClaims(reads: ReadStore, { principal, query }: Asked, { limit, offset }: Paging): Promise<Found> {
  const { municipality, orgId: providerId } = principal;
  const statuses = query.state === undefined ? {} : { statuses: [query.state as ProviderStatus] };
  const asked = { municipality, providerId, ...statuses, limit, offset };
  const { count, rows } = await readOwnClaims(reads, asked);
  const results = rows.map(({ views: { nl, en }, ...claim }) => ({
    claimId: claim.claimId,
    providerId: claim.providerId,
    state: nl.status,
    stateText: stateText(nl.status),
    submittedOn: claim.submittedOn,
    milestone: claim.milestone,
    cents: nl.cents ?? null,
    untilOn: nl.untilOn ?? null,
    providerReference: claim.providerReference ?? null,
    reasons: reasonsOf(nl.readings, en.readings),
    respondUntilOn: claim.respondUntilOn ?? null,
    paidCents: claim.paidCents,
  }));
  return { count, results };
}

/** What was claimed about a client, the newest first: read from its file, in the full words a client reads about itself. */
function claimsAbout(
  file: ClientFile,
  { query, today }: { readonly query: ListClaims; readonly today: Day },
  { limit, offset }: Paging,
): Found {
  const rows = [...file.claims.values()].map((claim): ClaimRow => {
    const {
      claimId,
      providerId,
      state,
      stateText: label,
      submittedOn,
      milestone,
      ...more
    } = staffClaim(file, claim, today);
    const { cents = null, untilOn = null, reasons } = more;
    const known = { claimId, providerId, state, stateText: label, submittedOn, milestone };
    return Object.assign(known, { cents, untilOn, reasons, providerReference: null });
  });
  const found = rows
    .filter(({ state }) => query.state === undefined || state === query.state)
    .toSorted((a, b) => b.submittedOn.localeCompare(a.submittedOn));
  return { count: found.length, results: found.slice(offset, offset + limit) };
}
