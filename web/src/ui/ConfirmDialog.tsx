import { useId, useState, type ReactNode } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../lib/i18n/texts';
import { DialogFrame } from './DialogFrame';
import { ProblemMessage } from './ProblemMessage';
import { AreaField } from './form/fields';
import { texts } from './texts';

interface Props {
  title: string;
  children?: ReactNode;
  /** The verb on the button that does it. */
  confirm: string;
  isNegative?: boolean;
  reason?: 'none' | 'optional' | 'required';
  /** Asked before; false when the children want something more, which they say themselves. */
  isComplete?: () => boolean;
  /** Does it; a refusal is shown and the dialog stays. */
  onConfirm: (reason: string) => Promise<unknown>;
  /** Something was entered in the children. */
  isDirty?: boolean;
  onClose: () => void;
}

/** Asks before something is done that others notice. Render it while it is open. */
export function ConfirmDialog({ title, children, confirm, isNegative, reason = 'none', isComplete, onConfirm, isDirty, onClose }: Props) {
  const t = useTexts(texts);
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const confirmId = useId();

  async function go() {
    const isReasonMissing = reason === 'required' && text.trim() === '';
    setIsMissing(isReasonMissing);
    if (isComplete?.() === false || isReasonMissing) {
      return;
    }
    setIsBusy(true);
    setProblem(null);
    try {
      await onConfirm(text.trim());
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <DialogFrame
      title={title}
      isDirty={isDirty === true || text.trim() !== ''}
      isBusy={isBusy}
      onClose={onClose}
      initialFocus={reason === 'none' ? confirmId : undefined}
      footer={
        <>
          <Button
            id={confirmId}
            design={isNegative === true ? 'Negative' : 'Emphasized'}
            loading={isBusy}
            disabled={isBusy}
            onClick={() => void go()}
          >
            {confirm}
          </Button>
          <Button design="Transparent" disabled={isBusy} onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        <ProblemMessage problem={problem} besides={['reason']} />
        {children}
        {reason !== 'none' && (
          <AreaField
            label={t('reason')}
            isRequired={reason === 'required'}
            value={text}
            onChange={setText}
            error={isMissing && text.trim() === '' ? t('reasonMissing') : undefined}
          />
        )}
      </div>
    </DialogFrame>
  );
}
