import { useState } from 'react';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import { useShellTexts } from '../shell-texts.js';
import { useSignIn } from './session.js';

/** A client has no account: the code in our letter opens the own file. */
export function LetterCodeForm() {
  const texts = useShellTexts();
  const [code, setCode] = useState('');
  const signIn = useSignIn();
  return (
    <section aria-labelledby="letter-code">
      <h2 id="letter-code">{texts.letterCode}</h2>
      <Form
        problem={signIn.error}
        pending={signIn.isPending}
        submit={texts.signInWithCode}
        onSubmit={() => signIn.mutate({ code: code.trim() })}
      >
        <Field pointer="/code" label={texts.code} hint={texts.codeHint}>
          {(input) => (
            <input
              {...input}
              required
              autoComplete="one-time-code"
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
        </Field>
      </Form>
    </section>
  );
}
