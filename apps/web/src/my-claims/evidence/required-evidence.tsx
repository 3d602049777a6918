import { Status } from '../../parts/status.js';
import type { ChosenFile } from '../../parts/evidence/keep-files.js';
import type { EvidenceKind } from './chosen-evidence.js';
import { usePickerTexts } from './picker-texts.js';
import { useEvidenceTexts } from '../../parts/evidence/evidence-texts.js';

interface Props {
  readonly required: readonly EvidenceKind[];
  readonly chosen: readonly ChosenFile[];
}

/** Which kinds the contract asks for, and which of them are still missing. */
export function RequiredEvidence({ required, chosen }: Props) {
  const texts = { ...useEvidenceTexts(), ...usePickerTexts() };
  if (required.length === 0) return null;
  return (
    <>
      <p>{texts.required}:</p>
      <ul aria-live="polite">
        {required.map((kind) => {
          const isThere = chosen.some(({ evidence }) => evidence.kind === kind);
          return (
            <li key={kind}>
              {texts.kinds[kind]}{' '}
              <Status tone={isThere ? 'good' : 'attention'}>{isThere ? texts.present : texts.missing}</Status>
            </li>
          );
        })}
      </ul>
    </>
  );
}
