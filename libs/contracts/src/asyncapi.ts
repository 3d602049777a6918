import { z } from 'zod';
import { DeadLetter, DeliveryMessage } from './deliveries.contract.js';
import { PUBLICATIONS, TOPICS, type Publication, type Topic } from './published-events.contract.js';

type Json = Readonly<Record<string, unknown>>;

const CLOUD_EVENT = 'application/cloudevents+json';
const DESCRIPTION = [
  'Wat Uitkomst over Kafka publiceert en ontvangt. Gebeurtenissen zijn CloudEvents (NL GOV profile) in structured mode; over een',
  'persoon dragen zij geen gegevens, alleen het adres waar wie dat mag ze leest. Afleveren gebeurt ten minste één keer: wie per',
  'partitie het hoogste sequence onthoudt, laat herhalingen vallen.',
].join(' ');

const CHANNELS: Readonly<Record<keyof typeof TOPICS, string>> = {
  claims: 'Alles over declaraties, als verwijzing; per cliënt in volgorde',
  norms: 'Normenkaders, tarieven, volledigheid van bronnen en rapporten, met inhoud',
  seals: 'Zegels van het grootboek',
  deliveries: 'Leveringen van feiten; met een BSN alleen als JWE (ECDH-ES+A256KW, A256GCM)',
  deadLetters: 'Wat niet kon worden verwerkt, met de reden; het bericht zelf is versleuteld',
};

/** The AsyncAPI 3.1 document: made from the schemas that check what comes in and shape what goes out. */
export function buildAsyncApi(version: string): Json {
  const schemas: Record<string, unknown> = {};
  const named = (id: string, schema: z.ZodType, io: 'input' | 'output'): Json => {
    const { $schema: _dialect, $defs = {}, ...own } = z.toJSONSchema(schema, { io });
    Object.assign(schemas, moved({ ...$defs, [id]: own }));
    return { $ref: `#/components/schemas/${id}` };
  };
  const messages: Record<string, Json> = {};
  for (const [name, publication] of Object.entries(PUBLICATIONS))
    messages[name] = published(name, publication, publication.data && named(name, publication.data, 'output'));
  const delivery = {
    oneOf: [named('DeliveryMessage', DeliveryMessage, 'input'), { type: 'string', description: 'JWE' }],
  };
  messages['Delivery'] = { name: 'Delivery', title: 'Levering', contentType: 'application/json', payload: delivery };
  const letter = named('DeadLetter', DeadLetter, 'output');
  messages['DeadLetter'] = { name: 'DeadLetter', title: 'Uitval', contentType: 'application/json', payload: letter };
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Uitkomst',
      version,
      description: DESCRIPTION,
      contact: { name: 'Team Uitkomst', url: 'https://example.nl/uitkomst', email: 'uitkomst@example.nl' },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl' },
      tags: [{ name: 'kafka', description: 'Berichten over Kafka' }],
    },
    defaultContentType: CLOUD_EVENT,
    channels: Object.fromEntries(Object.keys(CHANNELS).map((channel) => [channel, channelOf(channel as Channel)])),
    operations: Object.fromEntries(Object.keys(CHANNELS).map((channel) => operationOf(channel as Channel))),
    components: { messages, schemas },
  };
}

type Channel = keyof typeof TOPICS;

/** References within a schema of its own become references to the components. */
const moved = (schemas: Json): Json =>
  JSON.parse(JSON.stringify(schemas).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;

const messagesOn = (topic: Topic): readonly string[] => {
  if (topic === TOPICS.deliveries) return ['Delivery'];
  if (topic === TOPICS.deadLetters) return ['DeadLetter'];
  return Object.entries(PUBLICATIONS).flatMap(([name, publication]) => (publication.topic === topic ? [name] : []));
};

function channelOf(channel: Channel): Json {
  const names = messagesOn(TOPICS[channel]);
  return {
    address: TOPICS[channel],
    description: CHANNELS[channel],
    messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
  };
}

function operationOf(channel: Channel): readonly [string, Json] {
  const action = channel === 'deliveries' ? 'receive' : 'send';
  const operation = { action, channel: { $ref: `#/channels/${channel}` }, description: CHANNELS[channel] };
  return [`${action}${channel.charAt(0).toUpperCase()}${channel.slice(1)}`, operation];
}

/** A CloudEvent as it goes out: with its data, or with the address where it can be read. */
function published(name: string, { type }: Publication, data: Json | undefined): Json {
  const uri = { type: 'string', format: 'uri' };
  const attributes = {
    id: { type: 'string', format: 'uuid' },
    specversion: { const: '1.0' },
    source: { type: 'string', pattern: '^urn:nld:oin:\\d{20}:systeem:uitkomst$' },
    type: { const: type },
    time: { type: 'string', format: 'date-time', description: 'Moment waarop het grootboek het vastlegde' },
    subject: { type: 'string' },
    datacontenttype: { const: 'application/json' },
    dataschema: uri,
    sequence: { type: 'string', pattern: '^-?\\d+$', description: 'Volgnummer van alles wat gepubliceerd is' },
    sequencetype: { const: 'Integer' },
    ...(data ? { data } : { dataref: { ...uri, description: 'Waar wie dat mag het leest' } }),
  };
  const payload = { type: 'object', required: Object.keys(attributes), properties: attributes };
  return { name, title: type, contentType: CLOUD_EVENT, payload };
}
