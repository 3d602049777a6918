import { useState } from 'react';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { useSeen } from '../../parts/dialog/seen.js';
import { Field } from '../../parts/form/field.js';
import { GroundsField } from '../../parts/form/grounds-field.js';
import { Money } from '../../parts/values.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { shareText } from '../../shell/language/format.js';
import { useClaimsTexts } from '../claims-texts.js';
import { basisPointsFrom, equalShares, remainderOf, typedShare } from './shares.js';
import type { Claimant } from './what-each-did.js';

interface Props {
  readonly dossierRef: string;
  readonly attribution: Schema<'Attribution'>;
  readonly claimants: readonly Claimant[];
  readonly onClose: () => void;
}

/** An officer divides one outflow over who claimed it: shares that make exactly the whole, each also in euros. */
export function AttributionDialog({ dossierRef, onClose, ...shown }: Props) {
  const texts = useClaimsTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/v1/dossiers/{dossierRef}/toerekeningen');
  const looked = useSeen({ ...shown, etag: shown.attribution.etag }, reset, markOf);
  const { attribution, claimants, etag } = looked.seen;
  const providers = [...new Set(claimants.map(({ providerId }) => providerId))];
  const [typedFor, setTypedFor] = useState<Readonly<Record<string, string>>>({});
  const starting = startingShares(providers, attribution.shares);
  const typed = providers.map((id, index) => typedFor[id] ?? starting[index] ?? '');
  const [grounds, setGrounds] = useState('');
  const remainder = remainderOf(typed);
  const decide = async (): Promise<void> => {
    const shares = Object.fromEntries(providers.map((id, index) => [id, basisPointsFrom(typed[index] ?? '') ?? 0]));
    const body = { jobId: attribution.jobId, shares, grounds };
    const done = await send({ path: { dossierRef }, body, ifMatch: etag });
    if (done === undefined) return;
    announce(texts.attributed);
    onClose();
  };
  return (
    <FormDialog
      open
      title={texts.attribute}
      submit={texts.attributeNow}
      pending={pending}
      problem={problem}
      looked={looked}
      check={() =>
        remainder === 0 ? [] : [{ in: 'body', pointer: '/shares/0', code: 'sum', message: texts.sharesMustBeWhole }]
      }
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      {providers.map((providerId, index) => (
        <Field key={providerId} pointer={`/shares/${index}`} label={texts.shareOf(providerId)} hint={texts.shareHint}>
          {(input) => (
            <>
              <input
                {...input}
                inputMode="decimal"
                required
                value={typed[index]}
                onChange={({ target }) => setTypedFor({ ...typedFor, [providerId]: target.value })}
              />
              <ShareInEuros points={basisPointsFrom(typed[index] ?? '')} claimant={claimants[index]} />
            </>
          )}
        </Field>
      ))}
      <p aria-live="polite">
        {remainder === undefined ? texts.unreadableShare : texts.remainder(shareText(remainder))}
      </p>
      <GroundsField value={grounds} onChange={setGrounds} />
    </FormDialog>
  );
}

/** Who claims may change while the division itself keeps its version. */
const markOf = ({ etag, claimants }: Pick<Props, 'claimants'> & { readonly etag: string }): string =>
  [etag, ...claimants.map(({ claimId }) => claimId)].join(' ');

function startingShares(providers: readonly string[], decided: Schema<'Attribution'>['shares']): string[] {
  const equal = equalShares(providers.length);
  return providers.map((id, index) => typedShare(decided?.[id] ?? equal[index] ?? 0));
}

interface EurosProps {
  readonly points: number | undefined;
  readonly claimant: Claimant | undefined;
}

/** What a share comes to at the claimant's own tariff; the server counts the last cent. */
function ShareInEuros({ points, claimant }: EurosProps) {
  const texts = useClaimsTexts();
  const tariffCents = claimant?.decision?.fields['tariffCents'];
  if (points === undefined || typeof tariffCents !== 'number') return null;
  return (
    <p className="hint">
      {texts.comesTo} <Money cents={Math.floor((tariffCents * points) / 10_000)} />
    </p>
  );
}
