import { Loaded } from '../../parts/loading.js';
import { Status } from '../../parts/status.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useTermsTexts } from '../terms-texts.js';

/** Whether a provider's account waits for confirmation, or can be paid on. */
export function AccountsState({ providerId }: { readonly providerId: string }) {
  const texts = useTermsTexts();
  const accounts = useReading('/aanbieders/{providerId}/rekeningen', { path: { providerId } });
  return (
    <Loaded reading={accounts}>
      {({ results }) => {
        if (results.length === 0) return <Status tone="neutral">{texts.noAccount}</Status>;
        if (results.some(({ confirmedOn }) => confirmedOn === null))
          return <Status tone="attention">{texts.accountWaits}</Status>;
        return <Status tone="good">{texts.accountConfirmed}</Status>;
      }}
    </Loaded>
  );
}
