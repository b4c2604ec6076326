import { useId, useRef, useState } from 'react';
import '@ui5/webcomponents-icons/dist/upload.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { ProgressIndicator } from '@ui5/webcomponents-react/ProgressIndicator';
import { Title } from '@ui5/webcomponents-react/Title';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { SelectField } from '../../../ui/form/fields';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import type { ItemRef } from '../api';
import { useUpload } from './api';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  kinds: readonly { id: string; name: string }[];
}

interface Sending {
  name: string;
  size: number;
  share: number;
  stop: AbortController;
}

/** Takes a file by choosing or dropping it and shows how far it is. */
export function UploadBox({ place, kinds }: Props) {
  const t = useTexts(texts);
  const titleId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const upload = useUpload(place);
  const [kind, setKind] = useState(kinds[0]?.id ?? 'file');
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [done, setDone] = useState('');
  const [isOver, setIsOver] = useState(false);

  async function send(file: File | undefined) {
    if (file === undefined || sending !== null) {
      return;
    }
    const stop = new AbortController();
    const start: Sending = { name: file.name, size: file.size, share: 0, stop };
    setSending(start);
    setProblem(null);
    setDone('');
    try {
      await upload.mutateAsync({ kind, file, signal: stop.signal, onProgress: (share) => setSending({ ...start, share }) });
      setDone(t('uploaded', { name: file.name }));
    } catch (thrown) {
      if (!stop.signal.aborted) {
        setProblem(thrown);
      }
    } finally {
      setSending(null);
    }
  }

  return (
    // Dropping is a short cut: the button below does the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="ty-panel wi-upload"
      aria-labelledby={titleId}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void send(event.dataTransfer.files[0]);
      }}
    >
      <Title id={titleId} level="H2" size="H5">
        {t('upload')}
      </Title>
      <div className="wi-upload-row">
        <SelectField
          label={t('kind')}
          value={kind}
          onChange={setKind}
          choices={kinds.map(({ id, name }) => ({ value: id, text: name }))}
          isDisabled={sending !== null}
        />
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t('chooseFile')}
          accept={kind === 'mta' ? '.mtar,.zip' : undefined}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button icon="upload" disabled={sending !== null} onClick={() => picker.current?.click()}>
          {t('chooseFile')}
        </Button>
        <span className="wi-hint">{t('dropFile')}</span>
      </div>
      {sending !== null && <Progress sending={sending} />}
      <ProblemMessage problem={problem} />
      <div role="status">{done}</div>
    </section>
  );
}

function Progress({ sending }: { sending: Sending }) {
  const t = useTexts(texts);
  const format = useFormat();
  const percent = Math.round(sending.share * 100);
  return (
    <div className="wi-upload-row">
      <span className="wi-name">{sending.name}</span>
      <ProgressIndicator
        className="wi-grow"
        value={percent}
        accessibleName={sending.name}
        displayValue={percent === 100 ? t('checkingFile') : t('sent', { percent, size: format.bytes(sending.size) })}
      />
      <Button design="Transparent" onClick={() => sending.stop.abort()}>
        {t('cancelUpload')}
      </Button>
    </div>
  );
}
