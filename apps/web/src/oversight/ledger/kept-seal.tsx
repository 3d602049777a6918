import { useState } from 'react';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { instantText } from '../../shell/language/format.js';
import { GrowthResult } from './growth-result.js';
import { useLedgerTexts } from './ledger-texts.js';
import { useGrowth } from './use-growth.js';

type Seal = Schema<'Seal'>;

interface Kept {
  readonly seal: Pick<Seal, 'size' | 'recordedAt' | 'checkpoint'>;
  readonly keys: readonly string[];
}

const KEPT_AS = 'uitkomst.zegel';

interface Props {
  readonly newest: Seal | undefined;
  readonly keys: readonly string[];
}

/** A seal that this browser holds: a witness of its own, which no server can talk to. */
export function KeptSeal({ newest, keys }: Props) {
  const texts = useLedgerTexts();
  const announce = useAnnounce();
  const [kept, setKept] = useState(readKept);
  const keep = (): void => {
    if (newest === undefined) return;
    const { size, recordedAt, checkpoint } = newest;
    const held: Kept = { seal: { size, recordedAt, checkpoint }, keys };
    localStorage.setItem(KEPT_AS, JSON.stringify(held));
    setKept(held);
    announce(texts.saved);
  };
  const forget = (): void => {
    localStorage.removeItem(KEPT_AS);
    setKept(undefined);
    announce(texts.forgotten);
  };
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{texts.kept}</h2>
      <p>{texts.keptIntro}</p>
      {kept !== undefined && newest !== undefined && <Since kept={kept} newest={newest} />}
      <div className="buttons">
        <button type="button" disabled={newest === undefined} onClick={keep}>
          {texts.keep}
        </button>
        {kept !== undefined && (
          <button type="button" onClick={forget}>
            {texts.forget}
          </button>
        )}
      </div>
    </section>
  );
}

function Since({ kept: { seal, keys }, newest }: { readonly kept: Kept; readonly newest: Seal }) {
  const texts = useLedgerTexts();
  const growth = useGrowth({ older: seal.checkpoint, olderSize: seal.size, newerSize: newest.size, keys });
  return (
    <>
      <p>{texts.keptSince(seal.size, instantText(seal.recordedAt))}</p>
      <GrowthResult growth={growth} />
    </>
  );
}

function readKept(): Kept | undefined {
  const held = localStorage.getItem(KEPT_AS);
  return held === null ? undefined : (JSON.parse(held) as Kept);
}
