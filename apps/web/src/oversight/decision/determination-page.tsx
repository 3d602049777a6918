import { Link, useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Day, Instant, Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useBilingual } from '../../shell/language/language.js';
import { useTimeTravelTexts } from '../time-travel/time-travel-texts.js';
import { useDecisionTexts } from './decision-texts.js';

/** One assessment, computed again by the server from what its basis names, and compared byte for byte. */
export function DeterminationPage() {
  const texts = useDecisionTexts();
  const { title } = useTimeTravelTexts();
  const { claimId = '', eventId = '' } = useParams();
  const path = { claimId, eventId };
  const reading = useReading('/claims/{claimId}/vaststellingen/{eventId}', { path });
  const above = [
    { path: '/verantwoording/tijdreis', title },
    { path: `/verantwoording/tijdreis/declaraties/${claimId}`, title: texts.title(claimId) },
  ];
  return (
    <Page title={texts.determination(reading.data?.data.number ?? 0)} above={above}>
      <Loaded reading={reading}>
        {(determination) => (
          <>
            <Replayed replay={determination.replay} />
            <Determined determination={determination} />
            <p>
              <Link to={`/verantwoording/gebeurtenissen/${eventId}`}>{texts.proof}</Link>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Determination = Schema<'Determination'>;

function Replayed({ replay }: { readonly replay: Determination['replay'] | undefined }) {
  const texts = useDecisionTexts();
  if (replay === undefined) return null;
  return (
    <div className={replay.same ? 'notice notice-good' : 'notice notice-bad'}>
      <h2>{texts.again}</h2>
      <p>{replay.same ? texts.againSame : texts.againDifferent(replay.firstDifference ?? '')}</p>
    </div>
  );
}

function Determined({ determination }: { readonly determination: Determination }) {
  const texts = useDecisionTexts();
  const said = useBilingual();
  const { recordedAt, outcome, cents, reasons, definition, ruleSet, asOf, decisionHash, passed = [] } = determination;
  return (
    <dl className="facts">
      <dt>{texts.decidedOn}</dt>
      <dd>
        <Instant at={recordedAt} />
      </dd>
      <dt>{texts.outcome}</dt>
      <dd>
        <strong>{texts.outcomes[outcome]}</strong>
      </dd>
      <dt>{texts.amount}</dt>
      <dd>
        <Money cents={cents} />
      </dd>
      <dt>{texts.reasons}</dt>
      <dd>{reasons.length === 0 ? '–' : reasons.map(({ text }) => said(text)).join(' ')}</dd>
      <dt>{texts.asOf}</dt>
      <dd>
        <Day on={asOf} />
      </dd>
      <dt>{texts.definition}</dt>
      <dd>{definition ?? '–'}</dd>
      <dt>{texts.ruleSet}</dt>
      <dd>{ruleSet ?? '–'}</dd>
      <dt>{texts.passed}</dt>
      <dd>{passed.join(', ')}</dd>
      <dt>{texts.fingerprint}</dt>
      <dd className="hash">{decisionHash}</dd>
    </dl>
  );
}
