import { Status } from '../../parts/status.js';
import type { ChosenEvidence, EvidenceKind } from './chosen-evidence.js';
import { useEvidenceTexts } from './evidence-texts.js';

interface Props {
  readonly required: readonly EvidenceKind[];
  readonly chosen: readonly ChosenEvidence[];
}

/** Which kinds the contract asks for, and which of them are still missing. */
export function RequiredEvidence({ required, chosen }: Props) {
  const texts = useEvidenceTexts();
  if (required.length === 0) return null;
  return (
    <>
      <p>{texts.required}:</p>
      <ul aria-live="polite">
        {required.map((kind) => {
          const isThere = chosen.some((one) => one.kind === kind);
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
