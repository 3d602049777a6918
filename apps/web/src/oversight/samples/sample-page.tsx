import { useState } from 'react';
import { useParams } from 'react-router';
import { csvBlob } from '../../parts/csv.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { SaveButton } from '../../parts/save-button.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { dayText } from '../../shell/language/format.js';
import { CheckClaim } from './check-claim.js';
import { DrawnClaims, useFindings } from './drawn-claims.js';
import { SampleFacts } from './sample-facts.js';
import { useSamplesTexts } from './samples-texts.js';

/** One sample: how it was drawn, what was found, and what that says. */
export function SamplePage() {
  const texts = useSamplesTexts();
  const { sampleId = '' } = useParams();
  const [extrapolated, setExtrapolated] = useState(false);
  const query = { extrapolate: extrapolated ? ('true' as const) : ('false' as const) };
  const reading = useReading('/steekproeven/{sampleId}', { path: { sampleId }, query }, { keep: true });
  const plannedOn = reading.data?.data.plannedOn;
  const title = plannedOn === undefined ? texts.sample : texts.sampleOf(dayText(plannedOn));
  return (
    <Page title={title} above={[{ path: '/verantwoording/steekproeven', title: texts.title }]}>
      <Loaded reading={reading}>
        {(sample) => (
          <>
            <SampleFacts sample={sample} />
            <p className="check">
              <input
                id="extrapolate"
                type="checkbox"
                checked={extrapolated}
                onChange={({ target }) => setExtrapolated(target.checked)}
              />
              <label htmlFor="extrapolate">{texts.extrapolate}</label>
            </p>
            <CheckClaim sample={sample} />
            <DrawnClaims claims={sample.claims} />
            <SaveSample sample={sample} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SaveSample({ sample: { sampleId, claims } }: { readonly sample: Schema<'Sample'> }) {
  const texts = useSamplesTexts();
  const { findingOf, reasonOf } = useFindings();
  if (claims.length === 0) return null;
  const rows = (): string[][] => [
    [texts.claim, texts.finding, texts.reason, texts.checkedOn],
    ...claims.map((claim) => [claim.claimId, findingOf(claim), reasonOf(claim), claim.checkedOn ?? '']),
  ];
  return (
    <SaveButton label={texts.save} name={texts.fileName(sampleId)} content={() => Promise.resolve(csvBlob(rows()))} />
  );
}
