import { RadioButton } from '@ui5/webcomponents-react/RadioButton';
import { connectorName, useConnectors } from '../../../lib/connectors';
import { useTexts } from '../../../lib/i18n/texts';
import { CredentialField } from '../../../ui/environments/CredentialField';
import { useTypeChoices } from '../../../ui/environments/types';
import { SelectField, TextField } from '../../../ui/form/fields';
import { defaultsOf, SchemaForm } from '../../../ui/form/SchemaForm';
import type { Form } from '../../../ui/form/useForm';
import type { Environment, EnvironmentType } from '../api';
import { texts } from '../texts';

/** What the form holds. */
export interface Fields {
  name: string;
  connector: string;
  type: EnvironmentType;
  mode: Environment['mode'];
  credentialId: string;
  settings: Record<string, unknown>;
}

interface Props {
  form: Form<Fields>;
  isNew: boolean;
}

export function EnvironmentFields({ form, isNew }: Props) {
  const t = useTexts(texts);
  // Only what changes can be taken from or brought to is an environment.
  const connectors = useConnectors()?.filter(({ deliverableKinds }) => deliverableKinds.length > 0);
  const typeChoices = useTypeChoices();
  const { values } = form;
  const connector = connectors?.find(({ id }) => id === values.connector);
  const types = connector?.credentialTypes ?? [];
  return (
    <>
      <div className="ty-form-columns">
        <TextField label={t('name')} isRequired help={t('nameHelp', { example: 'CPI-QA' })} {...form.bind('name')} />
        {isNew ? (
          <SelectField
            label={t('connector')}
            isRequired
            help={t('connectorHelp')}
            choices={(connectors ?? []).map(({ id, displayName }) => ({ value: id, text: displayName }))}
            {...form.bind('connector')}
            onChange={(id) => {
              const schema = connectors?.find((each) => each.id === id)?.settingsSchema ?? {};
              form.set({ connector: id, credentialId: '', settings: defaultsOf(schema) });
            }}
          />
        ) : (
          <TextField
            label={t('connector')}
            isReadOnly
            help={t('connectorStays')}
            value={connectorName(connectors, values.connector)}
            onChange={() => undefined}
          />
        )}
        <SelectField
          label={t('type')}
          isRequired
          choices={typeChoices}
          {...form.bind('type')}
          onChange={(value) => form.set(typed(value as EnvironmentType, values, isNew))}
        />
        {types.length > 0 && <CredentialField types={types} {...form.bind('credentialId')} />}
      </div>
      <ModeField form={form} />
      {connector !== undefined && (
        <fieldset className="ty-group">
          <legend>{t('settings')}</legend>
          <div className="ty-form-columns">
            <SchemaForm
              schema={connector.settingsSchema}
              value={values.settings}
              onChange={(settings) => form.set({ settings })}
              problem={form.problem}
            />
          </div>
        </fieldset>
      )}
    </>
  );
}

function ModeField({ form }: { form: Form<Fields> }) {
  const t = useTexts(texts);
  const { mode } = form.values;
  return (
    <fieldset className="ty-group">
      <legend>{t('mode')}</legend>
      <RadioButton
        name="mode"
        text={t('modePlanOnly')}
        wrappingType="Normal"
        checked={mode === 'PLAN_ONLY'}
        onChange={() => form.set({ mode: 'PLAN_ONLY' })}
      />
      <RadioButton
        name="mode"
        text={t('modeLive')}
        wrappingType="Normal"
        checked={mode === 'LIVE'}
        onChange={() => form.set({ mode: 'LIVE' })}
      />
      <div className="ty-field-help">{t('modeHelp')}</div>
    </fieldset>
  );
}

/** Production begins with planning only; a new environment of another type is live. */
function typed(type: EnvironmentType, before: Fields, isNew: boolean): Partial<Fields> {
  if (type === 'PRODUCTION' && before.type !== 'PRODUCTION') {
    return { type, mode: 'PLAN_ONLY' };
  }
  return isNew && before.type === 'PRODUCTION' ? { type, mode: 'LIVE' } : { type };
}
