import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../lib/i18n/texts';
import { useMay } from '../../lib/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { SearchField } from '../../ui/table/SearchField';
import { useLockUser, useUsers, type User } from './api';
import { useColumns } from './parts/columns';
import { UserDialog } from './parts/UserDialog';
import { texts } from './texts';

/** Administration > Users. */
export function UsersPage() {
  const t = useTexts(texts);
  const may = useMay();
  const [search, setSearch] = useState('');
  const [isCreating, setIsCreating] = useState(false);
  const [editing, setEditing] = useState<User | null>(null);
  const [locking, setLocking] = useState<User | null>(null);
  const users = useUsers(search);
  const lock = useLockUser();
  const canEdit = may('USERS_EDIT');
  const columns = useColumns(canEdit ? { onEdit: setEditing, onLock: setLocking } : undefined);
  const create = (
    <Button design="Emphasized" onClick={() => setIsCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={canEdit && create} />
      <PageBody>
        <DataTable
          id="users"
          label={t('title')}
          columns={columns}
          rows={users.items}
          rowKey={(user) => user.id}
          problem={users.problem}
          retry={users.retry}
          isFiltered={search !== ''}
          hasMore={users.hasMore}
          loadMore={users.loadMore}
          isLoadingMore={users.isLoading}
          filters={<SearchField value={search} onChange={setSearch} label={t('search')} />}
        />
      </PageBody>
      {isCreating && <UserDialog onClose={() => setIsCreating(false)} />}
      {editing !== null && <UserDialog before={editing} onClose={() => setEditing(null)} />}
      {locking !== null && (
        <ConfirmDialog
          title={t(locking.locked ? 'unlockTitle' : 'lockTitle', { name: locking.displayName })}
          confirm={t(locking.locked ? 'unlock' : 'lock')}
          isNegative={!locking.locked}
          onConfirm={() => lock.mutateAsync(locking)}
          onClose={() => setLocking(null)}
        >
          {t(locking.locked ? 'unlockText' : 'lockText')}
        </ConfirmDialog>
      )}
    </>
  );
}
