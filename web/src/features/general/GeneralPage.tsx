import { useMemo, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { ClashNotice } from '../../ui/form/ClashNotice';
import { AreaField, CheckField, SelectField, TextField } from '../../ui/form/fields';
import { useVersionedForm } from '../../ui/form/useVersionedForm';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { readProject, useChangeProject, usePipelines, type Project } from './api';
import { texts } from './texts';

interface Fields {
  name: string;
  description: string;
  defaultPipelineId: string;
  componentRequired: boolean;
  automaticPromotion: boolean;
  transportRelease: string;
}

/** Project Settings > General. */
export function GeneralPage() {
  const t = useTexts(texts);
  const project = useProject();
  const { key } = project;
  const canEdit = useMay()('PROJECT_EDIT', key) && !project.archived;
  const change = useChangeProject(key);
  const [isSaved, setIsSaved] = useState(false);
  const pipelines = usePipelines(key).data?.items ?? [];
  const releasers = useReleasers();
  const form = useVersionedForm<Project, Fields>(project, {
    fieldsOf,
    read: () => readProject(key),
    async write(version, changes) {
      setIsSaved(false);
      const saved = await change.mutateAsync({ version, body: bodyOf(changes) });
      setIsSaved(true);
      return saved;
    },
  });
  const labels = useLabels();
  const isLocked = !canEdit;

  function show(name: keyof Fields, value: unknown): string {
    if (typeof value === 'boolean') {
      return t(value ? 'yes' : 'no');
    }
    const choices = name === 'transportRelease' ? releasers : [];
    const pipeline = name === 'defaultPipelineId' ? pipelines.find(({ id }) => id === value)?.name : undefined;
    return pipeline ?? choices.find((each) => each.value === value)?.text ?? String(value);
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { key })}
        actions={
          canEdit && (
            <>
              <Button
                design="Emphasized"
                loading={form.isBusy}
                disabled={!form.isDirty || form.isBusy}
                onClick={() => form.submit()}
              >
                {t('save')}
              </Button>
              <Button design="Transparent" disabled={!form.isDirty || form.isBusy} onClick={() => form.reset()}>
                {t('reset')}
              </Button>
            </>
          )
        }
      />
      <PageBody>
        <UnsavedGuard when={form.isDirty} />
        {isLocked && (
          <MessageStrip design="Information" hideCloseButton>
            {t('readOnly')}
          </MessageStrip>
        )}
        <ProblemMessage problem={form.problem} besides={form.fieldNames} />
        <ClashNotice form={form} labels={labels} show={show} />
        <div role="status" aria-live="polite">
          {isSaved && !form.isDirty && (
            <MessageStrip design="Positive" onClose={() => setIsSaved(false)}>
              {t('saved')}
            </MessageStrip>
          )}
        </div>
        <section className="ty-panel ty-form" aria-label={t('title')}>
          <div className="ty-form-columns">
            <TextField label={t('key')} isReadOnly help={t('keyHelp')} value={key} onChange={() => undefined} />
            <TextField label={t('name')} isRequired isDisabled={isLocked} {...form.bind('name')} />
          </div>
          <AreaField label={t('description')} isDisabled={isLocked} {...form.bind('description')} />
        </section>
        <section className="ty-panel ty-form" aria-label={t('promoting')}>
          <div className="ty-form-columns">
            <SelectField
              label={t('defaultPipelineId')}
              help={t('defaultPipelineHelp')}
              isDisabled={isLocked}
              choices={[
                { value: '', text: t('noPipeline') },
                ...pipelines.map(({ id, name }) => ({ value: id, text: name })),
              ]}
              {...form.bind('defaultPipelineId')}
            />
            <SelectField
              label={t('transportRelease')}
              help={t('transportReleaseHelp')}
              isDisabled={isLocked}
              choices={releasers}
              {...form.bind('transportRelease', 'settings.transportRelease')}
            />
          </div>
          <CheckField label={t('componentRequired')} isDisabled={isLocked} {...form.bind('componentRequired')} />
          <CheckField
            label={t('automaticPromotion')}
            help={t('automaticPromotionHelp')}
            isDisabled={isLocked}
            {...form.bind('automaticPromotion')}
          />
        </section>
      </PageBody>
    </>
  );
}

function fieldsOf({ name, description, defaultPipelineId, settings }: Project): Fields {
  return { name, description, defaultPipelineId: defaultPipelineId ?? '', ...settings };
}

function bodyOf({ name, description, defaultPipelineId, ...settings }: Partial<Fields>) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(defaultPipelineId === undefined ? {} : { defaultPipelineId }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
}

function useReleasers() {
  const t = useTexts(texts);
  return useMemo(
    () => [
      { value: 'owner', text: t('releaserOwner') },
      { value: 'developer', text: t('releaserDeveloper') },
      { value: 'release-manager', text: t('releaserReleaseManager') },
      { value: 'pipeline', text: t('releaserPipeline') },
    ],
    [t],
  );
}

function useLabels(): Record<keyof Fields, string> {
  const t = useTexts(texts);
  return useMemo(
    () => ({
      name: t('name'),
      description: t('description'),
      defaultPipelineId: t('defaultPipelineId'),
      componentRequired: t('componentRequired'),
      automaticPromotion: t('automaticPromotion'),
      transportRelease: t('transportRelease'),
    }),
    [t],
  );
}
