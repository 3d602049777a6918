import { Link } from 'react-router';
import { Page } from '../../parts/page.js';
import { useTracesTexts } from './traces-texts.js';

/** The lists by which an auditor watches people and the system: what each is, and the way to it. */
export function TracesPage() {
  const texts = useTracesTexts();
  const lists = [
    { path: 'verwerkingen', name: texts.processing, about: texts.processingIntro },
    { path: 'autorisatiebesluiten', name: texts.authorisations, about: texts.authorisationsIntro },
    { path: 'weigeringen', name: texts.refusals, about: texts.refusalsIntro },
    { path: 'functiescheiding', name: texts.whoMay, about: texts.whoMayIntro },
    { path: 'mandaten', name: texts.delegations, about: texts.delegationsIntro },
    { path: 'vernietigingslijsten', name: texts.erasures, about: texts.erasuresIntro },
  ];
  return (
    <Page title={texts.title}>
      <p>{texts.intro}</p>
      <dl>
        {lists.map(({ path, name, about }) => (
          <div key={path} className="entrance">
            <dt>
              <Link to={path}>{name}</Link>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
