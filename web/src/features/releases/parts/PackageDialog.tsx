import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { useNavigate } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { SelectField, TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useCreatePackage, usePipelines, type Release, type ReleaseItem } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  release: Release;
  items: readonly ReleaseItem[];
  onClose: () => void;
}

/** Makes a release package of items of the release version and opens its plan. */
export function PackageDialog({ projectKey, release, items, onClose }: Props) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const pipelines = usePipelines(projectKey);
  const create = useCreatePackage(projectKey);
  const open = items.filter(({ readiness }) => readiness !== 'COMPLETED');
  const initial = { name: release.name, pipelineId: '', workItemIds: open.map(({ workItemId }) => workItemId) };
  const form = useForm(initial, async ({ pipelineId, ...values }) => {
    const made = await create.mutateAsync({
      ...values,
      releaseVersionId: release.id,
      ...(pipelineId === '' ? {} : { pipelineId }),
    });
    onClose();
    await navigate(`/projects/${projectKey}/release-packages/${made.id}`);
  });
  const chosen = new Set(form.values.workItemIds);
  const error = form.bind('workItemIds').error;

  function choose(id: string, isChosen: boolean) {
    form.set({
      workItemIds: items.map(({ workItemId }) => workItemId).filter((each) => (each === id ? isChosen : chosen.has(each))),
    });
  }

  return (
    <FormDialog title={t('packageTitle')} submit={t('createPackage')} form={form} onClose={onClose} isWide>
      <p>{t('packageText')}</p>
      <TextField label={t('name')} isRequired {...form.bind('name')} />
      <SelectField
        label={t('pipeline')}
        help={t('pipelineHelp')}
        choices={[
          { value: '', text: t('pipelineCommon') },
          ...(pipelines.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...form.bind('pipelineId')}
      />
      <fieldset className="ty-field rl-items">
        <legend>{t('items')}</legend>
        {items.map(({ workItemId, title }) => (
          <CheckBox
            key={workItemId}
            text={`${workItemId} ${title}`}
            wrappingType="Normal"
            checked={chosen.has(workItemId)}
            onChange={(event) => choose(workItemId, event.target.checked)}
          />
        ))}
        {error !== undefined && (
          <div className="ty-field-error" role="alert">
            {error}
          </div>
        )}
      </fieldset>
    </FormDialog>
  );
}
