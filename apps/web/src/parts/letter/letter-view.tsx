import { useQuery } from '@tanstack/react-query';
import type { Problem } from '../../shell/api/problem.js';
import { send, sendForJson, type Answer } from '../../shell/api/send.js';
import { useLanguage } from '../../shell/language/language.js';
import { Loaded } from '../loading.js';
import { SaveButton } from '../save-button.js';
import { useLetterTexts } from './letter-texts.js';
import type { Letter, LetterSection } from './letter.js';

interface Props {
  readonly claimId: string;
  readonly letterId: string;
}

/** A letter on the screen, with the same letter to keep as PDF. */
export function LetterView({ claimId, letterId }: Props) {
  const texts = useLetterTexts();
  const { language } = useLanguage();
  const path = `/v1/claims/${encodeURIComponent(claimId)}/bekendmakingen/${encodeURIComponent(letterId)}`;
  const reading = useQuery<Answer<Letter>, Problem>({
    queryKey: [path, language],
    queryFn: () => sendForJson<Letter>({ path, accept: 'application/json' }),
    staleTime: Infinity,
  });
  return (
    <Loaded reading={reading}>
      {(letter) => (
        <>
          <div className="buttons">
            <SaveButton
              label={texts.savePdf}
              name={`${letterId}.pdf`}
              content={async () => (await send({ path, accept: 'application/pdf' })).blob()}
            />
          </div>
          <article className="letter" lang={letter.language}>
            <h2>{letter.title}</h2>
            <dl className="facts">
              {letter.header.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {letter.sections.map((section) => (
              <Section key={section.heading ?? section.paragraphs[0]} section={section} />
            ))}
          </article>
        </>
      )}
    </Loaded>
  );
}

function Section({ section: { heading, paragraphs, points } }: { readonly section: LetterSection }) {
  return (
    <section>
      {heading !== undefined && <h3>{heading}</h3>}
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {points !== undefined && points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
