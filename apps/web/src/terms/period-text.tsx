import { Day } from '../parts/values.js';
import { dayText } from '../shell/language/format.js';
import { useTermsTexts } from './terms-texts.js';

/** In which period something holds: from a day, and until another if that is known. */
export function PeriodText({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) {
  const texts = useTermsTexts();
  const { validFrom, validTo } = fields;
  return (
    <>
      <Day on={typeof validFrom === 'string' ? validFrom : undefined} />
      {typeof validTo === 'string' && ` ${texts.until(dayText(validTo))}`}
    </>
  );
}
