import { useSignedIn } from '../../shell/session/who-works.js';
import { NOW } from './cut.js';
import { CutForm } from './cut-form.js';
import { useCutSaid } from './cut-said.js';
import { useCutsTexts } from './cuts-texts.js';
import type { ListCut } from './list-cut.js';

interface Props extends Pick<ListCut, 'cuts' | 'isPast'> {
  /** Whether the list can say in what it differs from that at two other dates. */
  readonly comparable?: boolean;
}

/** Above a list: the two dates, for an auditor; and, while the list is in the past, at which two dates it stands. */
export function LookBack({ cuts, isPast, comparable = false }: Props) {
  const texts = useCutsTexts();
  const { roles } = useSignedIn();
  const said = useCutSaid();
  const isAsked = isPast || cuts.other !== undefined;
  return (
    <>
      {roles.includes('AUDITOR') && (
        <details className="look-back" open={isAsked}>
          <summary>{texts.lookBack}</summary>
          <CutForm key={cuts.search} {...cuts} comparable={comparable} />
        </details>
      )}
      {isPast && (
        <output className="notice notice-attention past">
          <span>
            <strong>{texts.past}</strong> {said(cuts.cut)}. {texts.pastIsClosed}
          </span>
          <button type="button" onClick={() => cuts.choose(NOW, undefined)}>
            {texts.toNow}
          </button>
        </output>
      )}
    </>
  );
}
