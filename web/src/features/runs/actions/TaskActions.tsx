import { useRef, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useTexts } from '../../../lib/i18n/texts';
import { useUser } from '../../../lib/session';
import { actions, type Action, type Bypass, type Run, type Task } from '../api';
import { ActionDialog } from './ActionDialog';
import { actionOf, pendingOf } from './pending';
import { texts } from './texts';
import './actions.css';

const designs: Partial<Record<Action, 'Positive' | 'Negative' | 'Emphasized'>> = {
  approve: 'Positive',
  reject: 'Negative',
  complete: 'Emphasized',
};
const wishes = {
  skip: 'wishSkip',
  'mark-done': 'wishMarkDone',
  retry: 'wishRetry',
  override: 'wishOverride',
  'override-freeze': 'wishOverrideFreeze',
} as const;

const focusMs = 400;

interface Props {
  run: Run;
  task: Task;
}

/** What this person may do with a task now, and what waits for a second person. */
export function TaskActions({ run, task }: Props) {
  const t = useTexts(texts);
  const user = useUser();
  const [open, setOpen] = useState<{ action: Action; confirms?: Bypass } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const pending = pendingOf(run, task);
  const mine = pending.filter((each) => each.askedBy === user?.name && each.action !== 'retry' && each.action !== 'override');
  const offered = actions.filter(
    (action) => task.actions.includes(action) && !mine.some((each) => actionOf(each) === action),
  );

  function close() {
    setOpen(null);
    // The button that was pressed may be gone with the state that offered it.
    setTimeout(() => {
      if (document.activeElement === document.body) {
        box.current?.focus();
      }
    }, focusMs);
  }

  return (
    <div ref={box} tabIndex={-1} className="ty-run-do">
      {pending.map((each) => (
        <Pending
          key={each.action}
          bypass={each}
          isMine={each.askedBy === user?.name}
          mayConfirm={task.actions.includes(actionOf(each) ?? '')}
          onConfirm={(action) => setOpen({ action, confirms: each })}
        />
      ))}
      {offered.length > 0 && (
        <div className="ty-row ty-run-actions">
          {offered.map((action) => (
            <Button
              key={action}
              design={designs[action] ?? 'Default'}
              accessibleName={`${t(`do_${action}`)} ${task.name}`}
              onClick={() => setOpen({ action })}
            >
              {t(`do_${action}`)}
            </Button>
          ))}
        </div>
      )}
      {open !== null && <ActionDialog {...open} run={run.id} task={task} onClose={close} />}
    </div>
  );
}

interface PendingProps {
  bypass: Bypass;
  isMine: boolean;
  mayConfirm: boolean;
  onConfirm: (action: Action) => void;
}

function Pending({ bypass, isMine, mayConfirm, onConfirm }: PendingProps) {
  const t = useTexts(texts);
  const action = actionOf(bypass);
  const isFreeze = bypass.action === 'override-freeze';
  const wish = bypass.action in wishes ? t(wishes[bypass.action as keyof typeof wishes]) : bypass.action;
  return (
    <div className="ty-run-pending" role="status">
      <MessageStrip design="Critical" hideCloseButton>
        {t(isMine ? 'pendingMine' : 'pendingOther', { name: bypass.askedBy, action: wish, reason: bypass.reason })}{' '}
        {t(isFreeze ? 'twoAnywhere' : 'twoOnProduction')} {isMine && t('notYourself')}
      </MessageStrip>
      {!isMine && mayConfirm && action !== undefined && (
        <Button design="Attention" onClick={() => onConfirm(action)}>
          {t('confirm', { action: t(`do_${action}`) })}
        </Button>
      )}
    </div>
  );
}
