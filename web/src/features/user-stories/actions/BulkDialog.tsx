import { useState, type ReactNode } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { ProgressIndicator } from '@ui5/webcomponents-react/ProgressIndicator';
import { asProblem } from '../../../lib/api/problem';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { useReadAgain, type WorkItem } from '../api';
import { texts } from '../texts';
import './actions.css';

interface Props {
  title: string;
  /** The verb on the button. */
  confirm: string;
  children: ReactNode;
  items: readonly WorkItem[];
  deed: (item: WorkItem) => Promise<unknown>;
  onClose: () => void;
}

interface Failure {
  id: string;
  message: string;
}

const atOnce = 4;

/** Does the same to several items, four at a time, and says which refused and why. */
export function BulkDialog({ title, confirm, children, items, deed, onClose }: Props) {
  const t = useTexts(texts);
  const readAgain = useReadAgain();
  const [done, setDone] = useState<number | null>(null);
  const [failures, setFailures] = useState<Failure[]>([]);
  const isOver = done === items.length;

  async function go() {
    const waiting = [...items];
    setDone(0);
    async function work() {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
        const { id } = item;
        try {
          await deed(item);
        } catch (thrown) {
          setFailures((before) => [...before, { id, message: asProblem(thrown).message }]);
        }
        setDone((before) => (before ?? 0) + 1);
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work));
    await readAgain();
  }

  return (
    <DialogFrame
      title={title}
      isBusy={done !== null && !isOver}
      onClose={onClose}
      footer={
        <>
          {done === null && (
            <Button design="Emphasized" onClick={() => void go()}>
              {confirm}
            </Button>
          )}
          <Button design={isOver ? 'Emphasized' : 'Transparent'} disabled={done !== null && !isOver} onClick={onClose}>
            {t(isOver ? 'closeDialog' : 'cancel')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        {done === null ? (
          children
        ) : (
          <>
            <ProgressIndicator
              value={Math.round((100 * done) / items.length)}
              displayValue={t('bulkDone', { done, total: items.length })}
              valueState={failures.length > 0 ? 'Negative' : isOver ? 'Positive' : 'Information'}
              accessibleName={title}
            />
            <div role="status">
              {isOver && t('bulkResult', { done: items.length - failures.length, failed: failures.length })}
            </div>
            {failures.length > 0 && (
              <ul className="ty-findings">
                {failures.map(({ id, message }) => (
                  <li key={id}>
                    <strong>{id}</strong>
                    {message}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </DialogFrame>
  );
}
