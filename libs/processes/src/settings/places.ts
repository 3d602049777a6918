import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Relation } from './read-environment.js';

/** `file`: is there already. `own file`, `folder`: made where it is not. `shown folder`: is only read, and may be absent. */
type Kind = 'file' | 'own file' | 'folder' | 'shown folder';

export interface Place {
  /** The setting that names it. */
  readonly name: string;
  /** Undefined where it is not named: then nothing is looked at. */
  readonly path: string | undefined;
  readonly kind: Kind;
  /** What is wrong with the text of a file, if anything. */
  readonly fault?: (text: string) => string | undefined;
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read or written by this program',
  EPERM: 'may not be read or written by this program',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'is no folder',
  EROFS: 'may only be read',
  ENOSPC: 'lies on a disk that is full',
  ELOOP: 'is a link to itself',
};

/** Why a file or folder cannot be used, in words; undefined for an error that is not about one. */
export function reasonOf(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? undefined : WHY[code];
}

/** What is wrong with a file or folder that a setting names: found before anything is opened, and told with the rest. */
export function placeRelation({ name, path, kind, fault }: Place): Relation {
  const found = path === undefined ? undefined : faultOf(path, kind, fault);
  return [found !== undefined, `${name}: ${found}`];
}

function faultOf(path: string, kind: Kind, fault: Place['fault']): string | undefined {
  try {
    if (kind === 'file') return told(path, fault?.(readFileSync(path, 'utf8')));
    if (kind === 'shown folder')
      return existing(path)?.isDirectory() === false ? told(path, WHY['ENOTDIR']) : undefined;
    if (kind === 'folder') return folderFault(path);
    const found = existing(path);
    if (found?.isDirectory() === true) return told(path, WHY['EISDIR']);
    if (found !== undefined) accessSync(path, constants.R_OK | constants.W_OK);
    return folderFault(dirname(path));
  } catch (error) {
    return told(path, reasonOf(error) ?? (error as Error).message);
  }
}

const told = (path: string, reason: string | undefined): string | undefined => reason && `${path} ${reason}`;

/** Of a folder that is not there yet: whether it can be made in the nearest one that is. */
function folderFault(path: string): string | undefined {
  const found = existing(path);
  if (found === undefined) return dirname(path) === path ? undefined : folderFault(dirname(path));
  if (!found.isDirectory()) return told(path, WHY['ENOTDIR']);
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  return undefined;
}

/** Below something that is no folder there is nothing either. */
function existing(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
