import { useEffect } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { CredentialField, useCredentials } from '../../../ui/environments/CredentialField';
import { AreaField, CheckField, SelectField, TextField } from '../../../ui/form/fields';
import type { Form } from '../../../ui/form/useForm';
import { useConnectors, type Connector } from '../../../lib/connectors';
import type { Integration, Place } from '../api';
import { texts } from '../texts';
import type { Fields } from './fields';
import { ProjectField } from './ProjectField';

const exampleHost = 'https://mycompany.eu10.alm.cloud.sap';

interface Props {
  projectKey: string;
  form: Form<Fields>;
  /** The integration that is edited; none for a new one. */
  now?: Integration;
  /** Whether the project has none yet: the first is the default. */
  isFirst?: boolean;
}

export function IntegrationFields({ projectKey, form, now, isFirst = false }: Props) {
  const t = useTexts(texts);
  const systems = useStorySources();
  const { values } = form;
  const types = systems?.find(({ id }) => id === values.externalSystem)?.credentialTypes ?? [];
  useOnlyChoice(form, systems, types);
  const place = usePlace(values, types, form);
  return (
    <>
      <div className="ty-form-columns">
        <TextField label={t('name')} isRequired help={t('nameHelp')} {...form.bind('name')} />
        <SelectField
          label={t('externalSystem')}
          isRequired
          choices={(systems ?? []).map(({ id, displayName }) => ({ value: id, text: displayName }))}
          {...form.bind('externalSystem')}
          onChange={(externalSystem) => form.set({ externalSystem, credentialId: '', externalProjectId: '' })}
        />
      </div>
      <AreaField label={t('description')} rows={2} {...form.bind('description')} />
      <div className="ty-form-columns">
        <CredentialField types={types} {...form.bind('credentialId')} />
        <TextField
          label={t('hostUrl')}
          type="URL"
          help={t('hostUrlHelp', { example: exampleHost })}
          placeholder={exampleHost}
          {...form.bind('hostUrl')}
        />
      </div>
      <ProjectField
        projectKey={projectKey}
        place={place}
        bound={form.bind('externalProjectId')}
        linked={now && { value: now.externalProjectId, text: now.externalProjectName }}
      />
      {now !== undefined && <div className="ty-field-help">{t('projectLocked')}</div>}
      <CheckField
        label={t('isDefault')}
        {...form.bind('isDefault')}
        value={values.isDefault || isFirst}
        isDisabled={isFirst || now?.isDefault === true}
        help={t(isFirst || now?.isDefault === true ? 'isDefaultStays' : 'isDefaultHelp')}
      />
      <fieldset className="ty-group">
        <legend>{t('writeBack')}</legend>
        <div className="ty-field-help">{t('writeBackHelp')}</div>
        <CheckField label={t('references')} {...form.bind('references', 'writeBack.references')} />
        <CheckField label={t('comments')} {...form.bind('comments', 'writeBack.comments')} />
        <CheckField label={t('status')} {...form.bind('status', 'writeBack.status')} />
      </fieldset>
      <CheckField label={t('statusGates')} help={t('statusGatesHelp')} {...form.bind('statusGates')} />
    </>
  );
}

function useStorySources(): Connector[] | undefined {
  return useConnectors()?.filter(({ capabilities }) => capabilities.includes('story-source'));
}

/** Fills in what leaves no choice: the only external system, its only credential. */
function useOnlyChoice(form: Form<Fields>, systems: Connector[] | undefined, types: readonly string[]) {
  const { values } = form;
  const credentials = useCredentials(types)?.filter(({ scope }) => scope === 'GLOBAL');
  const system = systems?.length === 1 ? systems[0] : undefined;
  const credential = credentials?.length === 1 ? credentials[0] : undefined;
  useEffect(() => {
    if (values.externalSystem === '' && system !== undefined) {
      form.set({ externalSystem: system.id });
    } else if (values.credentialId === '' && credential !== undefined) {
      form.set({ credentialId: credential.id });
    }
  });
}

/** Where to ask for projects: a host is only needed when the credential carries no address of its own. */
function usePlace({ externalSystem, credentialId, hostUrl }: Fields, types: readonly string[], form: Form<Fields>) {
  const credential = useCredentials(types)?.find(({ id }) => id === credentialId);
  const hasHost = /^https?:\/\/[^/\s]+/.test(hostUrl.trim());
  const isBad = form.bind('credentialId').error !== undefined;
  const place: Place = { externalSystem, credentialId, hostUrl: hostUrl.trim() };
  const isEnough = credential !== undefined && (hasHost || (hostUrl.trim() === '' && credential.apiUrl != null));
  return isEnough && !isBad ? place : null;
}
