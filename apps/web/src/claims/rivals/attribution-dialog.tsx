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
import { basisPointsFrom, remainderOf, startingShares, type Sharer } from './shares.js';
import type { Claimant } from './what-each-did.js';

interface Props {
  readonly dossierRef: string;
  readonly attribution: Schema<'Attribution'>;
  readonly claimants: readonly Claimant[];
  readonly sharers: readonly Sharer[];
  readonly onClose: () => void;
}

/** An officer divides one outflow over who claimed it: shares that make exactly the whole, each also in euros. */
export function AttributionDialog({ dossierRef, onClose, ...shown }: Props) {
  const texts = useClaimsTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/dossiers/{dossierRef}/toerekeningen');
  const looked = useSeen({ ...shown, etag: shown.attribution.etag }, reset, markOf);
  const { attribution, claimants, sharers, etag } = looked.seen;
  const [typedFor, setTypedFor] = useState<Readonly<Record<string, string>>>({});
  const starting = startingShares(sharers, attribution.shares);
  const typed = sharers.map(({ providerId }, index) => typedFor[providerId] ?? starting[index] ?? '');
  const [grounds, setGrounds] = useState('');
  const remainder = remainderOf(typed);
  const decide = async (): Promise<void> => {
    const shares = Object.fromEntries(
      sharers.map(({ providerId }, index) => [providerId, basisPointsFrom(typed[index] ?? '') ?? 0]),
    );
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
      {sharers.map(({ providerId, ended }, index) => (
        <Field
          key={providerId}
          pointer={`/shares/${index}`}
          label={texts.shareOf(providerId)}
          hint={ended ? texts.shareEnded : texts.shareHint}
        >
          {(input) => (
            <>
              <input
                {...input}
                inputMode="decimal"
                required
                value={typed[index]}
                onChange={({ target }) => setTypedFor({ ...typedFor, [providerId]: target.value })}
              />
              <ShareInEuros
                points={basisPointsFrom(typed[index] ?? '')}
                claimant={claimants.findLast((one) => one.providerId === providerId)}
              />
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
const markOf = ({ etag, sharers }: Pick<Props, 'sharers'> & { readonly etag: string }): string =>
  [etag, ...sharers.map(({ providerId, ended }) => `${providerId} ${ended}`)].join(' ');

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
