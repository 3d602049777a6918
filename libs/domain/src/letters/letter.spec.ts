import { NoticeKind } from '../client-file/claim/events.js';
import { withAmendment } from '../contracts-and-tariffs/contract-on-day.js';
import { LANGUAGES, type Language } from '../sentences/format.js';
import {
  approver2,
  C1,
  CLAIM_IN_STATE,
  client,
  contract,
  factOf,
  given,
  idIn,
  lastingOutflow,
  officer,
  provider,
  relapse,
  benefits,
  RIPE,
  submitClaim,
  termsWith,
  trajectAssigned,
  type GivenFile,
  type Past,
} from '../testing/index.js';
import { letterOf } from './letter-of.js';
import { letterText } from './letter-text.js';
import { letterSubject, type LetterSubject } from './subject.js';

type Kind = (typeof NoticeKind)['options'][number];

interface Told {
  readonly kind: Kind;
  readonly subjectEventId?: string;
  readonly termUntilOn?: string;
  readonly letterId?: string;
}

/** The file with the notice on it, as its release records it. */
function notified(file: GivenFile, told: Told): GivenFile {
  const { kind, subjectEventId, termUntilOn = '2009-06-15', letterId = 'BRIEF_1' } = told;
  const subject = subjectEventId ?? file.claim(C1).determination?.id ?? '';
  const term = kind === 'POSITIVE' ? {} : { termUntilOn };
  const payload = { claimId: C1, kind, subjectEventId: subject, letterId, notifiedOn: RIPE, ...term };
  return file.and({ type: 'DecisionNotified', payload, by: officer() });
}

function letter(file: GivenFile, language: Language = 'nl') {
  const subject = letterSubject(file.stream, idIn(file.stream.length - 1), file.terms);
  if (subject === undefined) throw new Error('There is no letter');
  return letterOf(subject, language);
}

const text = (file: GivenFile, language: Language = 'nl'): string => letterText(letter(file, language));
/** The words without the line breaks. */
const flat = (file: GivenFile, language: Language = 'nl'): string => text(file, language).replaceAll('\n', ' ');
const another = factOf('BenefitGranted', { benefitId: 'b9', kind: 'BIJSTAND', validFrom: '2009-02-01' });
const last = (file: GivenFile): string => idIn(file.stream.length - 1);

const asked = (): GivenFile =>
  given(...lastingOutflow())
    .under(termsWith({ parameters: { requiredEvidence: ['PAYSLIP'] } }))
    .after(submitClaim({ providerReference: 'PW-2009/17' }), provider());
const proposed = (): GivenFile => {
  const file = CLAIM_IN_STATE.PAID().given.after(relapse, benefits());
  const rests = { claimId: C1, clawbackId: `${C1}k`, cents: 300_000, proposedOn: RIPE };
  return file.and({
    type: 'ClawbackProposed',
    payload: { ...rests, codes: ['RELAPSE_WITHIN_SUSTAIN'] },
    by: officer(),
  });
};
const decided = (): GivenFile => {
  const payload = { claimId: C1, clawbackId: `${C1}k`, cents: 300_000, decidedOn: RIPE, grounds: 'RELAPSE' };
  return proposed().and({ type: 'ClawbackDecided', payload, by: approver2(7) });
};
const objection = (by: 'PROVIDER' | 'CLIENT', outcome: 'UPHELD' | 'DISMISSED'): GivenFile => {
  const file = CLAIM_IN_STATE.REJECTED().given;
  const of = { claimId: C1, objectionId: `${C1}o` };
  const subjectEventId = file.claim(C1).determination?.id ?? '';
  const filed: Past = {
    type: 'ObjectionFiled',
    payload: { ...of, by, subjectEventId, filedOn: RIPE, late: false },
    by: by === 'CLIENT' ? client() : provider(),
  };
  const payload = { ...of, outcome, decidedOn: RIPE, setAside: [], grounds: 'HEARD' };
  return file.and(filed, { type: 'ObjectionDecided', payload, by: approver2(8) });
};

/** One letter of every kind there is. */
const LETTERS: Readonly<Record<Kind, () => GivenFile>> = {
  REJECTED: () => notified(CLAIM_IN_STATE.REJECTED().given, { kind: 'REJECTED' }),
  REDUCED: () =>
    notified(given(...lastingOutflow()).after(submitClaim({ cents: 350_000 }), provider()), { kind: 'REDUCED' }),
  POSITIVE: () => notified(CLAIM_IN_STATE.PAID().given, { kind: 'POSITIVE' }),
  INCOMPLETE: () => notified(asked(), { kind: 'INCOMPLETE' }),
  REVIEW: () => notified(CLAIM_IN_STATE.IN_REVIEW().given, { kind: 'REVIEW' }),
  CLAWBACK_PROPOSED: () =>
    notified(proposed(), { kind: 'CLAWBACK_PROPOSED', subjectEventId: last(proposed()), termUntilOn: '2009-05-18' }),
  CLAWBACK_DECIDED: () => notified(decided(), { kind: 'CLAWBACK_DECIDED', subjectEventId: last(decided()) }),
  EXPIRED: () => {
    const { given: file } = CLAIM_IN_STATE.EXPIRED();
    return notified(file, { kind: 'EXPIRED', subjectEventId: last(file), termUntilOn: '2009-07-28' });
  },
  OBJECTION_DECIDED: () => {
    const file = objection('PROVIDER', 'DISMISSED');
    return notified(file, { kind: 'OBJECTION_DECIDED', subjectEventId: last(file) });
  },
};

const sender = (subject: LetterSubject, language: Language) => letterOf(subject, language).header[0];

describe('a letter', () => {
  it('comes from the municipality by its name, or by its code where nobody said how it is called', () => {
    const file = LETTERS.REJECTED();
    const subject = letterSubject(file.stream, idIn(file.stream.length - 1), file.terms);
    if (subject === undefined) throw new Error('no letter');
    expect(sender({ ...subject, municipalityName: 'Haarlem' }, 'nl')).toEqual({ label: 'Gemeente', value: 'Haarlem' });
    expect(sender(subject, 'en')).toEqual({ label: 'Municipality', value: 'municipality 0392' });
  });

  it.each([
    ['REDUCED_0A1B2C3D4E5F', 'lager bedrag 0A1B2C3D4E5F', 'lower amount 0A1B2C3D4E5F'],
    ['REQUEST_FOR_EVIDENCE', 'lager bedrag', 'lower amount'],
    ['BRIEF_1', 'BRIEF_1', 'BRIEF_1'],
  ])('with the name %s is cited in words, unless the municipality chose the name', (letterId, nl, en) => {
    const file = notified(asked(), { kind: 'REDUCED', letterId });
    const cited = (language: Language) => letter(file, language).header[3]?.value;
    expect([cited('nl'), cited('en')]).toEqual([nl, en]);
  });

  it('says what was decided, every reason, and until when its reader can object', () => {
    expect(text(LETTERS.REJECTED())).toBe(`Afwijzing van uw declaratie
===========================

Gemeente                  gemeente 0392
Aan                       PASWERK
Datum                     04-05-2009
Kenmerk van deze brief    BRIEF_1
Nummer van de declaratie  abcdefghijklm.a
Ingediend op              04-05-2009
Contract                  K1
Normenkader               NL-STD@1

De gemeente wijst uw declaratie af. U ontvangt hiervoor geen bonus.

Waarom
------
- De sollicitatie begon op 15-01-2008, vóór de intake op 04-02-2008.

Bent u het niet eens met dit besluit?
-------------------------------------
U kunt bezwaar maken bij het college van burgemeester en wethouders, tot en
met 15-06-2009.

Het bezwaarschrift noemt naam en adres van de indiener, de datum, dit besluit
en waarom u het er niet mee eens bent (artikel 6:5 van de Algemene wet
bestuursrecht).

Bezwaar schort dit besluit niet op. De voorzieningenrechter van de rechtbank
kan op verzoek een voorlopige voorziening treffen (artikelen 6:16 en 8:81 van
de Algemene wet bestuursrecht).

Deze brief noemt geen namen van personen. Vermeld bij vragen het nummer van de
declaratie.
`);
  });

  describe.each(NoticeKind.options)('%s', (kind) => {
    it.each(LANGUAGES)('says all it knows and nothing it does not (%s)', (language) => {
      const written = text(LETTERS[kind](), language);
      expect(written).not.toMatch(/[{}[\]|]|undefined|NaN|\d{4}-\d{2}-\d{2}/);
      expect(written).toContain(C1);
      expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    });
    it('is the same whenever it is made, whatever was recorded since', () => {
      const file = LETTERS[kind]();
      const noticeId = last(file);
      const later = file.after({ type: 'RecordFact', fact: another }, benefits(), '2009-08-01');
      const again = letterSubject(later.stream, noticeId, file.terms);
      expect(again && letterText(letterOf(again, 'nl'))).toBe(text(file));
    });
  });

  it('asks for the evidence that is missing, by name, before its last day, and tells of nothing else', () => {
    const written = text(LETTERS.INCOMPLETE());
    expect(written).toContain('Uw kenmerk                PW-2009/17');
    expect(flat(LETTERS.INCOMPLETE())).toContain('uiterlijk op 15-06-2009');
    expect(written).toContain('- Verplicht bewijs ontbreekt: loonstrook.');
    expect(written).not.toContain('Waarom');
  });

  it('names both amounts where less is awarded than was claimed', () => {
    const written = text(LETTERS.REDUCED()).replaceAll(/\s+/g, ' ');
    expect(written).toContain('voor € 3.000,00; u declareerde € 3.500,00; het tarief is € 3.000,00.');
    expect(text(LETTERS.REDUCED(), 'en')).toContain('€ 3.000,00');
  });

  it('tells on which day was paid', () => {
    expect(text(LETTERS.POSITIVE())).toContain('Daarvan is € 3.000,00 betaald op 04-05-2009.');
  });

  it('offers a hearing before money is asked back, and objection after', () => {
    const written = text(LETTERS.CLAWBACK_PROPOSED());
    expect(flat(LETTERS.CLAWBACK_PROPOSED())).toContain('zienswijze geven, tot en met 18-05-2009');
    expect(written).not.toContain('bezwaar maken');
    expect(flat(LETTERS.CLAWBACK_DECIDED())).toContain('tot en met 15-06-2009');
  });

  it('shows a provider nothing of the benefit its client has', () => {
    expect(text(LETTERS.CLAWBACK_PROPOSED())).toContain('- Aan de uitkeringsvoorwaarde is niet voldaan.');
    expect(text(LETTERS.CLAWBACK_PROPOSED())).not.toContain('bijstand');
  });

  it('shows a provider no rival', () => {
    const rivals = given(
      ...lastingOutflow(),
      trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' }),
    );
    const written = text(notified(rivals.after(submitClaim(), provider()), { kind: 'REVIEW' }));
    expect(written).toContain('Uw aandeel wordt beoordeeld.');
    expect(written).not.toMatch(/SAGENN|K2|aanbieders/);
  });

  it('names no contract of another, even where the claim names it', () => {
    const stranger = given(...lastingOutflow()).after(
      submitClaim({ providerId: 'SAGENN', contractId: 'K1' }),
      provider('SAGENN'),
    );
    const written = text(notified(stranger, { kind: 'REJECTED' }));
    expect(written).not.toContain('K1');
    expect(written.match(/^- .*$/gm)).toEqual(['- De gemeente heeft deze cliënt niet bij u geplaatst.']);
  });

  it('follows the dispute clause where the contract says so', () => {
    const base = contract('K1', 'PASWERK');
    const registrations = base.registrations.map((one) => ({ ...one, objectionRegime: 'CONTRACT' as const }));
    const file = LETTERS.REJECTED().under(termsWith({ contracts: [{ ...base, registrations }] }));
    const written = text(file);
    expect(written).toContain('geschillenregeling van uw contract K1');
    expect(written).toContain('tot en met 15-06-2009');
    expect(written).not.toMatch(/bezwaarschrift|Algemene wet/);
  });

  it('goes to the client where the client objected, in its own full sentences', () => {
    const file = objection('CLIENT', 'DISMISSED');
    const written = letter(notified(file, { kind: 'OBJECTION_DECIDED', subjectEventId: last(file) }));
    expect(written.addressee).toBe('CLIENT');
    expect(letterText(written)).toContain('- De sollicitatie begon op 15-01-2008, vóór de intake op 04-02-2008.');
    expect(letterText(written)).toContain('beroep instellen bij de rechtbank');
    expect(letterText(written)).not.toContain('PASWERK');
  });

  it('of a successor follows the contract that it took over', () => {
    const base = contract('K1', 'PASWERK');
    const merged = withAmendment(base, {
      id: idIn(999),
      payload: { contractId: 'K1', providerId: 'NIEUWWERK', objectionRegime: 'CONTRACT', validFrom: '2009-01-01' },
    });
    const claimed = given(...lastingOutflow())
      .under(termsWith({ contracts: [merged] }))
      .after(submitClaim({ providerId: 'NIEUWWERK', cents: 350_000 }), provider('NIEUWWERK'));
    expect(flat(notified(claimed, { kind: 'REDUCED' }))).toContain('geschillenregeling van uw contract K1');
  });

  it('gives no reasons of a decision that an upheld objection undid', () => {
    const file = objection('PROVIDER', 'UPHELD');
    const written = text(notified(file, { kind: 'OBJECTION_DECIDED', subjectEventId: last(file) }));
    expect(written).toContain('Uw bezwaar is gegrond.');
    expect(written).not.toContain('Waarom');
  });

  it('is not made of an event that is no notice', () => {
    const file = LETTERS.REJECTED();
    expect(letterSubject(file.stream, idIn(0), file.terms)).toBeUndefined();
  });
});
