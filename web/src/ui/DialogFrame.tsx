import { useState, type ReactNode } from 'react';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useTexts } from '../lib/i18n/texts';
import { texts } from './texts';
import { useFocusReturn } from './useFocusReturn';
import './ui.css';

interface Props {
  title: string;
  /** The buttons. */
  footer: ReactNode;
  children: ReactNode;
  onClose: () => void;
  isWide?: boolean | undefined;
  /** Something was entered that closing drops: Escape asks first. */
  isDirty?: boolean | undefined;
  /** Something is on its way: Escape waits for it. */
  isBusy?: boolean | undefined;
  className?: string | undefined;
  /** Id of what has the focus first. */
  initialFocus?: string | undefined;
}

/** Every dialog of the page: Escape never drops what was entered without asking, and the focus returns to where it was. Render it while it is open. */
export function DialogFrame({ title, footer, children, onClose, isWide, isDirty, isBusy, className, initialFocus }: Props) {
  const t = useTexts(texts);
  const [isLeaving, setIsLeaving] = useState(false);
  useFocusReturn();
  return (
    <Dialog
      open
      headerText={title}
      className={['ty-dialog', isWide === true ? 'ty-dialog-wide' : '', className ?? ''].filter(Boolean).join(' ')}
      initialFocus={initialFocus}
      onBeforeClose={(event) => {
        if (event.detail.escPressed && (isDirty === true || isBusy === true)) {
          event.preventDefault();
          setIsLeaving(isBusy !== true);
        }
      }}
      onClose={onClose}
      footer={<div className="ty-dialog-footer">{footer}</div>}
    >
      {isLeaving && isDirty === true && (
        <MessageStrip className="ty-dialog-strip" design="Critical" hideCloseButton role="alert">
          {t('unsavedInDialog')}
        </MessageStrip>
      )}
      {children}
    </Dialog>
  );
}
