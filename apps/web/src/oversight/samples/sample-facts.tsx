import { Day } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { dayText, shareText } from '../../shell/language/format.js';
import { useSamplesTexts } from './samples-texts.js';

type Sample = Schema<'Sample'>;

/** How a sample was drawn, and the error rate with its interval (Wilson). */
export function SampleFacts({ sample }: { readonly sample: Sample }) {
  const texts = useSamplesTexts();
  const { sampleId, plannedOn, size, population, seed, populationHash, checked, errors, complete } = sample;
  const filterSaid = useFilterSaid();
  return (
    <>
      <dl className="facts">
        <dt>{texts.number}</dt>
        <dd>{sampleId}</dd>
        <dt>{texts.plannedOn}</dt>
        <dd>
          <Day on={plannedOn} />
        </dd>
        <dt>{texts.from}</dt>
        <dd>{filterSaid(sample.filter)}</dd>
        <dt>{texts.size}</dt>
        <dd>{size}</dd>
        <dt>{texts.population}</dt>
        <dd>{population ?? '–'}</dd>
        <dt>{texts.checked}</dt>
        <dd>{checked}</dd>
        <dt>{texts.errors}</dt>
        <dd>{errors}</dd>
        <dt>{texts.seed}</dt>
        <dd className="hash">{seed ?? '–'}</dd>
        <dt>{texts.populationHash}</dt>
        <dd className="hash">{populationHash ?? '–'}</dd>
      </dl>
      <Rate sample={sample} />
      <p>{complete ? texts.complete : texts.notComplete}</p>
    </>
  );
}

/** A part of one as a percentage. */
const share = (part: number): string => shareText(Math.round(part * 10_000));

function Rate({ sample: { interval, extrapolation } }: { readonly sample: Sample }) {
  const texts = useSamplesTexts();
  return (
    <>
      {interval !== undefined && (
        <p>
          <strong>{texts.rate}:</strong>{' '}
          {texts.interval(share(interval.rate), share(interval.low), share(interval.high))}
        </p>
      )}
      {extrapolation !== undefined && (
        <p>
          <output>{texts.extrapolated(extrapolation.from, extrapolation.to, extrapolation.claims)}</output>
        </p>
      )}
    </>
  );
}

function useFilterSaid(): (filter: Sample['filter']) => string {
  const texts = useSamplesTexts();
  return ({ providerId, outcome, paid, submittedFrom, submittedUntil }) => {
    const said = [
      providerId === undefined ? '' : `${texts.provider}: ${providerId}`,
      outcome === undefined ? '' : `${texts.outcome}: ${texts.outcomes[outcome]}`,
      paid === undefined ? '' : paid ? texts.onlyPaid : texts.onlyUnpaid,
      submittedFrom === undefined ? '' : `${texts.submittedFrom} ${dayText(submittedFrom)}`,
      submittedUntil === undefined ? '' : `${texts.submittedUntil} ${dayText(submittedUntil)}`,
    ].filter((part) => part !== '');
    return said.length === 0 ? texts.everything : said.join(' · ');
  };
}
