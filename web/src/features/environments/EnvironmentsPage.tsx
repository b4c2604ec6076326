import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate } from 'react-router';
import { useConnectors } from '../../lib/connectors';
import { useTexts } from '../../lib/i18n/texts';
import { useMay } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { useTypeChoices } from '../../ui/environments/types';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { FilterSelect } from '../../ui/table/FilterSelect';
import { SearchField } from '../../ui/table/SearchField';
import { useEnvironments, type Environment, type Filter } from './api';
import { CheckDialog } from './parts/CheckDialog';
import { useColumns } from './parts/columns';
import { EditDialog } from './parts/EditDialog';
import { RegisterDialog } from './parts/RegisterDialog';
import { RemoveDialog } from './parts/RemoveDialog';
import { texts } from './texts';

/** Administration > Environments. */
export function EnvironmentsPage() {
  const t = useTexts(texts);
  const may = useMay();
  const navigate = useNavigate();
  const connectors = useConnectors();
  const typeChoices = useTypeChoices();
  const [filter, setFilter] = useState<Filter>({ connector: '', type: '' });
  const [search, setSearch] = useState('');
  const [isRegistering, setIsRegistering] = useState(false);
  const [testing, setTesting] = useState<Environment | null>(null);
  const [editing, setEditing] = useState<Environment | null>(null);
  const [removing, setRemoving] = useState<Environment | null>(null);
  const environments = useEnvironments(filter);
  const canEdit = may('ENVIRONMENTS_EDIT');
  const columns = useColumns({
    onTest: may('ENVIRONMENTS_BROWSE') ? setTesting : undefined,
    onEdit: canEdit ? setEditing : undefined,
    onRemove: canEdit ? setRemoving : undefined,
  });
  const register = canEdit && (
    <Button design="Emphasized" onClick={() => setIsRegistering(true)}>
      {t('register')}
    </Button>
  );
  const isFiltered = filter.connector !== '' || filter.type !== '' || search !== '';
  const isEmpty = environments.items?.length === 0 && !isFiltered;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={!isEmpty && register} />
      <PageBody>
        <DataTable
          id="environments"
          label={t('title')}
          columns={columns}
          rows={environments.items?.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))}
          rowKey={({ id }) => id}
          problem={environments.problem}
          retry={environments.retry}
          hasMore={environments.hasMore}
          loadMore={environments.loadMore}
          isLoadingMore={environments.isLoading}
          isFiltered={isFiltered}
          filters={
            <>
              <SearchField value={search} onChange={setSearch} label={t('search')} />
              <FilterSelect
                label={t('connector')}
                all={t('allConnectors')}
                value={filter.connector}
                onChange={(connector) => setFilter({ ...filter, connector })}
                choices={(connectors ?? [])
                  .filter(({ deliverableKinds }) => deliverableKinds.length > 0)
                  .map(({ id, displayName }) => ({ value: id, text: displayName }))}
              />
              <FilterSelect
                label={t('type')}
                all={t('allTypes')}
                value={filter.type}
                onChange={(type) => setFilter({ ...filter, type: type as Filter['type'] })}
                choices={typeChoices}
              />
            </>
          }
          empty={
            <EmptyState title={t('emptyTitle')} icon="it-system" action={register}>
              {t(canEdit ? 'emptyNext' : 'emptyNotMine')}
            </EmptyState>
          }
        />
      </PageBody>
      {isRegistering && (
        <RegisterDialog
          onRegistered={({ id }) => void navigate(`/administration/environments/${id}`)}
          onClose={() => setIsRegistering(false)}
        />
      )}
      {testing !== null && <CheckDialog environment={testing} onClose={() => setTesting(null)} />}
      {editing !== null && <EditDialog environment={editing} onClose={() => setEditing(null)} />}
      {removing !== null && <RemoveDialog environment={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
