import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import type { Fault } from '../../shell/api/problem.js';
import { useTimeTravelTexts } from '../time-travel/time-travel-texts.js';

const FILE = /^[a-z2-7]{13}$/;
const CLAIM = /^[a-z2-7]{13}\.[a-z2-7]{1,16}$/;

/** Opens what somebody has the number of, from a letter or a finding. */
export function OpenByNumber() {
  const texts = useTimeTravelTexts();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const typed = number.trim();
  const check = (): Fault[] =>
    typed === '' || FILE.test(typed) || CLAIM.test(typed)
      ? []
      : [{ in: 'body', pointer: '/number', code: 'misshapen', message: texts.misshapen }];
  return (
    <Form
      problem={null}
      pending={false}
      submit={texts.search}
      check={check}
      onSubmit={() => void navigate(`${CLAIM.test(typed) ? 'declaraties' : 'dossiers'}/${typed}`)}
    >
      <Field pointer="/number" label={texts.find} hint={texts.findHint}>
        {(input) => (
          <input
            {...input}
            required
            autoComplete="off"
            spellCheck={false}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
        )}
      </Field>
    </Form>
  );
}
