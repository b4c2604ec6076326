import type { ReactNode } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../lib/i18n/texts';
import { DialogFrame } from './DialogFrame';
import { ProblemMessage } from './ProblemMessage';
import type { Form } from './form/useForm';
import { texts } from './texts';

interface Props<V extends object> {
  title: string;
  form: Form<V>;
  /** The verb on the button; Save when left out. */
  submit?: string | undefined;
  children: ReactNode;
  onClose: () => void;
  isWide?: boolean;
  /** Something was entered beside the form's fields. */
  isDirty?: boolean;
}

/** A form in a dialog: submit, cancel, the refusal above the fields. Render it while it is open. */
export function FormDialog<V extends object>({ title, form, submit, children, onClose, isWide, isDirty }: Props<V>) {
  const t = useTexts(texts);
  return (
    <DialogFrame
      title={title}
      isWide={isWide}
      isDirty={form.isDirty || isDirty === true}
      isBusy={form.isBusy}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" loading={form.isBusy} disabled={form.isBusy} onClick={() => form.submit()}>
            {submit ?? t('save')}
          </Button>
          <Button design="Transparent" disabled={form.isBusy} onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
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
        <ProblemMessage problem={form.problem} besides={form.fieldNames} />
        {children}
        {/* Lets Enter submit. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </DialogFrame>
  );
}
