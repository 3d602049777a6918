import { accept, refuse } from '../decider.js';
import { EVERYBODY, given, person } from '../testing/small-decider.js';
import type { SourceEvent } from './events.js';
import { sourceDecider, type RecordWatermark } from './source-decider.js';

const registry = person('REGISTRY');
const watermark = (completeThrough: string): RecordWatermark => ({
  type: 'RecordWatermark',
  watermark: { system: 'UWV_POLIS', completeThrough },
});
const through = (completeThrough: string): SourceEvent => ({
  type: 'SourceWatermark',
  payload: { system: 'UWV_POLIS', completeThrough },
});

describe('how far a register is complete', () => {
  const fresh = given(sourceDecider);
  const known = given(sourceDecider, through('2009-01-31'));

  it('moves on with each delivery', () => {
    expect(fresh.when(watermark('2009-01-31'), registry)).toEqual(accept(through('2009-01-31')));
    expect(known.when(watermark('2009-02-28'), registry)).toEqual(accept(through('2009-02-28')));
  });
  it.each(['2009-01-31', '2008-12-31'])('never goes back: %s says nothing new', (day) => {
    expect(known.when(watermark(day), registry)).toEqual(accept());
  });
  it('is never in the future, for it could not be taken back', () => {
    expect(known.when(watermark('2009-03-10'), registry, '2009-03-10').refusal).toBeUndefined();
    expect(known.when(watermark('2009-03-11'), registry, '2009-03-10')).toEqual(
      refuse('INVALID_PERIOD', { field: 'completeThrough' }),
    );
  });
  it('refuses who moves on from a day not seen', () => {
    expect(known.when({ ...watermark('2009-02-28'), ifMatch: 0 }, registry)).toEqual(refuse('VERSION_STALE'));
  });
  it('comes from a registry or the benefits administration only', () => {
    const may = EVERYBODY.filter((actor) => fresh.when(watermark('2009-01-31'), actor).refusal === undefined);
    expect(may.map(({ role }) => role)).toEqual(['BENEFITS', 'REGISTRY']);
  });
});
