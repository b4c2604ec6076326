import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../lib/i18n/texts';
import { useMay } from '../../lib/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { FilterSelect } from '../../ui/table/FilterSelect';
import { useEntries, useRemove, type Entry } from './api';
import { CreateDialog, EditDialog } from './parts/EntryDialogs';
import { FeedDialog } from './parts/FeedDialog';
import { Upcoming } from './parts/Upcoming';
import { useColumns } from './parts/columns';
import { texts } from './texts';

/** Administration > Freeze Calendar. */
export function CalendarPage() {
  const t = useTexts(texts);
  const may = useMay();
  const entries = useEntries();
  const remove = useRemove();
  const [kind, setKind] = useState('');
  const [isCreating, setIsCreating] = useState(false);
  const [isSubscribing, setIsSubscribing] = useState(false);
  const [editing, setEditing] = useState<Entry | null>(null);
  const [removing, setRemoving] = useState<Entry | null>(null);
  const columns = useColumns({ onEdit: setEditing, onRemove: setRemoving });
  const canEdit = may('CALENDAR_EDIT');
  const isEmpty = entries.data?.items.length === 0;
  const create = canEdit && (
    <Button design="Emphasized" onClick={() => setIsCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            {!isEmpty && create}
            <Button onClick={() => setIsSubscribing(true)}>{t('subscribe')}</Button>
          </>
        }
      />
      <PageBody>
        <DataTable
          id="calendar"
          label={t('title')}
          columns={columns}
          rows={entries.data?.items.filter((entry) => kind === '' || entry.kind === kind)}
          rowKey={({ id }) => id}
          problem={entries.error}
          retry={() => void entries.refetch()}
          isFiltered={kind !== ''}
          filters={
            <FilterSelect
              label={t('kind')}
              all={t('allKinds')}
              value={kind}
              onChange={setKind}
              choices={[
                { value: 'FREEZE', text: t('kindFREEZE') },
                { value: 'WINDOW', text: t('kindWINDOW') },
              ]}
            />
          }
          empty={
            <EmptyState title={t('emptyTitle')} icon="calendar" action={create}>
              {t(canEdit ? 'emptyNext' : 'emptyNotMine')}
            </EmptyState>
          }
        />
        {!isEmpty && <Upcoming />}
      </PageBody>
      {isCreating && <CreateDialog onClose={() => setIsCreating(false)} />}
      {isSubscribing && <FeedDialog onClose={() => setIsSubscribing(false)} />}
      {editing !== null && <EditDialog entry={editing} onClose={() => setEditing(null)} />}
      {removing !== null && (
        <ConfirmDialog
          title={t('removeTitle', { name: removing.name })}
          confirm={t('remove')}
          isNegative
          onConfirm={() => remove.mutateAsync(removing.id)}
          onClose={() => setRemoving(null)}
        >
          {t('removeText')}
        </ConfirmDialog>
      )}
    </>
  );
}
