import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import { Page } from '../../parts/page.js';
import type { Fault } from '../../shell/api/problem.js';
import { useTimeTravelTexts } from '../time-travel/time-travel-texts.js';
import { ClaimDifferences } from './claim-differences.js';
import { TotalsAt } from './totals-at.js';
import { useMomentsTexts } from './moments-texts.js';

/** The whole of the claims on two days, each with what was known then, and what made the difference. */
export function MomentsPage() {
  const texts = useMomentsTexts();
  const { title } = useTimeTravelTexts();
  const [asked, setAsked] = useSearchParams();
  const [first, setFirst] = useState(asked.get('van') ?? '');
  const [second, setSecond] = useState(asked.get('tot') ?? '');
  const [from, until] = [asked.get('van'), asked.get('tot')];
  const check = (): Fault[] =>
    first === '' || second === '' || first < second
      ? []
      : [{ in: 'body', pointer: '/second', code: 'order', message: texts.wrongOrder }];
  const days = [
    { name: 'first', label: texts.first, hint: texts.firstHint, value: first, change: setFirst },
    { name: 'second', label: texts.second, hint: texts.secondHint, value: second, change: setSecond },
  ];
  return (
    <Page title={texts.title} above={[{ path: '/verantwoording/tijdreis', title }]}>
      <p>{texts.intro}</p>
      <Form
        problem={null}
        pending={false}
        submit={texts.compare}
        check={check}
        onSubmit={() => setAsked({ van: first, tot: second })}
      >
        {days.map(({ name, label, hint, value, change }) => (
          <Field key={name} pointer={`/${name}`} label={label} hint={hint}>
            {(input) => <DayInput {...input} required value={value} onDay={change} />}
          </Field>
        ))}
      </Form>
      {from !== null && until !== null && (
        <>
          <TotalsAt from={from} until={until} />
          <ClaimDifferences from={from} until={until} />
        </>
      )}
    </Page>
  );
}
