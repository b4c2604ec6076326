import { useState } from 'react';
import '@ui5/webcomponents-icons/dist/attachment.js';
import '@ui5/webcomponents-icons/dist/decline.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { FileUploader } from '@ui5/webcomponents-react/FileUploader';
import { useTexts } from '../../../lib/i18n/texts';
import { texts } from './texts';

export interface Attachment {
  name: string;
  text: string;
}

interface Props {
  files: readonly Attachment[];
  onChange: (files: readonly Attachment[]) => void;
  error?: string | undefined;
}

const limit = 1024 * 1024;

/** Text files that become evidence of the run. */
export function Attachments({ files, onChange, error }: Props) {
  const t = useTexts(texts);
  const [tooBig, setTooBig] = useState<string | null>(null);

  async function add(chosen: FileList | null) {
    const all = [...(chosen ?? [])];
    setTooBig(all.find(({ size }) => size > limit)?.name ?? null);
    const read = await Promise.all(
      all.filter(({ size }) => size <= limit).map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    onChange([...files, ...read]);
  }

  return (
    <div className="ty-field">
      <FileUploader
        hideInput
        multiple
        accept=".txt,.log,.csv,.json,.xml,.md"
        accessibleName={t('files')}
        onChange={(event) => void add(event.detail.files)}
      >
        <Button icon="attachment">{t('files')}</Button>
      </FileUploader>
      {(tooBig !== null || error !== undefined) && (
        <div className="ty-field-error" role="alert">
          {tooBig === null ? error : t('filesTooBig', { name: tooBig })}
        </div>
      )}
      <ul className="ty-run-files">
        {files.map((file, index) => (
          <li key={`${index}${file.name}`}>
            {file.name}
            <Button
              icon="decline"
              design="Transparent"
              accessibleName={t('filesRemove', { name: file.name })}
              onClick={() => onChange(files.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
