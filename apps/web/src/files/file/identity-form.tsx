import { useState } from 'react';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useFilesTexts } from '../files-texts.js';

interface Props {
  readonly dossierRef: string;
  readonly identity: Schema<'Identity'> | null;
  readonly onDone: () => void;
}

/** Puts name and address in the vault; no event says them. */
export function IdentityForm({ dossierRef, identity, onDone }: Props) {
  const texts = useFilesTexts();
  const announce = useAnnounce();
  const [name, setName] = useState(identity?.name ?? '');
  const [address, setAddress] = useState(identity?.address ?? '');
  const { send, pending, problem } = useRecording('/dossiers/{dossierRef}/persoonsgegevens');
  const keep = async (): Promise<void> => {
    const answer = await send({ path: { dossierRef }, body: { name, ...(address !== '' && { address }) } });
    if (answer === undefined) return;
    announce(texts.identityKept);
    onDone();
  };
  return (
    <Form problem={problem} pending={pending} submit={texts.keepIdentity} onSubmit={() => void keep()}>
      <Field pointer="/name" label={texts.name}>
        {(input) => (
          <input
            {...input}
            type="text"
            autoComplete="off"
            required
            maxLength={200}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field pointer="/address" label={texts.address} optional>
        {(input) => (
          <textarea
            {...input}
            autoComplete="off"
            rows={3}
            maxLength={500}
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        )}
      </Field>
    </Form>
  );
}
