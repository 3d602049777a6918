import { readFileSync } from 'node:fs';
import { CheckStaffing } from '@uitkomst/contracts';
import type { StaffMember } from '@uitkomst/domain';

/** The municipality's staff with their roles (STAFF_FILE), without names; whatever is wrong with the list stops the start. */
export function readStaff(file: string | undefined): readonly StaffMember[] {
  if (file === undefined) return [];
  const parsed = CheckStaffing.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data.people;
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`STAFF_FILE ${file}: ${places.join('; ')}`);
}
