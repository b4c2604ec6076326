import type { ReactNode } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { connectorName, useConnectors } from '../../../lib/connectors';
import { useTexts } from '../../../lib/i18n/texts';
import { useMay } from '../../../lib/session';
import { CopyButton } from '../../../ui/CopyButton';
import { useCredentials } from '../../../ui/environments/CredentialField';
import { RelativeTime } from '../../../ui/RelativeTime';
import type { Integration } from '../api';
import { texts } from '../texts';
import { useWriteBackWords } from './columns';
import { hookAddress } from './TokenDialog';

export function IntegrationFacts({ integration }: { integration: Integration }) {
  const t = useTexts(texts);
  const connectors = useConnectors();
  const writeBack = useWriteBackWords();
  const types = connectors?.find(({ id }) => id === integration.externalSystem)?.credentialTypes ?? [];
  const canRead = useMay()('CREDENTIALS_READ');
  const credential = useCredentials(canRead ? types : [])?.find(({ id }) => id === integration.credentialId);
  return (
    <div className="ty-panels">
      <section className="ty-panel">
        <Title level="H2" size="H5">
          {t('details')}
        </Title>
        <dl className="ty-facts">
          <Fact name={t('externalSystem')}>{connectorName(connectors, integration.externalSystem)}</Fact>
          <Fact name={t('project')}>{integration.externalProjectName}</Fact>
          <Fact name={t('hostUrl')}>{integration.hostUrl}</Fact>
          {credential !== undefined && <Fact name={t('credential')}>{credential.name}</Fact>}
          <Fact name={t('writeBack')}>{writeBack(integration)}</Fact>
          <Fact name={t('statusGates')}>{t(integration.statusGates ? 'yes' : 'no')}</Fact>
          <Fact name={t('created')}>
            <RelativeTime at={integration.createdAt} /> {t('by', { name: integration.createdBy })}
          </Fact>
          {integration.modifiedBy != null && (
            <Fact name={t('modified')}>
              <RelativeTime at={integration.modifiedAt} /> {t('by', { name: integration.modifiedBy })}
            </Fact>
          )}
        </dl>
      </section>
      <section className="ty-panel">
        <Title level="H2" size="H5">
          {t('hookTitle')}
        </Title>
        <p>{t('hookText', { header: 'X-Tyto-Token' })}</p>
        <dl className="ty-facts">
          <Fact name={t('hookAddress')}>
            <code>{hookAddress(integration)}</code>
          </Fact>
        </dl>
        <CopyButton text={hookAddress(integration)} />
      </section>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
