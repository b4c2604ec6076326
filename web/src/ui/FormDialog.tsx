import { useState, type ReactNode } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useTexts } from '../lib/i18n/texts';
import { ProblemMessage } from './ProblemMessage';
import type { Form } from './form/useForm';
import { texts } from './texts';
import { useFocusReturn } from './useFocusReturn';
import './ui.css';

interface Props<V extends object> {
  title: string;
  form: Form<V>;
  /** The verb on the button; Save when left out. */
  submit?: string | undefined;
  children: ReactNode;
  onClose: () => void;
  isWide?: boolean;
}

/** A form in a dialog: submit, cancel, the refusal above the fields. Escape asks before it drops what was typed. Render it while it is open. */
export function FormDialog<V extends object>({ title, form, submit, children, onClose, isWide }: Props<V>) {
  const t = useTexts(texts);
  const [isLeaving, setIsLeaving] = useState(false);
  useFocusReturn();
  return (
    <Dialog
      open
      headerText={title}
      className={isWide === true ? 'ty-dialog ty-dialog-wide' : 'ty-dialog'}
      onBeforeClose={(event) => {
        if (event.detail.escPressed && (form.isDirty || form.isBusy)) {
          event.preventDefault();
          setIsLeaving(form.isDirty);
        }
      }}
      onClose={onClose}
      footer={
        <div className="ty-dialog-footer">
          <Button design="Emphasized" loading={form.isBusy} disabled={form.isBusy} onClick={() => form.submit()}>
            {submit ?? t('save')}
          </Button>
          <Button design="Transparent" disabled={form.isBusy} onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      }
    >
      <form
        className="ty-dialog-body ty-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        {isLeaving && (
          <MessageStrip design="Critical" hideCloseButton role="alert">
            {t('unsavedInDialog')}
          </MessageStrip>
        )}
        <ProblemMessage problem={form.problem} besides={form.fieldNames} />
        {children}
        {/* Lets Enter submit. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
