import '@ui5/webcomponents-icons/dist/slim-arrow-up.js';
import '@ui5/webcomponents-icons/dist/slim-arrow-down.js';
import '@ui5/webcomponents-icons/dist/delete.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { CheckField, TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useChangePackage, type Package } from './api';
import { texts } from './texts';

interface Props {
  projectKey: string;
  packed: Package;
  onClose: () => void;
}

/** Name, order and end of a package; what depends on something stays behind it, says the server. */
export function EditPackageDialog({ projectKey, packed, onClose }: Props) {
  const t = useTexts(texts);
  const change = useChangePackage(projectKey, packed);
  const { name, workItemIds, archived } = packed;
  const form = useForm({ name, workItemIds, archived }, async (values) => {
    await change.mutateAsync(values);
    onClose();
  });
  const ids = form.values.workItemIds;
  const error = form.bind('workItemIds').error;

  function move(at: number, by: number) {
    const next = [...ids];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) {
      next.splice(at + by, 0, moved);
      form.set({ workItemIds: next });
    }
  }

  return (
    <FormDialog title={t('editTitle', { name })} form={form} onClose={onClose}>
      <TextField label={t('name')} isRequired {...form.bind('name')} />
      <fieldset className="ty-field">
        <legend>{t('items')}</legend>
        <ol>
          {ids.map((id, at) => (
            <li key={id}>
              <span className="ty-row">
                {id}
                <Button
                  design="Transparent"
                  icon="slim-arrow-up"
                  accessibleName={t('up', { id })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <Button
                  design="Transparent"
                  icon="slim-arrow-down"
                  accessibleName={t('down', { id })}
                  disabled={at === ids.length - 1}
                  onClick={() => move(at, 1)}
                />
                <Button
                  design="Transparent"
                  icon="delete"
                  accessibleName={t('takeOut', { id })}
                  onClick={() => form.set({ workItemIds: ids.filter((each) => each !== id) })}
                />
              </span>
            </li>
          ))}
        </ol>
        {error !== undefined && (
          <div className="ty-field-error" role="alert">
            {error}
          </div>
        )}
      </fieldset>
      <CheckField label={t('archived')} help={t('archivedHelp')} {...form.bind('archived')} />
    </FormDialog>
  );
}
