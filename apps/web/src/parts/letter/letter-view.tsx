import { send } from '../../shell/api/send.js';
import { unbroken } from '../../shell/language/format.js';
import { Loaded } from '../loading.js';
import { SaveButton } from '../save-button.js';
import { useLetterTexts } from './letter-texts.js';
import type { LetterSection } from './letter.js';
import { pathOf, useLetter, type LetterPlace } from './use-letter.js';

/** A letter on the screen, with the same letter to keep as PDF. */
export function LetterView(place: LetterPlace) {
  const texts = useLetterTexts();
  const reading = useLetter(place);
  return (
    <Loaded reading={reading}>
      {(letter) => (
        <>
          <div className="buttons">
            <SaveButton
              label={texts.savePdf}
              name={`${letter.title} ${letter.writtenOn}.pdf`}
              content={async () => (await send({ path: pathOf(place), accept: 'application/pdf' })).blob()}
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
        <p key={paragraph}>{unbroken(paragraph)}</p>
      ))}
      {points !== undefined && points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point}>{unbroken(point)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
