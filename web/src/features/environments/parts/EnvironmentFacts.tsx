import { Title } from '@ui5/webcomponents-react/Title';
import { connectorName, useConnectors } from '../../../lib/connectors';
import { useLanguage, useTexts } from '../../../lib/i18n/texts';
import { useMay } from '../../../lib/session';
import { useCredentials } from '../../../ui/environments/CredentialField';
import { useTypeName } from '../../../ui/environments/types';
import { titleOf, type PropertySchema } from '../../../ui/form/SchemaForm';
import { RelativeTime } from '../../../ui/RelativeTime';
import type { Environment } from '../api';
import { texts } from '../texts';

/** The connector's settings are named as its schema names them. */
export function EnvironmentFacts({ environment }: { environment: Environment }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const typeName = useTypeName();
  const connectors = useConnectors();
  const canReadCredentials = useMay()('CREDENTIALS_READ');
  const connector = connectors?.find(({ id }) => id === environment.connector);
  const credentials = useCredentials(canReadCredentials ? (connector?.credentialTypes ?? []) : []);
  const credential = credentials?.find(({ id }) => id === environment.credentialId);
  const titles = (connector?.settingsSchema['properties'] ?? {}) as Record<string, PropertySchema>;
  return (
    <section className="ty-panel">
      <Title level="H2" size="H5">
        {t('details')}
      </Title>
      <dl className="ty-facts">
        <dt>{t('connector')}</dt>
        <dd>{connectorName(connectors, environment.connector)}</dd>
        <dt>{t('type')}</dt>
        <dd>{typeName(environment.type)}</dd>
        <dt>{t('mode')}</dt>
        <dd>{t(environment.mode === 'LIVE' ? 'modeLive' : 'modePlanOnly')}</dd>
        {credential !== undefined && (
          <>
            <dt>{t('credential')}</dt>
            <dd>{credential.name}</dd>
          </>
        )}
        {Object.entries(environment.settings).map(([name, value]) => (
          <Setting key={name} name={titleOf(titles[name] ?? {}, language) ?? name} value={String(value)} />
        ))}
        <dt>{t('created')}</dt>
        <dd>
          <RelativeTime at={environment.createdAt} />
        </dd>
        <dt>{t('modified')}</dt>
        <dd>
          <RelativeTime at={environment.modifiedAt} />
        </dd>
      </dl>
    </section>
  );
}

function Setting({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
