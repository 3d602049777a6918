import { useState } from 'react';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Form } from '../../parts/form/form.js';
import type { Schema } from '../../shell/api/client.js';
import type { Fault } from '../../shell/api/problem.js';
import { instantText } from '../../shell/language/format.js';
import { GrowthResult } from './growth-result.js';
import { useLedgerTexts } from './ledger-texts.js';
import { useGrowth, type Compared } from './use-growth.js';

interface Props {
  readonly seals: readonly Schema<'Seal'>[];
  readonly keys: readonly string[];
}

/** Two seals of the list, compared in the browser. */
export function CompareSeals({ seals, keys }: Props) {
  const texts = useLedgerTexts();
  const [older, setOlder] = useState('');
  const [newer, setNewer] = useState('');
  const [compared, setCompared] = useState<Compared>();
  const growth = useGrowth(compared);
  const first = seals.find(({ size }) => String(size) === older) ?? seals.at(-1);
  const second = seals.find(({ size }) => String(size) === newer) ?? seals[0];
  const check = (): Fault[] =>
    first !== undefined && second !== undefined && first.size < second.size
      ? []
      : [{ in: 'body', pointer: '/older', code: 'order', message: texts.wrongOrder }];
  const options = seals.map(
    ({ size, recordedAt }) => [String(size), texts.sealOf(size, instantText(recordedAt))] as const,
  );
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{texts.compare}</h2>
      <p>{texts.compareIntro}</p>
      {seals.length < 2 ? (
        <p>{texts.onlyOne}</p>
      ) : (
        <Form
          problem={null}
          pending={growth.isFetching}
          submit={texts.check}
          check={check}
          onSubmit={() => {
            if (first === undefined || second === undefined) return;
            setCompared({ older: first.checkpoint, olderSize: first.size, newerSize: second.size, keys });
          }}
        >
          <ChoiceField
            pointer="/older"
            label={texts.older}
            options={options}
            value={String(first?.size)}
            onChange={setOlder}
          />
          <ChoiceField
            pointer="/newer"
            label={texts.newer}
            options={options}
            value={String(second?.size)}
            onChange={setNewer}
          />
        </Form>
      )}
      <GrowthResult growth={growth} />
    </section>
  );
}
