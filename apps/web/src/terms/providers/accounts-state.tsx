import { Status } from '../../parts/status.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useTermsTexts } from '../terms-texts.js';

/** Whether a provider's account waits for confirmation, or can be paid on. */
export function AccountsState({ providerId }: { readonly providerId: string }) {
  const texts = useTermsTexts();
  const { data } = useReading('/aanbieders/{providerId}/rekeningen', { path: { providerId } });
  if (data === undefined) return <span>…</span>;
  const { results } = data.data;
  if (results.length === 0) return <Status tone="neutral">{texts.noAccount}</Status>;
  const waits = results.some(({ confirmedOn }) => confirmedOn === null);
  return waits ? (
    <Status tone="attention">{texts.accountWaits}</Status>
  ) : (
    <Status tone="good">{texts.accountConfirmed}</Status>
  );
}
