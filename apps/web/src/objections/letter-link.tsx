import { useLetterTexts } from '../parts/letter/letter-texts.js';
import { Loaded } from '../parts/loading.js';
import { useReading } from '../shell/api/use-reading.js';
import { dayText } from '../shell/language/format.js';
import { RoleLink } from '../shell/session/role-link.js';
import { useObjectionsTexts } from './objections-texts.js';

interface Props {
  readonly claimId: string;
  /** The decision that the letter made known. */
  readonly subjectEventId: string | undefined;
}

/** The letter that told of a decision, by its day and its kind; says so where none was sent. */
export function LetterLink({ claimId, subjectEventId }: Props) {
  const texts = useObjectionsTexts();
  const letter = useLetterTexts();
  const notices = useReading('/claims/{claimId}/bekendmakingen', { path: { claimId } });
  return (
    <Loaded reading={notices}>
      {({ results }) => {
        const told = results.find((notice) => notice.subjectEventId === subjectEventId);
        if (told === undefined) return <>{texts.notTold}</>;
        return (
          <RoleLink to={`/declaraties/${claimId}/brieven/${told.eventId}`}>
            {letter.letterOf(letter.kinds[told.kind], dayText(told.notifiedOn))}
          </RoleLink>
        );
      }}
    </Loaded>
  );
}
