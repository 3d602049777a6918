import { readFileSync } from 'node:fs';
import { CheckStaffing } from '@uitkomst/contracts';
import type { StaffMember } from '@uitkomst/domain';

/** The municipality's staff with their roles (STAFF_FILE), without names; that it is a list was seen with the settings. */
export const readStaff = (file: string | undefined): readonly StaffMember[] =>
  file === undefined ? [] : CheckStaffing.parse(JSON.parse(readFileSync(file, 'utf8'))).people;

/** What is wrong with the text of such a list, if anything. */
export function staffFault(text: string): string | undefined {
  const parsed = CheckStaffing.safeParse(jsonIn(text));
  if (parsed.success) return undefined;
  const places = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  return `is no list of staff in JSON: ${places.join('; ')}`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // As little a list as any other text.
  }
}
