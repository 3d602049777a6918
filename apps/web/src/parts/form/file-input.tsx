import { useState, type ComponentProps } from 'react';
import { usePartsTexts } from '../parts-texts.js';

interface Props extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  readonly onFiles: (files: readonly File[]) => void;
}

/** A file of one's own, in the language of the page: the browser's own button is in its language. */
export function FileInput({ onFiles, ...input }: Props) {
  const texts = usePartsTexts();
  const [names, setNames] = useState('');
  const chosen = (files: readonly File[]): void => {
    setNames(files.map(({ name }) => name).join(', '));
    onFiles(files);
  };
  return (
    <span className="file">
      <input {...input} type="file" onChange={({ target }) => chosen([...(target.files ?? [])])} />
      <span aria-hidden="true" className="file-button">
        {input.multiple === true ? texts.chooseFiles : texts.chooseFile}
      </span>
      <span aria-hidden="true" className="file-names">
        {names === '' ? texts.noFile : names}
      </span>
    </span>
  );
}
