import {
  DefinitionSetPublished,
  EVENT_CATALOGUE,
  ReportPublished,
  SourceWatermark,
  TariffSet,
  TreeHeadSigned,
  type EventDefinition,
} from '@uitkomst/domain';
import { z } from 'zod';

/** The Kafka topics of Uitkomst: three it publishes to, one it listens to, and one for what it could not take. */
export const TOPICS = {
  claims: 'uitkomst.claims.v1',
  norms: 'uitkomst.normen.v1',
  seals: 'uitkomst.zegels.v1',
  deliveries: 'uitkomst.leveringen.v1',
  deadLetters: 'uitkomst.leveringen-uitval.v1',
} as const;
export type Topic = (typeof TOPICS)[keyof typeof TOPICS];

/** What an event is published about, as far as its address and its subject need to know. */
export interface AboutEvent {
  readonly id: string;
  readonly stream: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** How an event goes out: with its own words where they are about no person, else as a reference to the API. */
export interface Publication {
  readonly topic: Topic;
  /** `nl.uitstroompremies.claim-determined.v1`. */
  readonly type: string;
  readonly subject: (about: AboutEvent) => string;
  /** Path in the API where those who may can read it; absent where the event itself says all. */
  readonly path?: (about: AboutEvent) => string;
  /** The shape of its data, where it carries any. */
  readonly data?: z.ZodObject;
}

const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
const typeOf = (name: string): string => `nl.uitstroompremies.${kebab(name)}.v${EVENT_CATALOGUE[name]?.version ?? 1}`;
const text = (about: AboutEvent, field: string): string => String(about.payload[field]);

/** What the municipality's staff alone may read stays inside. */
function outward({ payload, audienceOf }: EventDefinition): z.ZodObject {
  const fields = Object.entries(payload.shape).filter(([field]) => audienceOf[field] !== 'municipality');
  return z.object(Object.fromEntries(fields));
}

const told = (definition: EventDefinition, topic: Topic, subject: Publication['subject']): Publication => ({
  topic,
  type: typeOf(definition.type),
  subject,
  data: outward(definition),
});

const referred = (type: string, path: NonNullable<Publication['path']>, subject = 'claimId'): Publication => ({
  topic: TOPICS.claims,
  type: typeOf(type),
  subject: (about) => text(about, subject),
  path,
});

const ofClaim = (about: AboutEvent): string => `/claims/${text(about, 'claimId')}`;
const within = (part: string) => (about: AboutEvent) => `${ofClaim(about)}/${part}`;
/** The client's pseudonym, from the name of the stream. */
const dossierOf = ({ stream }: AboutEvent): string => stream.slice(stream.lastIndexOf('-') + 1);

/** Where each can be read, and under which id it is known; by the beginning of its name, the longest that fits. */
const FAMILIES: Readonly<
  Record<string, { readonly path: NonNullable<Publication['path']>; readonly subject?: string }>
> = {
  Claim: { path: ofClaim },
  ClaimDetermined: { path: (about) => `${ofClaim(about)}/vaststellingen/${about.id}` },
  DecisionNotified: { path: within('bekendmakingen') },
  Approval: { path: within('beoordelingen') },
  AttributionDecided: { path: (about) => `/dossiers/${dossierOf(about)}/toerekeningen`, subject: 'jobId' },
  Payment: { path: ofClaim },
  Clawback: { path: (about) => `/terugvorderingen/${text(about, 'clawbackId')}`, subject: 'clawbackId' },
  Objection: { path: (about) => `/bezwaren/${text(about, 'objectionId')}`, subject: 'objectionId' },
};

const BY_REFERENCE: Readonly<Record<string, Publication>> = Object.fromEntries(
  Object.keys(EVENT_CATALOGUE).flatMap((type) => {
    const [family] = Object.keys(FAMILIES)
      .filter((name) => type.startsWith(name))
      .toSorted((one, other) => other.length - one.length);
    const found = family === undefined ? undefined : FAMILIES[family];
    return found ? [[type, referred(type, found.path, found.subject)]] : [];
  }),
);

/** Every event that goes out, by its stored name; what is not named here stays inside (interfaces §4). */
export const PUBLICATIONS: Readonly<Record<string, Publication>> = {
  ...BY_REFERENCE,
  DefinitionSetPublished: told(
    DefinitionSetPublished,
    TOPICS.norms,
    (about) => `${text(about, 'definitionId')}@${text(about, 'version')}`,
  ),
  TariffSet: told(TariffSet, TOPICS.norms, (about) => text(about, 'contractId')),
  SourceWatermark: told(SourceWatermark, TOPICS.norms, (about) => text(about, 'system')),
  ReportPublished: told(ReportPublished, TOPICS.norms, (about) => text(about, 'reportId')),
  TreeHeadSigned: told(TreeHeadSigned, TOPICS.seals, (about) => `zegel-${text(about, 'size')}`),
};
