import { useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { AreaField, SelectField, TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useSaveCredential, type Credential, type CredentialType, type Input, type Scope } from '../api';
import { texts } from '../texts';
import { readKey, shapes, types, useTypeNames } from '../types';
import { KeyHelp } from './KeyHelp';

interface Values {
  name: string;
  type: CredentialType;
  scope: Scope;
  serviceKey: string;
  clientId: string;
  clientSecret: string;
  tokenUrl: string;
  apiUrl: string;
  username: string;
  password: string;
  origin: string;
  token: string;
}

/** Registers a credential, or changes one: an empty secret stays as it is. */
export function CredentialDialog({ before, onClose }: { before?: Credential; onClose: () => void }) {
  const t = useTexts(texts);
  const typeName = useTypeNames();
  const save = useSaveCredential(before);
  const [byKey, setByKey] = useState(before === undefined);
  const form = useForm(valuesOf(before), async (values) => {
    await save.mutateAsync(inputOf(values, before, byKey));
    onClose();
  });
  const { type } = form.values;
  const shape = shapes[type];
  const isNew = before === undefined;
  const usesKey = byKey && shape.hasServiceKey;
  return (
    <FormDialog
      title={isNew ? t('register') : t('editTitle', { name: before.name })}
      form={form}
      onClose={onClose}
      isWide
    >
      <div className="ty-form-columns">
        <div className="ty-form">
          <TextField label={t('name')} isRequired {...form.bind('name')} />
          <SelectField
            label={t('type')}
            isRequired
            isDisabled={!isNew}
            choices={types.map((each) => ({ value: each, text: typeName(each) }))}
            {...(isNew ? {} : { help: t('typeFixed') })}
            {...form.bind('type')}
            onChange={(next) => form.set({ type: next as CredentialType })}
          />
          <SelectField
            label={t('scope')}
            isRequired
            help={t('scopeHelp')}
            choices={[
              { value: 'GLOBAL', text: t('scopeGlobal') },
              { value: 'PRIVATE', text: t('scopePrivate') },
            ]}
            {...form.bind('scope')}
            onChange={(next) => form.set({ scope: next as Scope })}
          />
          {shape.hasServiceKey && (
            <SelectField
              label={t('authentication')}
              value={byKey ? 'key' : 'values'}
              onChange={(next) => setByKey(next === 'key')}
              choices={[
                { value: 'key', text: t('authenticationKey') },
                { value: 'values', text: t('authenticationValues') },
              ]}
            />
          )}
        </div>
        <div className="ty-form">
          {usesKey ? (
            <>
              <AreaField
                label={t('serviceKey')}
                isRequired={isNew}
                rows={6}
                help={t(isNew ? 'serviceKeyHelp' : 'serviceKeyKeep')}
                {...form.bind('serviceKey')}
              />
              <KeyContent text={form.values.serviceKey} />
            </>
          ) : (
            <>
              {shape.plain.map((field) => (
                <TextField
                  key={field}
                  label={t(field)}
                  isRequired={field === 'clientId' || field === 'tokenUrl' || field === 'username'}
                  {...(field === 'tokenUrl' ? { help: t('tokenUrlHelp') } : {})}
                  {...form.bind(field)}
                />
              ))}
              <TextField
                key={shape.secret}
                label={t(shape.secret)}
                type="Password"
                isRequired={isNew}
                {...(isNew ? {} : { help: t('secretKeep') })}
                {...form.bind(shape.secret)}
              />
            </>
          )}
        </div>
      </div>
      {usesKey && <KeyHelp type={type} />}
    </FormDialog>
  );
}

/** What was recognised, never the secret. */
function KeyContent({ text }: { text: string }) {
  const t = useTexts(texts);
  if (text.trim() === '') {
    return null;
  }
  const found = readKey(text);
  return (
    <div role="status">
      {found === undefined ? (
        t('keyIncomplete')
      ) : (
        <dl className="ty-facts" aria-label={t('keyFound')}>
          {(['clientId', 'tokenUrl', 'apiUrl'] as const).map((field) =>
            found[field] === undefined ? null : (
              <div key={field}>
                <dt>{t(field)}</dt>
                <dd>{found[field]}</dd>
              </div>
            ),
          )}
        </dl>
      )}
    </div>
  );
}

function valuesOf(before: Credential | undefined): Values {
  return {
    name: before?.name ?? '',
    type: before?.type ?? 'sap-cloud-alm',
    scope: before?.scope ?? 'GLOBAL',
    serviceKey: '',
    clientId: before?.clientId ?? '',
    clientSecret: '',
    tokenUrl: before?.tokenUrl ?? '',
    apiUrl: before?.apiUrl ?? '',
    username: before?.username ?? '',
    password: '',
    origin: before?.origin ?? '',
    token: '',
  };
}

/** Only what the type has; an empty secret is left out, so that the stored one stays. */
function inputOf(values: Values, before: Credential | undefined, byKey: boolean): Input {
  const { plain, secret, hasServiceKey } = shapes[values.type];
  const common: Input = { name: values.name, scope: values.scope };
  if (before === undefined) {
    common.type = values.type;
  }
  if (byKey && hasServiceKey) {
    return values.serviceKey.trim() === '' && before !== undefined
      ? common
      : { ...common, serviceKey: values.serviceKey };
  }
  for (const field of plain) {
    if (values[field] !== (before?.[field] ?? '')) {
      common[field] = values[field];
    }
  }
  return values[secret] === '' ? common : { ...common, [secret]: values[secret] };
}
