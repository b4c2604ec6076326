import { useMemo, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { useIntegrations, type Integration } from './api';
import { AddDialog } from './parts/AddDialog';
import { useColumns } from './parts/columns';
import { EditDialog } from './parts/EditDialog';
import { RemoveDialog } from './parts/RemoveDialog';
import { texts } from './texts';

/** Project Settings > ALM Integrations. */
export function IntegrationsPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const canEdit = useMay()('INTEGRATIONS_EDIT', key);
  const integrations = useIntegrations(key);
  const [isAdding, setIsAdding] = useState(false);
  const [editing, setEditing] = useState<Integration | null>(null);
  const [removing, setRemoving] = useState<Integration | null>(null);
  const actions = useMemo(
    () => (canEdit ? { onEdit: setEditing, onRemove: setRemoving } : undefined),
    [canEdit],
  );
  const columns = useColumns(key, actions);
  const items = integrations.data?.items;
  const add = canEdit && (
    <Button design="Emphasized" onClick={() => setIsAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={items?.length !== 0 && add} />
      <PageBody>
        <DataTable
          id="alm-integrations"
          label={t('title')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          problem={integrations.error}
          retry={() => void integrations.refetch()}
          empty={
            <EmptyState title={t('emptyTitle')} icon="chain-link" action={add}>
              {t(canEdit ? 'emptyNext' : 'emptyNotMine')}
            </EmptyState>
          }
        />
      </PageBody>
      {isAdding && <AddDialog projectKey={key} isFirst={items?.length === 0} onClose={() => setIsAdding(false)} />}
      {editing !== null && <EditDialog projectKey={key} integration={editing} onClose={() => setEditing(null)} />}
      {removing !== null && <RemoveDialog projectKey={key} integration={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
