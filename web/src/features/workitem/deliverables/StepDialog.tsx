import { useTexts } from '../../../lib/i18n/texts';
import { AreaField, CheckField, SelectField, TextField } from '../../../ui/form/fields';
import { ChoicesField, ListField } from '../../../ui/form/manyFields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useProject } from '../../../lib/project';
import { usePipelines, type ItemRef, type WorkItem } from '../api';
import { useAttach, useMembers, type Deliverable } from './api';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  item: WorkItem;
  /** The step that is written anew; its name stays. */
  before?: Deliverable | undefined;
  onClose: () => void;
}

const roles = ['release-manager', 'developer', 'approver', 'project-admin', 'viewer'];

/** A manual step: what a person does before or after the deployment of a stage. */
export function StepDialog({ place, item, before, onClose }: Props) {
  const t = useTexts(texts);
  const attach = useAttach(place);
  const stages = useStages(place.key, item);
  const members = useMembers(place.key);
  const step = before?.step;
  const initial = {
    name: before?.name ?? '',
    when: step?.when ?? 'BEFORE',
    stages: step?.stages ?? [],
    responsible: step?.responsible ?? '',
    text: step?.text ?? '',
    evidenceRequired: step?.evidenceRequired ?? false,
  };
  const form = useForm(initial, async ({ name, ...values }) => {
    await attach.mutateAsync({ kind: 'manual-step', name, step: values });
    onClose();
  });
  const people = (members.data ?? []).map((each) => `user:${each.name}`);
  const named = form.bind('stages', 'step.stages');
  const chosen = [...new Set([...stages, ...named.value])];
  return (
    <FormDialog
      title={before === undefined ? t('addStep') : t('editStep', { name: before.name })}
      submit={before === undefined ? t('addThis') : undefined}
      form={form}
      onClose={onClose}
      isWide
    >
      {before === undefined && <TextField label={t('name')} isRequired help={t('stepNameHelp')} {...form.bind('name')} />}
      <AreaField label={t('stepText')} isRequired rows={4} help={t('stepTextHelp')} {...form.bind('text', 'step.text')} />
      <SelectField
        label={t('stepWhen')}
        choices={[
          { value: 'BEFORE', text: t('stepBefore') },
          { value: 'AFTER', text: t('stepAfter') },
        ]}
        {...form.bind('when', 'step.when')}
        onChange={(when) => form.set({ when: when === 'AFTER' ? 'AFTER' : 'BEFORE' })}
      />
      {stages.length > 0 ? (
        <ChoicesField label={t('stepStages')} choices={chosen} help={t('stepStagesHelp')} {...named} />
      ) : (
        <ListField label={t('stepStages')} help={t('stepStagesHelp')} {...named} />
      )}
      <TextField
        label={t('stepResponsible')}
        suggestions={[...roles.map((each) => `role:${each}`), ...people]}
        help={t('stepResponsibleHelp')}
        {...form.bind('responsible', 'step.responsible')}
      />
      <CheckField label={t('stepEvidence')} {...form.bind('evidenceRequired', 'step.evidenceRequired')} />
    </FormDialog>
  );
}

/** Stages of the pipeline that the item goes through; none while there is no pipeline. */
function useStages(key: string, item: WorkItem): string[] {
  const { defaultPipelineId } = useProject();
  const pipelines = usePipelines(key);
  const id = item.pipelineId ?? defaultPipelineId;
  const pipeline = pipelines.data?.find((each) => each.id === id);
  return (pipeline?.stages ?? []).flatMap((stage) => {
    const { name } = stage as { name?: unknown };
    return typeof name === 'string' ? [name] : [];
  });
}
