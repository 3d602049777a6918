import { Page } from '../../parts/page.js';
import { useFinanceTexts } from '../finance-texts.js';
import { AccountsToConfirm } from './accounts-to-confirm.js';
import { ClawbacksToSettle } from './clawbacks-to-settle.js';
import { Mismatches } from './mismatches.js';

/** What waits for somebody of finance. */
export function WorkPage() {
  const texts = useFinanceTexts();
  return (
    <Page title={texts.toDo}>
      <Mismatches />
      <ClawbacksToSettle />
      <AccountsToConfirm />
    </Page>
  );
}
