import type { Day } from '@uitkomst/domain';
import { isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { z } from 'zod';
import { BankFileRefused, type BankEntry, type BankMessage } from './bank-message.js';
import { Booking, Camt053, entriesOfBooking, mayBeOurs } from './camt-053.js';
import { refuseAhead } from './day-ahead.js';
import { messageOfPain002, Pain002 } from './pain-002.js';

const DEPTH_MAX = 40;
/** The root with its namespace: whatever the version, the paths we read are the same. */
const NAMESPACE =
  /<(?:[\w-]+:)?Document\b[^>]*?\sxmlns(?::[\w-]+)?\s*=\s*["']urn:iso:std:iso:20022:tech:xsd:([a-z]+\.\d{3})\.\d{3}\.\d{2}["']/;

const PARSER = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  processEntities: false,
  parseTagValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEPTH_MAX,
});

/**
 * Reads pain.002 or camt.053 on a day. What cannot be read, or tells of a day to come, is refused as a whole ({@link BankFileRefused});
 * what is read is not yet believed.
 */
export async function readBankMessage(bytes: Buffer, today: Day): Promise<BankMessage> {
  const text = textOf(bytes);
  const kind = NAMESPACE.exec(text)?.[1];
  const wellFormed = XMLValidator.validate(text);
  if (wellFormed !== true) throw new BankFileRefused('NOT_WELL_FORMED', `line ${wellFormed.err.line}`);
  if (kind === 'pain.002') return messageOfPain002(parsed(Pain002, documentOf(text), ''), today);
  if (kind === 'camt.053') return statement(text.replaceAll(COMMENT, ''), today);
  throw new BankFileRefused('NOT_A_BANK_MESSAGE');
}

const COMMENT = /<!--[^]*?-->/g;
const ENTRY = /<((?:[\w-]+:)?)Ntry>[^]*?<\/\1Ntry>/g;
const ENTRIES_AT_ONCE = 200;

/** A statement is read entry by entry, so that a large one holds up nobody else. */
async function statement(text: string, today: Day): Promise<BankMessage> {
  const { GrpHdr } = parsed(Camt053, documentOf(text.replaceAll(ENTRY, '')), '').BkToCstmrStmt;
  const writtenOn = GrpHdr.CreDtTm;
  refuseAhead(writtenOn, today, 'BkToCstmrStmt/GrpHdr/CreDtTm');
  const entries: BankEntry[] = [];
  let number = 0;
  for (const [entry] of text.matchAll(ENTRY)) {
    number += 1;
    const place = `entry ${number}`;
    if (mayBeOurs(entry))
      entries.push(...entriesOfBooking(parsed(Booking, treeOf(entry)['Ntry'], place), { place, writtenOn, today }));
    else entries.push({ place, result: 'OTHER', on: writtenOn });
    if (number % ENTRIES_AT_ONCE === 0) await setImmediate();
  }
  return { kind: 'CAMT_053', messageId: GrpHdr.MsgId, entries };
}

function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new BankFileRefused('NOT_UTF8');
  const text = bytes.toString('utf8');
  const declared = /^\uFEFF?<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1] ?? 'UTF-8';
  if (!/^(utf-?8|us-ascii)$/i.test(declared) && !/^[\0-\x7f]*$/.test(text)) throw new BankFileRefused('NOT_UTF8');
  // Nobody needs one in a bank message, and with one a kilobyte becomes a gigabyte.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new BankFileRefused('DOCTYPE');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function parsed<T extends z.ZodType>(schema: T, node: unknown, place: string): z.output<T> {
  const read = schema.safeParse(node);
  if (read.success) return read.data;
  throw new BankFileRefused('WRONG_SHAPE', [place, ...(read.error.issues[0]?.path ?? [])].filter(Boolean).join('/'));
}

const documentOf = (text: string): unknown => treeOf(text)['Document'];

function treeOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return PARSER.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw new BankFileRefused('TOO_DEEP');
  }
}
