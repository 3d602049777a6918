import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../../parts/form/form.js';
import type { Schema } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';
import { sendForJson } from '../../shell/api/send.js';
import { useFilesTexts } from '../files-texts.js';
import { BsnField, isBsn } from './bsn-field.js';

/** Finds a client by number. The number goes in the body of the request and nowhere else. */
export function FindForm() {
  const texts = useFilesTexts();
  const navigate = useNavigate();
  const [bsn, setBsn] = useState('');
  const { mutate, isPending, error, data } = useMutation<Schema<'FileFound'>, Problem, string>({
    mutationFn: async (asked) =>
      (await sendForJson<Schema<'FileFound'>>({ method: 'POST', path: '/v1/dossiers/_zoek', body: { bsn: asked } }))
        .data,
    onSuccess: ({ results: [found] }) => {
      if (found !== undefined) void navigate(`/dossiers/${found.dossierRef}`);
    },
  });
  const check = () =>
    isBsn(bsn) ? [] : [{ in: 'body' as const, pointer: '/bsn', code: 'invalid', message: texts.bsnWrong }];
  return (
    <section aria-labelledby="find">
      <h2 id="find">{texts.find}</h2>
      <Form problem={error} pending={isPending} submit={texts.search} check={check} onSubmit={() => mutate(bsn)}>
        <BsnField value={bsn} onChange={setBsn} />
      </Form>
      <p aria-live="polite">{data?.results.length === 0 && texts.notFound}</p>
    </section>
  );
}
