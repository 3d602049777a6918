import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { KeyFileBroken, keysRead, placedOnce } from '@uitkomst/ledger';
import {
  CompactEncrypt,
  compactDecrypt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { z } from 'zod';

const ENCRYPTION = 'A256GCM';
const WRAPPING = 'ECDH-ES+A256KW';

const Keys = z.object({
  keys: z.array(
    z.union([
      z.strictObject({ kty: z.literal('oct'), use: z.literal('sig'), kid: z.string(), k: z.string().min(43) }),
      z.looseObject({ kty: z.literal('EC'), use: z.literal('enc'), kid: z.string(), alg: z.literal(WRAPPING) }),
    ]),
  ),
});

/** What a message cannot be opened with: not for us, changed, or no JWE at all. */
export class NotForUs extends Error {
  override readonly name = 'NotForUs';
}

/** The secrets towards Kafka: what makes the keys of messages, and what opens messages about persons. */
export interface KafkaKeys {
  /** With it a stream's name becomes the key of its messages. It must not change: a client's order hangs on it. */
  readonly streamSecret: Uint8Array;
  /** What deliverers encrypt with; the first is the one to use. */
  readonly publicKeys: readonly JWK[];
  /** Encrypts to ourselves, as a compact JWE. */
  seal(text: string): Promise<string>;
  /** Throws NotForUs. */
  open(jwe: string): Promise<string>;
}

/** Reads the key file, or makes it: of two processes that start at once one makes it, and both read the same. */
export async function kafkaKeysIn(path: string): Promise<KafkaKeys> {
  const text = readIfThere(path) ?? (await made(path));
  const { keys } = keysRead(path, () => Keys.parse(JSON.parse(text)));
  const secret = keys.find((key) => key.kty === 'oct');
  const [current, ...earlier] = keys.filter((key) => key.kty === 'EC') as JWK[];
  if (!secret || !current) throw new KeyFileBroken(path);
  const byId = new Map([current, ...earlier].map((key) => [key.kid, key]));
  return {
    streamSecret: Buffer.from(secret.k, 'base64url'),
    publicKeys: [current, ...earlier].map(publicPart),
    seal: async (plain) => {
      const header = { alg: WRAPPING, enc: ENCRYPTION, ...(current.kid !== undefined && { kid: current.kid }) };
      return new CompactEncrypt(Buffer.from(plain))
        .setProtectedHeader(header)
        .encrypt(await importJWK(publicPart(current), WRAPPING));
    },
    open: (jwe) => opened(jwe, byId, current),
  };
}

const publicPart = ({ d: _private, ...shown }: JWK): JWK => shown;

async function opened(jwe: string, byId: ReadonlyMap<string | undefined, JWK>, current: JWK): Promise<string> {
  try {
    const key = byId.get(decodeProtectedHeader(jwe).kid) ?? current;
    const { plaintext } = await compactDecrypt(jwe, await importJWK(key, WRAPPING), {
      keyManagementAlgorithms: [WRAPPING],
      contentEncryptionAlgorithms: [ENCRYPTION],
    });
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch (error) {
    throw new NotForUs('Not a JWE that can be opened', { cause: error });
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The whole file or none, for its owner only; who comes second takes what the first made. */
async function made(path: string): Promise<string> {
  const { privateKey } = await generateKeyPair(WRAPPING, { crv: 'P-256', extractable: true });
  const encryption = { ...(await exportJWK(privateKey)), use: 'enc', alg: WRAPPING, kid: randomUUID() };
  const secret = { kty: 'oct', use: 'sig', kid: randomUUID(), k: randomBytes(32).toString('base64url') };
  mkdirSync(dirname(path), { recursive: true });
  placedOnce(path, (draft) => {
    const file = openSync(draft, 'wx', 0o600);
    writeSync(file, JSON.stringify({ keys: [secret, encryption] }, undefined, 2));
    fsyncSync(file);
    closeSync(file);
  });
  return readFileSync(path, 'utf8');
}
