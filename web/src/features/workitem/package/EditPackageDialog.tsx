import '@ui5/webcomponents-icons/dist/slim-arrow-up.js';
import '@ui5/webcomponents-icons/dist/slim-arrow-down.js';
import '@ui5/webcomponents-icons/dist/delete.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { CheckField, SelectField, TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { usePipelines } from '../api';
import { useChangePackage, useSearch, type Package } from './api';
import { texts } from './texts';

interface Props {
  projectKey: string;
  packed: Package;
  onClose: () => void;
}

/** Name, pipeline, items and end of a package; what depends on something stays behind it, says the server. */
export function EditPackageDialog({ projectKey, packed, onClose }: Props) {
  const t = useTexts(texts);
  const change = useChangePackage(projectKey, packed);
  const pipelines = usePipelines(projectKey);
  const { name, workItemIds, archived } = packed;
  const initial = { name, pipelineId: packed.pipelineId, workItemIds, more: '', archived };
  const form = useForm(initial, async ({ pipelineId, more, ...values }) => {
    await change.mutateAsync({
      ...values,
      workItemIds: withOne(values.workItemIds, more),
      ...(pipelineId === packed.pipelineId ? {} : { pipelineId }),
    });
    onClose();
  });
  const ids = form.values.workItemIds;
  const { more } = form.values;
  const found = useSearch(projectKey, more);
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
      <SelectField
        label={t('pipeline')}
        help={t('pipelineHelp')}
        choices={(pipelines.data ?? []).map((each) => ({ value: each.id, text: each.name }))}
        {...form.bind('pipelineId')}
      />
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
        <div className="ty-row">
          <TextField
            label={t('addItem')}
            suggestions={(found.data?.items ?? []).filter(({ id }) => !ids.includes(id)).map(({ id, title }) => `${id} ${title}`)}
            {...form.bind('more')}
          />
          <Button
            disabled={idIn(more) === ''}
            onClick={() => form.set({ workItemIds: withOne(ids, more), more: '' })}
          >
            {t('add')}
          </Button>
        </div>
      </fieldset>
      <CheckField label={t('archived')} help={t('archivedHelp')} {...form.bind('archived')} />
    </FormDialog>
  );
}

/** The ID of what was typed or chosen as `BHA-16 Its title`. */
function idIn(text: string): string {
  return (text.trim().split(' ')[0] ?? '').toUpperCase();
}

/** At the end, unless it is in already. */
function withOne(ids: string[], typed: string): string[] {
  const id = idIn(typed);
  return id === '' || ids.includes(id) ? ids : [...ids, id];
}
