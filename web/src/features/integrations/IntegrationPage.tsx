import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { Link, useNavigate, useParams } from 'react-router';
import { asProblem } from '../../lib/api/problem';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { useIntegration, useRenewHookToken, type Integration } from './api';
import { EditDialog } from './parts/EditDialog';
import { IntegrationFacts } from './parts/IntegrationFacts';
import { RemoveDialog } from './parts/RemoveDialog';
import { TokenDialog } from './parts/TokenDialog';
import { WriteBacks } from './parts/WriteBacks';
import { texts } from './texts';

/** One integration: its facts, its webhook, what was written back. */
export function IntegrationPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const { id = '' } = useParams();
  const { data: integration, error, refetch } = useIntegration(key, id);
  const list = `/projects/${key}/settings/alm-integrations`;
  if (integration === undefined) {
    return (
      <PageBody>
        {error !== null && asProblem(error).status === 404 ? (
          <EmptyState title={t('goneTitle')} action={<Link to={list}>{t('backToList')}</Link>}>
            {t('goneNext')}
          </EmptyState>
        ) : (
          <ProblemMessage problem={error} retry={() => void refetch()} />
        )}
      </PageBody>
    );
  }
  return <Known projectKey={key} integration={integration} list={list} />;
}

type Asked = 'edit' | 'renew' | 'remove';

function Known({ projectKey, integration, list }: { projectKey: string; integration: Integration; list: string }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const canEdit = useMay()('INTEGRATIONS_EDIT', projectKey);
  const renew = useRenewHookToken(projectKey);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [renewed, setRenewed] = useState<Integration | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <PageHeader
        title={integration.name}
        subtitle={integration.description}
        breadcrumbs={<Link to={list}>{t('title')}</Link>}
        tags={
          integration.isDefault && (
            <Tag design="Information" hideStateIcon>
              {t('isDefaultTag')}
            </Tag>
          )
        }
        actions={
          canEdit && (
            <>
              <Button design="Emphasized" onClick={() => setAsked('edit')}>
                {t('edit')}
              </Button>
              <Button onClick={() => setAsked('renew')}>{t('hookRenew')}</Button>
              <Button onClick={() => setAsked('remove')}>{t('remove')}</Button>
            </>
          )
        }
      />
      <PageBody>
        {integration.warnings.map((warning) => (
          <MessageStrip key={warning} design="Critical" hideCloseButton>
            {warning}
          </MessageStrip>
        ))}
        <IntegrationFacts integration={integration} />
        <WriteBacks projectKey={projectKey} integrationId={integration.id} />
      </PageBody>
      {asked === 'edit' && <EditDialog projectKey={projectKey} integration={integration} onClose={close} />}
      {asked === 'remove' && (
        <RemoveDialog
          projectKey={projectKey}
          integration={integration}
          onRemoved={() => void navigate(list)}
          onClose={close}
        />
      )}
      {asked === 'renew' && (
        <ConfirmDialog
          title={t('hookRenewTitle')}
          confirm={t('hookRenew')}
          isNegative
          onConfirm={async () => setRenewed(await renew.mutateAsync(integration.id))}
          onClose={close}
        >
          {t('hookRenewText')}
        </ConfirmDialog>
      )}
      {renewed !== null && <TokenDialog integration={renewed} onClose={() => setRenewed(null)} />}
    </>
  );
}
