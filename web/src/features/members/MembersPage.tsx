import { useMemo, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay, useUser } from '../../lib/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { useRoleWords } from '../../ui/roles/useRoleWords';
import { DataTable } from '../../ui/table/DataTable';
import { FilterSelect } from '../../ui/table/FilterSelect';
import { SearchField } from '../../ui/table/SearchField';
import { roles, useMembers, useProjectEnvironments, useRemoveMember, type Member } from './api';
import { useColumns } from './parts/columns';
import { RightsDialog } from './parts/RightsDialog';
import { texts } from './texts';

const none: never[] = [];

/** Project Settings > Users. */
export function MembersPage() {
  const t = useTexts(texts);
  const roleWord = useRoleWords();
  const { key } = useProject();
  const me = useUser();
  const canEdit = useMay()('PROJECT_EDIT', key);
  const members = useMembers(key);
  const environments = useProjectEnvironments(key).data?.items ?? none;
  const remove = useRemoveMember(key);
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const [editing, setEditing] = useState<Member | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  const actions = useMemo(() => (canEdit ? { onEdit: setEditing, onRemove: setRemoving } : undefined), [canEdit]);
  const columns = useColumns(environments, actions);
  const items = members.data?.items;
  const add = canEdit && (
    <Button design="Emphasized" onClick={() => setIsAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PageBody>
        <DataTable
          id="members"
          label={t('title')}
          columns={columns}
          rows={items?.filter((member) => fits(member, search, role))}
          rowKey={({ id }) => id}
          problem={members.error}
          retry={() => void members.refetch()}
          isFiltered={search !== '' || role !== ''}
          filters={
            <>
              <SearchField value={search} onChange={setSearch} label={t('search')} />
              <FilterSelect
                label={t('roles')}
                all={t('allRoles')}
                value={role}
                onChange={setRole}
                choices={roles.map((value) => ({ value, text: roleWord(value) }))}
              />
            </>
          }
          empty={<EmptyState title={t('emptyTitle')}>{t('emptyNext')}</EmptyState>}
        />
      </PageBody>
      {(isAdding || editing !== null) && (
        <RightsDialog
          projectKey={key}
          member={editing}
          members={(items ?? none).map(({ id }) => id)}
          onClose={() => {
            setIsAdding(false);
            setEditing(null);
          }}
        />
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t('removeTitle', { name: removing.displayName })}
          confirm={t('remove')}
          isNegative
          onConfirm={() => remove.mutateAsync(removing.id)}
          onClose={() => setRemoving(null)}
        >
          <span>{t('removeText')}</span>
          {removing.id === me?.id && <span>{t('removeSelf')}</span>}
        </ConfirmDialog>
      )}
    </>
  );
}

function fits(member: Member, search: string, role: string): boolean {
  const text = `${member.name} ${member.displayName}`.toLowerCase();
  return text.includes(search.trim().toLowerCase()) && (role === '' || member.roles.includes(role));
}
