import { accept, refuse } from '../decider.js';
import { PRESET_PARAMETERS } from '../testing/preset-parameters.js';
import { EVERYBODY, given, person } from '../testing/small-decider.js';
import type { DefinitionEvent } from './events.js';
import { definitionDecider, type PublishDefinition } from './publish-definition.js';

const manager = person('CONTRACTS');
const definition = {
  definitionId: 'HRL',
  version: 1,
  parameters: PRESET_PARAMETERS,
  text: 'Uitstroom is duurzaam als zes maanden aaneengesloten geen uitkering is verstrekt.',
  decisionRef: 'Raadsbesluit 2006-112',
  validFrom: '2006-07-01',
};
const published: DefinitionEvent = { type: 'DefinitionSetPublished', payload: definition };
const publish = (change: Partial<PublishDefinition['definition']> = {}, rest = {}): PublishDefinition => ({
  type: 'PublishDefinition',
  definition: { ...definition, ...change },
  goldenCases: { passed: 12, failed: [] },
  ...rest,
});

describe('publishing a definition set', () => {
  const fresh = given(definitionDecider);
  const known = given(definitionDecider, published);

  it('publishes the first version, and then the next', () => {
    expect(fresh.when(publish(), manager)).toEqual(accept(published));
    const next = { ...definition, version: 2, validFrom: '2009-01-01' };
    expect(known.when(publish(next), manager)).toEqual(accept({ type: 'DefinitionSetPublished', payload: next }));
  });
  it('hears the same version twice and records it once', () => {
    expect(known.when(publish(), manager)).toEqual(accept());
  });
  it('never edits a published version', () => {
    const edited = { parameters: { ...PRESET_PARAMETERS, sustain: 'P3M' } };
    expect(known.when(publish(edited), manager)).toEqual(refuse('VERSION_EXISTS', { no: 1 }));
  });
  it('skips no version', () => {
    expect(fresh.when(publish({ version: 2 }), manager)).toEqual(refuse('VERSION_NOT_NEXT', { no: 1 }));
    expect(known.when(publish({ version: 3 }), manager)).toEqual(refuse('VERSION_NOT_NEXT', { no: 2 }));
  });
  it('publishes nothing whose own cases come out otherwise', () => {
    const goldenCases = { passed: 11, failed: ['GC-01 c2', 'GC-16 c1'] };
    expect(fresh.when(publish({}, { goldenCases }), manager)).toEqual(
      refuse('GOLDEN_CASES_FAIL', { list: 'GC-01 c2, GC-16 c1' }),
    );
  });
  it('refuses a version that ends before it begins', () => {
    expect(fresh.when(publish({ validTo: '2006-07-01' }), manager)).toEqual(refuse('INVALID_PERIOD'));
  });
  it('refuses who publishes over versions not seen', () => {
    expect(known.when(publish({ version: 2 }, { ifMatch: 0 }), manager)).toEqual(refuse('VERSION_STALE'));
  });
  it('lets contract management publish, and nobody else', () => {
    for (const actor of EVERYBODY) {
      const { refusal } = fresh.when(publish(), actor);
      expect([actor.role, refusal?.code]).toEqual([
        actor.role,
        actor.role === 'CONTRACTS' ? undefined : 'ROLE_MAY_NOT_RECORD',
      ]);
    }
  });
});
