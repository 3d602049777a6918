import { useShellTexts } from '../../shell/shell-texts.js';

/** Somebody by reference and roles in words: "auditor-1 (Auditor)". */
export function useRolesSaid(): (subject: string | undefined, roles: string | undefined) => string {
  const names: Readonly<Record<string, string>> = useShellTexts().roles;
  return (subject = '–', roles = '') =>
    roles === ''
      ? subject
      : `${subject} (${roles
          .split(/[ ,]+/)
          .map((role) => names[role] ?? role)
          .join(', ')})`;
}
