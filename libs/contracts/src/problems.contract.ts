import { z } from 'zod';

/** Every kind of problem the API names, with the status it answers and its Dutch and English title (interfaces §1.6). */
export const PROBLEMS = {
  'ongeldige-invoer': { status: 400, nl: 'Ongeldige invoer', en: 'Invalid input' },
  'onbekende-verwijzing': { status: 400, nl: 'Onbekende verwijzing', en: 'Unknown reference' },
  'sleutel-ontbreekt': { status: 400, nl: 'Idempotency-Key ontbreekt', en: 'Idempotency-Key is missing' },
  'niet-aangemeld': { status: 401, nl: 'Niet aangemeld', en: 'Not signed in' },
  'geen-toegang': { status: 403, nl: 'Geen toegang', en: 'No access' },
  'rol-mag-niet': { status: 403, nl: 'Uw rol mag dit niet', en: 'Your role may not do this' },
  'dubbele-indiening': { status: 409, nl: 'Al ingediend', en: 'Already submitted' },
  'tweede-fiat-nodig': { status: 409, nl: 'Tweede fiat nodig', en: 'Second approval needed' },
  'besluit-verouderd': { status: 409, nl: 'Besluit is verouderd', en: 'Decision is stale' },
  'betaling-al-opgedragen': { status: 409, nl: 'Betaling is al opgedragen', en: 'Payment already ordered' },
  functiescheiding: { status: 409, nl: 'Functiescheiding', en: 'Separation of duties' },
  'onjuiste-status': { status: 409, nl: 'De status staat dit niet toe', en: 'The state does not allow this' },
  'dossier-bestaat': { status: 409, nl: 'Dossier bestaat al', en: 'File already exists' },
  'bestaat-al': { status: 409, nl: 'Bestaat al', en: 'Exists already' },
  'gevallen-falen': { status: 409, nl: 'Eigen gevallen falen', en: 'Own cases fail' },
  'sleutel-in-gebruik': { status: 409, nl: 'Sleutel in gebruik', en: 'Key in use' },
  'versie-verouderd': { status: 412, nl: 'Versie verouderd', en: 'Version is stale' },
  'sleutel-hergebruikt': { status: 422, nl: 'Sleutel hergebruikt', en: 'Key was used before' },
  'versie-ontbreekt': { status: 428, nl: 'If-Match ontbreekt', en: 'If-Match is missing' },
  'stand-wordt-gemaakt': { status: 503, nl: 'De stand wordt opgemaakt', en: 'The past state is being made' },
  'tijdelijk-niet-beschikbaar': { status: 503, nl: 'Tijdelijk niet beschikbaar', en: 'Temporarily unavailable' },
} as const satisfies Readonly<Record<string, { status: number; nl: string; en: string }>>;

export type ProblemSlug = keyof typeof PROBLEMS;

/** `urn:uitkomst:probleem:<slug>`: the stable name of a kind of problem. */
export const problemType = (slug: ProblemSlug): string => `urn:uitkomst:probleem:${slug}`;

export const FieldFault = z
  .object({
    in: z.enum(['body', 'query', 'param', 'header']).describe('Waar de fout zit'),
    pointer: z.string().describe('JSON-pointer naar het veld'),
    code: z.string().describe('Soort fout'),
    message: z.string().describe('Uitleg'),
  })
  .meta({ id: 'FieldFault', description: 'Fout in één veld van de aanvraag' });
export type FieldFault = z.infer<typeof FieldFault>;

/** RFC 9457; every error answer has this shape. */
export const ProblemDetails = z
  .looseObject({
    type: z.string().describe('urn:uitkomst:probleem:… of about:blank'),
    title: z.string(),
    status: z.int().min(100).max(599),
    detail: z.string(),
    instance: z.string().describe('Pad van de aanvraag, zonder zoekdeel'),
    code: z.string().optional().describe('Redencode van de weigering'),
    traceId: z.string().optional().describe('Kenmerk om de aanvraag in het logboek terug te vinden'),
    errors: z.array(FieldFault).optional().describe('Alle fouten in de invoer tegelijk'),
  })
  .meta({ id: 'ProblemDetails', description: 'Probleem (RFC 9457)' });
export type ProblemDetails = z.infer<typeof ProblemDetails>;

export const ProblemKind = z
  .object({
    type: z.string(),
    status: z.int(),
    titles: z.array(z.object({ language: z.enum(['nl', 'en']), value: z.string() })),
  })
  .meta({ id: 'ProblemKind', description: 'Soort probleem' });
export const ProblemKinds = z.object({ results: z.array(ProblemKind) }).meta({ id: 'ProblemKinds' });
