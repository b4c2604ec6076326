import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../../lib/i18n/texts';
import { useProject } from '../../../lib/project';
import { CheckField, SelectField, TextField } from '../../../ui/form/fields';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { SafeHtml } from '../../../ui/SafeHtml';
import { useExternalSystem, usePipelines, useReleases, type ItemRef, type WorkItem } from '../api';
import { IncludeOffer } from '../deliverables/IncludeOffer';
import { texts as common } from '../texts';
import { ConflictDialog } from './ConflictDialog';
import { ExternalFacts } from './ExternalFacts';
import { Relatives } from './Relatives';
import { texts } from './texts';
import type { OurFields } from './useOurFields';

interface Props {
  place: ItemRef;
  item: WorkItem;
  fields: OurFields;
  canEdit: boolean;
}

export function OverviewTab({ place, item, fields, canEdit }: Props) {
  const t = useTexts(texts);
  const tCommon = useTexts(common);
  const system = useExternalSystem(place.key, item.integrationId) ?? tCommon('externalSystem');
  return (
    <>
      <IncludeOffer place={place} item={item} canEdit={canEdit} />
      <div className="wi-columns">
        <OurPanel place={place} fields={fields} canEdit={canEdit} />
        <section className="ty-panel" aria-labelledby="wi-external">
          <Title id="wi-external" level="H2" size="H5">
            {t('external', { system })}
          </Title>
          <p className="wi-hint">{t('externalWhy', { system })}</p>
          <ExternalFacts item={item} />
        </section>
      </div>
      <section className="ty-panel" aria-labelledby="wi-description">
        <Title id="wi-description" level="H2" size="H5">
          {t('description')}
        </Title>
        {item.descriptionNote != null && (
          <MessageStrip design="Critical" hideCloseButton>
            {item.descriptionNote}
          </MessageStrip>
        )}
        {item.description == null || item.description === '' ? (
          <p className="wi-hint">{t('noDescription', { system })}</p>
        ) : (
          <SafeHtml html={item.description} />
        )}
      </section>
      <Relatives place={place} item={item} />
    </>
  );
}

function OurPanel({ place, fields, canEdit }: Omit<Props, 'item'>) {
  const t = useTexts(texts);
  const { settings, defaultPipelineId } = useProject();
  const pipelines = usePipelines(place.key);
  const releases = useReleases(place.key);
  const { form, conflict, isSaved } = fields;
  const usual = pipelines.data?.find((each) => each.id === defaultPipelineId);
  const choices = [
    { value: '', text: usual === undefined ? t('noPipeline') : t('defaultPipeline', { name: usual.name }) },
    ...(pipelines.data ?? []).map((each) => ({ value: each.id, text: each.name, note: t('version', { version: each.version }) })),
  ];
  const current = form.values.releaseVersionId;
  const releaseChoices = [
    { value: '', text: t('noRelease') },
    ...(releases.data ?? [])
      .filter(({ id, state, archived }) => id === current || (state === 'PLANNED' && !archived))
      .map(({ id, name, goLive }) => ({ value: id, text: name, ...(goLive == null ? {} : { note: goLive }) })),
  ];
  return (
    <section className="ty-panel" aria-labelledby="wi-ours">
      <Title id="wi-ours" level="H2" size="H5">
        {t('ours')}
      </Title>
      <form
        className="ty-form wi-panel-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <ProblemMessage problem={pipelines.error} retry={() => void pipelines.refetch()} />
        {conflict === null && <ProblemMessage problem={form.problem} besides={form.fieldNames} />}
        <div className="ty-form-columns">
          <SelectField label={t('pipelineId')} choices={choices} isDisabled={!canEdit} {...form.bind('pipelineId')} />
          <SelectField
            label={t('releaseVersionId')}
            choices={releaseChoices}
            isDisabled={!canEdit}
            help={t('releaseHelp')}
            {...form.bind('releaseVersionId')}
          />
          <TextField
            label={t('component')}
            isRequired={settings.componentRequired}
            isDisabled={!canEdit}
            {...form.bind('component')}
          />
          <CheckField label={t('noArtifacts')} isDisabled={!canEdit} help={t('noArtifactsHelp')} {...form.bind('noArtifacts')} />
        </div>
        {canEdit ? (
          <div className="ty-row">
            <Button design="Emphasized" type="Submit" loading={form.isBusy} disabled={!form.isDirty || form.isBusy}>
              {t('save')}
            </Button>
            <Button design="Transparent" disabled={!form.isDirty || form.isBusy} onClick={() => form.reset()}>
              {t('discard')}
            </Button>
            <span role="status">{isSaved && !form.isDirty ? t('saved') : ''}</span>
          </div>
        ) : (
          <p className="wi-hint">{t('mayNotEdit')}</p>
        )}
      </form>
      {conflict !== null && (
        <ConflictDialog conflict={conflict} mine={form.values} pipelines={pipelines.data ?? []} fields={fields} />
      )}
    </section>
  );
}
