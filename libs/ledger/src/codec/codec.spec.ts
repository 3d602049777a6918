import { createHash } from 'node:crypto';
import { defineEvent, EVENT_CATALOGUE } from '@uitkomst/domain';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { NewEvent, Position, RecordedEvent } from '../ledger.js';
import { anEvent, PROVIDER } from '../testing/events.js';
import { CODEC, codecFor, sealed, UnknownEvent, type Codec } from './codec.js';
import { verifyBytes } from './verify-bytes.js';

const STREAM = 'client-0363-aaaaaaaaaaaaa';
const RECORDED_AT = '2025-03-01T09:00:00.000Z';

const CLAIM = {
  outcomeType: 'WORK',
  milestone: 'SUSTAINED',
  claimId: 'aaaaaaaaaaaaa.b',
  providerId: 'WERKPLUS',
  submittedOn: '2025-03-01',
  evidence: [{ kind: 'PAYSLIP', sha256: 'a'.repeat(64), id: '0195a000-0000-7000-8000-000000000001' }],
};
const submitted = (): NewEvent => anEvent({ type: 'ClaimSubmitted', payload: CLAIM, commandId: 'with "quotes"' });

function stored(codec: Codec, event: NewEvent, revision = 7): RecordedEvent {
  const prepared = codec.prepare(STREAM, event);
  const leafHash = sealed(prepared, revision, RECORDED_AT);
  const { id, type, stream, bytes } = prepared;
  const place = { position: 12 as Position, stream, revision, id, type, recordedAt: RECORDED_AT, leafHash };
  return codec.decode({ ...place, bytes });
}

const sha256 = (...parts: readonly (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const digestOf = (salt: string, name: string, part: string) =>
  sha256(sha256(Buffer.from(salt, 'hex'), name), part).toString('hex');

test('the leaf is the canonical text of the header and the salted digests of the parts', () => {
  const event = submitted();
  const { bytes, leafHash } = stored(CODEC, event);
  const { salt } = bytes;
  const open = canonicalize({ outcomeType: 'WORK', milestone: 'SUSTAINED' });
  const { outcomeType: _, milestone: __, ...rest } = CLAIM;
  const provider = canonicalize(rest);
  const actor = canonicalize(PROVIDER);
  expect(bytes).toMatchObject({ open, provider, actor });
  expect(bytes.municipality).toBeUndefined();
  const leaf = canonicalize({
    digests: { open: digestOf(salt, 'open', open ?? ''), provider: digestOf(salt, 'provider', provider ?? '') },
    header: {
      v: 1,
      id: event.id,
      stream: sha256(`uitkomst/stream/${STREAM}`).toString('hex').slice(0, 32),
      revision: 7,
      type: 'ClaimSubmitted',
      schema: 1,
      recordedAt: RECORDED_AT,
      commandId: event.commandId,
      commandHash: event.commandHash,
      actor: digestOf(salt, 'actor', actor ?? ''),
    },
  });
  expect(bytes.leaf).toBe(leaf);
  expect(leafHash).toBe(sha256('\0', leaf ?? '').toString('hex'));
});

test('the same event twice has other salts, so equal parts do not show', () => {
  const [one, other] = [stored(CODEC, submitted()), stored(CODEC, submitted())];
  expect(one.bytes.salt).toMatch(/^[0-9a-f]{32}$/);
  expect(one.bytes.salt).not.toBe(other.bytes.salt);
  expect(one.bytes.leaf).not.toBe(other.bytes.leaf);
});

test('what is read is what was recorded', () => {
  const event = submitted();
  const { id, type, payload, actor, commandId, commandHash, revision, recordedAt } = stored(CODEC, event);
  expect({ id, type, payload, actor, commandId, commandHash }).toEqual(event);
  expect({ revision, recordedAt }).toEqual({ revision: 7, recordedAt: RECORDED_AT });
});

test('every event of the catalogue says of each field who may read it', () => {
  for (const { type, payload, audienceOf } of Object.values(EVENT_CATALOGUE))
    expect({ type, fields: Object.keys(audienceOf).toSorted() }).toEqual({
      type,
      fields: Object.keys(payload.shape).toSorted(),
    });
});

test('an event that this program does not know is refused, when written and when read', () => {
  expect(() => CODEC.prepare(STREAM, anEvent({ type: 'toString' }))).toThrow(UnknownEvent);
  const known = stored(CODEC, submitted());
  expect(() => CODEC.decode({ ...known, type: 'ClaimFoundFraudulent' })).toThrow(UnknownEvent);
});

const first = defineEvent('TestMade', { open: { name: z.string() }, municipality: { days: z.int() } });
const third = {
  ...defineEvent('TestMade', { open: { names: z.array(z.string()) }, municipality: { hours: z.int() } }),
  version: 3,
};
const THIRD = codecFor(
  { TestMade: third },
  {
    upcasters: {
      TestMade: {
        1: ({ name, ...others }) => ({ ...others, names: [name] }),
        2: ({ days, ...others }) => ({ ...others, hours: Number(days) * 24 }),
      },
    },
  },
);

test('an event of an older version is read as the newest, and its bytes stay as they were', () => {
  const old = stored(codecFor({ TestMade: first }), anEvent({ type: 'TestMade', payload: { name: 'x', days: 2 } }));
  const read = THIRD.decode(old);
  expect(read.payload).toEqual({ names: ['x'], hours: 48 });
  expect(read.bytes).toBe(old.bytes);
  expect(verifyBytes(read)).toEqual([]);
});

test('an event of a newer version, or without the step that brings it here, is refused', () => {
  const newer = stored(THIRD, anEvent({ type: 'TestMade', payload: { names: [], hours: 1 } }));
  expect(() => codecFor({ TestMade: first }).decode(newer).payload).toThrow(UnknownEvent);
  const old = stored(codecFor({ TestMade: first }), anEvent({ type: 'TestMade', payload: { name: 'x', days: 2 } }));
  expect(() => codecFor({ TestMade: third }).decode(old).payload).toThrow('No upcaster for TestMade version 1');
});

test('whatever is changed in a stored event is named', () => {
  const event = stored(CODEC, submitted());
  const faults = (change: Partial<RecordedEvent>) => verifyBytes(CODEC.decode({ ...event, ...change }));
  const bytes = (change: Partial<RecordedEvent['bytes']>) => faults({ bytes: { ...event.bytes, ...change } });
  expect(faults({})).toEqual([]);
  expect(faults({ id: anEvent().id })).toEqual(['id']);
  expect(faults({ type: 'ClaimWithdrawn' })).toEqual(['type']);
  expect(faults({ revision: 8 })).toEqual(['revision']);
  expect(faults({ stream: `${STREAM}x` })).toEqual(['stream']);
  expect(faults({ recordedAt: '2025-03-01T09:00:00.001Z' })).toEqual(['recordedAt']);
  expect(faults({ leafHash: 'f'.repeat(64) })).toEqual(['leafHash']);
  expect(bytes({ actor: event.bytes.actor.replace('p-1', 'p-2') })).toEqual(['actor']);
  expect(bytes({ open: '{}' })).toEqual(['open']);
  expect(bytes({ municipality: '{}' })).toEqual(['municipality']);
  expect(bytes({ provider: event.bytes.provider?.replace('WERKPLUS', 'ANDERS') ?? '' })).toEqual(['provider']);
  expect(bytes({ salt: '0'.repeat(32) })).toEqual(['actor', 'open', 'provider']);
  for (const salt of ['', `${event.bytes.salt}00`, event.bytes.salt.replace(/.$/, 'x')])
    expect(bytes({ salt })).toEqual(['salt']);
  expect(bytes({ leaf: event.bytes.leaf.replace('"revision":7', '"revision":8') })).toEqual(['leafHash', 'revision']);
  expect(bytes({ leaf: event.bytes.leaf.replace('"revision":7', '"revision": 7') })).toEqual(['leafHash', 'leaf']);
  for (const leaf of ['', 'null', '{}', '[]']) expect(bytes({ leaf })).toEqual(['leafHash', 'leaf']);
});
