import { createHash } from 'node:crypto';
import { checkpointText, continuedOrigin, continues, firstOrigin, parseCheckpoint } from '../proofs/checkpoint.js';
import { entriesOf, entryBundle } from './entry-bundle.js';
import { NoteFault, noteText, parseNote, parseVerifierKey, verifierKeyText } from '../proofs/note.js';
import { cosign, newSigningKey, parseSigningKey } from './signing-key.js';
import { entriesPath, hashTilePath, tilesOf } from '../proofs/tile-layout.js';
import { isSignedBy, judgeNote } from '../proofs/verify-note.js';

// The example of Go's golang.org/x/mod/sumdb/note.
const SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNED = `${TEXT}
\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

describe('a signed note', () => {
  it('is read, checked, signed and written as Go does it', async () => {
    const note = parseNote(SIGNED);
    expect(note.text).toBe(TEXT);
    expect(await isSignedBy(note, [parseVerifierKey(PUBLIC)])).toBe(true);
    const key = parseSigningKey(SECRET);
    expect(noteText({ text: TEXT, signatures: [key.sign(TEXT)] })).toBe(SIGNED);
    expect(noteText({ text: TEXT, signatures: [await key.signAside(TEXT)] })).toBe(SIGNED);
    expect([verifierKeyText(key.verifier), key.secret]).toEqual([PUBLIC, SECRET]);
  });

  it('holds for those whose key signed it, as long as no key of theirs signed something else', async () => {
    const [one, other, stranger] = [newSigningKey('log'), newSigningKey('log'), newSigningKey('stranger')];
    const note = { text: TEXT, signatures: [one.sign(TEXT), stranger.sign('else\n')] };
    expect(await isSignedBy(note, [one.verifier])).toBe(true);
    expect(await isSignedBy(note, [other.verifier])).toBe(false);
    expect(await isSignedBy(note, [one.verifier, stranger.verifier])).toBe(false);
    expect(await isSignedBy({ ...note, text: `${TEXT}x\n` }, [one.verifier])).toBe(false);
    expect(await isSignedBy(note, [])).toBe(false);
  });

  it('carries the moment at which a witness saw it, and no other moment will do', async () => {
    const witness = newSigningKey('audit-office', 'witness');
    const seen = cosign(witness, TEXT, 1_700_000_000);
    const note = { text: TEXT, signatures: [seen] };
    expect(await judgeNote(parseNote(noteText(note)), [witness.verifier])).toEqual([
      { kind: 'good', key: witness.verifier, seenAt: '2023-11-14T22:13:20.000Z' },
    ]);
    const later = seen.signature.map((byte, index) => (index === 7 ? byte + 1 : byte));
    expect(await isSignedBy({ text: TEXT, signatures: [{ ...seen, signature: later }] }, [witness.verifier])).toBe(
      false,
    );
    const cut = seen.signature.slice(0, 64);
    expect(await isSignedBy({ text: TEXT, signatures: [{ ...seen, signature: cut }] }, [witness.verifier])).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['no signature', 'text\n\n'],
    ['no empty line', 'text\n\u2014 name AAAA\n'],
    ['another dash', SIGNED.replace('\u2014', '-')],
    ['a name with a plus', SIGNED.replace('PeterNeumann ', 'Peter+Neumann ')],
    ['bits left over in base64', SIGNED.replace('nAM=', 'nAN=')],
    ['a control character', SIGNED.replace('your', 'y\u0007our')],
    ['half a line at the end', SIGNED.slice(0, -1)],
    ['a signature too short to have a key id', 'text\n\n\u2014 name AAAA\n'],
  ])('is refused with %s', (_what, text) => {
    expect(() => parseNote(text)).toThrow(NoteFault);
  });

  it.each([
    ['nothing', ''],
    ['no key id', 'name+AAAA'],
    ['another key id', PUBLIC.replace('c74f20a3', 'c74f20a4')],
    ['an unknown kind of key', PUBLIC.replace('+AR', '+BR')],
    ['a key cut short', PUBLIC.slice(0, -4)],
  ])('is not checked with a key that has %s', (_what, text) => {
    expect(() => parseVerifierKey(text)).toThrow(NoteFault);
    expect(() => parseSigningKey(`PRIVATE+KEY+${text}`)).toThrow(NoteFault);
  });
});

test('a secret that is taken for a public key is not repeated', () => {
  const { secret } = newSigningKey('log', 'log');
  for (const text of [secret, 'a-key-of-the-vault'])
    expect(() => parseVerifierKey(text)).toThrow(
      new NoteFault('This is no public key of a log or witness (<name>+<key id>+<base64>), nor a file of them'),
    );
});

const ROOT = createHash('sha256').digest();

describe('a checkpoint', () => {
  it('is three lines, and says which log it continues by the name of its own', () => {
    const checkpoint = { origin: 'uitkomst/1', size: 12, root: Uint8Array.from(ROOT) };
    expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
    expect(parseCheckpoint(`${checkpointText(checkpoint)}more of its maker\n`)).toEqual(checkpoint);
    const after = continuedOrigin(checkpoint);
    expect(continues(after)).toEqual({ size: 12, root: ROOT.toString('hex') });
    expect(firstOrigin(continuedOrigin({ ...checkpoint, origin: after, size: 30 }))).toBe('uitkomst/1');
    expect(continues('uitkomst/1')).toBeUndefined();
  });

  it.each([
    ['without a root', 'log\n1\n'],
    ['of an odd size', `log\n01\n${ROOT.toString('base64')}\n`],
    ['of an enormous size', `log\n9999999999999999\n${ROOT.toString('base64')}\n`],
    ['of no log', `\n1\n${ROOT.toString('base64')}\n`],
    ['with half a root', `log\n1\n${ROOT.subarray(0, 16).toString('base64')}\n`],
  ])('is refused %s', (_what, text) => {
    expect(() => parseCheckpoint(text)).toThrow(NoteFault);
  });
});

test('tiles lie where C2SP says', () => {
  expect(hashTilePath(0, 1_234_067)).toBe('tile/0/x001/x234/067');
  expect(hashTilePath(1, 0, 7)).toBe('tile/1/000.p/7');
  expect(entriesPath(999, 256)).toBe('tile/entries/999');
  expect(entriesPath(1000, 1)).toBe('tile/entries/x001/000.p/1');
  expect([tilesOf(0, 70_000), tilesOf(1, 70_000), tilesOf(2, 70_000)]).toEqual([
    { full: 273, rest: 112 },
    { full: 1, rest: 17 },
    { full: 0, rest: 1 },
  ]);
});

test('a bundle gives back its leaves, and one that breaks off is refused', () => {
  const leaves = ['', 'é', 'x'.repeat(65_535)];
  const bundle = entryBundle(leaves);
  expect(entriesOf(bundle).map(String)).toEqual(leaves);
  expect(() => entryBundle(['x'.repeat(65_536)])).toThrow(RangeError);
  for (const length of [1, 3, bundle.length - 1])
    expect(() => entriesOf(bundle.subarray(0, length))).toThrow(NoteFault);
});
