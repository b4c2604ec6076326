import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../lib/i18n/texts';
import { useMay } from '../../lib/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { FilterSelect } from '../../ui/table/FilterSelect';
import { SearchField } from '../../ui/table/SearchField';
import { useCredentials, useDeleteCredential, type Credential } from './api';
import { useColumns } from './parts/columns';
import { CredentialDialog } from './parts/CredentialDialog';
import { TestDialog } from './parts/TestDialog';
import { texts } from './texts';
import { types, useTypeNames } from './types';

export interface Doing {
  what: 'edit' | 'test' | 'delete';
  credential: Credential;
}

/** Administration > Credential Manager. */
export function CredentialsPage() {
  const t = useTexts(texts);
  const typeName = useTypeNames();
  const may = useMay();
  const [filter, setFilter] = useState({ type: '', scope: '', search: '' });
  const [isRegistering, setIsRegistering] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const remove = useDeleteCredential();
  const credentials = useCredentials(filter);
  const canEdit = may('CREDENTIALS_EDIT');
  const columns = useColumns(canEdit ? setDoing : undefined);
  const close = () => setDoing(null);
  const register = (
    <Button design="Emphasized" onClick={() => setIsRegistering(true)}>
      {t('register')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={canEdit && register} />
      <PageBody>
        <DataTable
          id="credentials"
          label={t('title')}
          columns={columns}
          rows={credentials.items}
          rowKey={(credential) => credential.id}
          problem={credentials.problem}
          retry={credentials.retry}
          isFiltered={Object.values(filter).some((each) => each !== '')}
          hasMore={credentials.hasMore}
          loadMore={credentials.loadMore}
          isLoadingMore={credentials.isLoading}
          filters={
            <>
              <SearchField
                label={t('search')}
                value={filter.search}
                onChange={(search) => setFilter({ ...filter, search })}
              />
              <FilterSelect
                label={t('type')}
                all={t('all')}
                value={filter.type}
                choices={types.map((each) => ({ value: each, text: typeName(each) }))}
                onChange={(type) => setFilter({ ...filter, type })}
              />
              <FilterSelect
                label={t('scope')}
                all={t('allScopes')}
                value={filter.scope}
                choices={[
                  { value: 'GLOBAL', text: t('scopeGlobal') },
                  { value: 'PRIVATE', text: t('scopePrivate') },
                ]}
                onChange={(scope) => setFilter({ ...filter, scope })}
              />
            </>
          }
          empty={
            <EmptyState title={t('emptyTitle')} icon="key" action={canEdit && register}>
              {t('emptyNext')}
            </EmptyState>
          }
        />
      </PageBody>
      {isRegistering && <CredentialDialog onClose={() => setIsRegistering(false)} />}
      {doing?.what === 'edit' && <CredentialDialog before={doing.credential} onClose={close} />}
      {doing?.what === 'test' && <TestDialog credential={doing.credential} onClose={close} />}
      {doing?.what === 'delete' && (
        <ConfirmDialog
          title={t('deleteTitle', { name: doing.credential.name })}
          confirm={t('delete')}
          isNegative
          onConfirm={() => remove.mutateAsync(doing.credential.id)}
          onClose={close}
        >
          {t('deleteText')}
        </ConfirmDialog>
      )}
    </>
  );
}
