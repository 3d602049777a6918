import { CalendarDate, Code, ListId, PersonRef, RefusedErasure, Sha256 } from '@uitkomst/domain';
import { z } from 'zod';
import { Instant, PageQuery, pageOf, Receipt } from './values.contract.js';

const DOSSIERS_MAX = 500;
const TEXT_MAX = 10_000;

export const ProposeErasure = z
  .strictObject({ dossierRefs: z.array(PersonRef).min(1).max(DOSSIERS_MAX), ground: Code })
  .meta({ id: 'ProposeErasure', description: 'Voorstel om persoonsgegevens te vernietigen, met de grond' });
export type ProposeErasure = z.infer<typeof ProposeErasure>;

export const DecideErasure = z
  .strictObject({
    erased: z.array(PersonRef).max(DOSSIERS_MAX),
    refused: z.array(RefusedErasure).max(DOSSIERS_MAX),
  })
  .meta({
    id: 'DecideErasure',
    description: 'Besluit op een vernietigingslijst; iedereen op de lijst komt één keer voor',
  });
export type DecideErasure = z.infer<typeof DecideErasure>;

export const ErasureListParams = z.object({ listId: ListId });

const ErasureEntry = z
  .object({
    dossierRef: PersonRef,
    outcome: z.enum(['PROPOSED', 'ERASED', 'REFUSED']),
    ground: z.string().nullable().describe('Grond van een weigering'),
    retentionUntilOn: CalendarDate.nullable().describe('Tot wanneer de gegevens bewaard worden'),
  })
  .meta({ id: 'ErasureEntry' });

export const ErasureListView = z
  .object({
    listId: ListId,
    status: z.enum(['PROPOSED', 'DECIDED']),
    ground: z.string(),
    proposedOn: CalendarDate,
    proposer: z.string(),
    decidedOn: CalendarDate.nullable(),
    decider: z.string().nullable(),
    entries: z.array(ErasureEntry),
    receipt: Receipt.optional(),
  })
  .meta({ id: 'ErasureList', description: 'Vernietigingslijst' });
export type ErasureListView = z.infer<typeof ErasureListView>;

export const ErasureListPage = pageOf(
  'ErasureListPage',
  z
    .object({
      listId: ListId,
      status: z.enum(['PROPOSED', 'DECIDED']),
      persons: z.int().min(0),
      proposedOn: CalendarDate,
    })
    .meta({ id: 'ErasureListSummary' }),
);
export const ListErasures = z.strictObject({ ...PageQuery });

/** Who somebody is; kept in the vault, never in an event. */
export const Identity = z
  .strictObject({
    name: z.string().min(1).max(200),
    address: z.string().min(1).max(500).optional(),
  })
  .meta({ id: 'Identity', description: 'Naam en adres van een cliënt; alleen in de kluis' });
export type Identity = z.infer<typeof Identity>;

export const IdentityKept = z
  .object({ dossierRef: PersonRef, commitment: Sha256.describe('Gezouten hash, zonder de kluis betekenisloos') })
  .meta({ id: 'IdentityKept' });
export const IdentityView = z
  .object({ dossierRef: PersonRef, identity: Identity.nullable() })
  .meta({ id: 'IdentityView' });

export const KeepWords = z
  .strictObject({ language: z.enum(['nl', 'en']), value: z.string().min(1).max(TEXT_MAX) })
  .meta({ id: 'KeepWords', description: 'Vrije tekst: een verklaring, gronden van bezwaar, een toelichting' });
export type KeepWords = z.infer<typeof KeepWords>;
export const WordsKept = z
  .object({
    recordId: z.string(),
    commitment: Sha256.describe('Noem deze waarde als wordsCommitment of groundsCommitment in een feit of bezwaar'),
  })
  .meta({ id: 'WordsKept', description: 'Woorden in de kluis' });
export const WordsParams = z.object({ dossierRef: PersonRef, recordId: z.string().regex(/^words\.[a-z2-7]{16}$/) });
export const WordsView = z
  .object({ dossierRef: PersonRef, recordId: z.string(), words: KeepWords })
  .meta({ id: 'WordsView' });

/** Shown once: nobody can look it up again. */
export const LetterCodeMade = z
  .object({
    dossierRef: PersonRef,
    code: z.string().describe('Op de brief af te drukken; vijf groepen van vijf tekens'),
    endsAt: Instant.describe('Tot wanneer de cliënt zich ermee aanmeldt'),
  })
  .meta({ id: 'LetterCodeMade', description: 'Code waarmee een cliënt zich aanmeldt; een eerdere geldt niet meer' });
