import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, data, type Schema } from '../../lib/api/client';
import { useTexts } from '../../lib/i18n/texts';
import { SelectField } from '../form/fields';
import { texts } from './texts';

type Credential = Schema<'CredentialView'>;
type CredentialType = Credential['type'];

interface Props {
  /** That the connector takes; others are not offered. */
  types: readonly string[];
  value: string;
  onChange: (value: string) => void;
  name?: string;
  error?: string | undefined;
  isDisabled?: boolean;
}

/** Credentials of these types that this person may see; undefined while they are read. */
export function useCredentials(types: readonly string[]): Credential[] | undefined {
  const answers = useQueries({
    queries: types.map((type) => ({
      queryKey: ['credentials', 'of-type', type],
      queryFn: () =>
        data(api.GET('/api/v1/credentials', { params: { query: { type: type as CredentialType, limit: 500 } } })),
    })),
  });
  return answers.some((each) => each.data === undefined) ? undefined : answers.flatMap((each) => each.data?.items ?? []);
}

/** A dropdown of the credentials that what everybody shares may use. */
export function CredentialField({ types, value, ...field }: Props) {
  const t = useTexts(texts);
  const all = useCredentials(types);
  const shared = all?.filter(({ scope, id }) => scope === 'GLOBAL' || id === value) ?? [];
  const hidden = (all?.length ?? 0) - shared.length;
  const isNone = all !== undefined && types.length > 0 && shared.length === 0;
  return (
    <SelectField
      label={t('credential')}
      isRequired
      value={value}
      choices={shared.map((each) => ({
        value: each.id,
        text: each.name,
        ...(each.secretMissing ? { note: t('credentialNoSecret') } : {}),
      }))}
      help={
        isNone ? (
          <>
            {t('credentialNone', { types: types.join(', ') })}{' '}
            <Link to="/administration/credentials">{t('credentialManager')}</Link>
          </>
        ) : hidden > 0 ? (
          t('credentialPrivate', { count: hidden })
        ) : undefined
      }
      {...field}
      isDisabled={field.isDisabled === true || shared.length === 0}
    />
  );
}
