import { useEventWords } from '../parts/facts/words/event-words.js';
import { usePartsTexts } from '../parts/parts-texts.js';
import { Status } from '../parts/status.js';
import { Day } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { RoleLink } from '../shell/session/role-link.js';
import { LetterLink } from './letter-link.js';
import { useObjectionsTexts } from './objections-texts.js';

interface Props {
  readonly objection: Schema<'Objection'>;
}

/** Whose objection it is, against which letter, and by when it must be decided. */
export function ObjectionFacts({ objection }: Props) {
  const texts = useObjectionsTexts();
  const { objectionId, state, claimId, parties, filedOn, late, decideByOn, postponedUntilOn } = objection;
  return (
    <dl className="facts">
      <dt>{texts.number}</dt>
      <dd>{objectionId}</dd>
      <dt>{texts.state}</dt>
      <dd>
        <Status tone={state === 'OPEN' ? 'attention' : 'neutral'}>{texts.states[state]}</Status>
      </dd>
      <dt>{texts.claim}</dt>
      <dd>
        <RoleLink to={`/declaraties/${claimId}`}>{claimId}</RoleLink>
      </dd>
      <dt>{texts.against}</dt>
      <dd>
        <LetterLink claimId={claimId} subjectEventId={objection.subjectEventId} />
      </dd>
      <dt>{texts.by}</dt>
      <dd>{parties.map((party) => texts.parties[party]).join(', ') || '–'}</dd>
      <dt>{texts.filedOn}</dt>
      <dd>
        <Day on={filedOn} /> ({late ? texts.late : texts.inTime})
      </dd>
      <dt>{texts.decideBy}</dt>
      <dd>
        <Day on={decideByOn} /> ({texts.postponed} <Day on={postponedUntilOn} />)
      </dd>
      <ObjectionDecided objection={objection} />
    </dl>
  );
}

/** Who decided, on which ground, what that puts aside, and the letter that tells the parties. */
function ObjectionDecided({ objection }: Props) {
  const texts = useObjectionsTexts();
  const words = useEventWords();
  const chosen: Readonly<Record<string, string>> = usePartsTexts().grounds;
  const { claimId, decidedOn, decidedBy, decisionId, grounds = '', setAside = [] } = objection;
  if (decidedOn === undefined) return null;
  return (
    <>
      <dt>{texts.decidedOn}</dt>
      <dd>
        <Day on={decidedOn} />
      </dd>
      <dt>{texts.decidedBy}</dt>
      <dd>{decidedBy}</dd>
      <dt>{texts.grounds}</dt>
      <dd>{chosen[grounds] ?? grounds}</dd>
      {setAside.length > 0 && (
        <>
          <dt>{texts.setAside}</dt>
          <dd>{setAside.map(words.code).join(', ')}</dd>
        </>
      )}
      <dt>{texts.decisionLetter}</dt>
      <dd>
        <LetterLink claimId={claimId} subjectEventId={decisionId} />
      </dd>
    </>
  );
}
