import { useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { download } from '../../../lib/api/download';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { CopyButton } from '../../../ui/CopyButton';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { useDocument, type Document } from '../api';
import { texts } from '../texts';
import { Findings, findingsIn } from './Findings';

interface Props {
  run: string;
  document: Document;
  onClose: () => void;
}

/** A document as plain text, a validation report as its findings. */
export function DocumentDialog({ run, document, onClose }: Props) {
  const t = useTexts(texts);
  const [problem, setProblem] = useState<unknown>(null);
  const { data: text, error, refetch } = useDocument(run, document.href.slice(document.href.lastIndexOf('/') + 1));
  const findings = text === undefined ? undefined : findingsIn(document.name, text);
  return (
    <DialogFrame
      title={document.name}
      isWide
      onClose={onClose}
      footer={
        <>
          {text !== undefined && <CopyButton text={text} />}
          <Button onClick={() => void download(document.href, document.name).catch(setProblem)}>{t('download')}</Button>
          <Button design="Emphasized" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        <ProblemMessage problem={problem ?? error} retry={error === null ? undefined : () => void refetch()} />
        {text === undefined && error === null && <BusyIndicator active />}
        {findings !== undefined ? (
          <Findings findings={findings} />
        ) : (
          // A region that scrolls must be reachable by keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          text !== undefined && <pre className="ty-code ty-document" tabIndex={0}>{text}</pre>
        )}
      </div>
    </DialogFrame>
  );
}
