import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { SearchField } from '../../ui/table/SearchField';
import { useOpenRuns, usePipelines, useSetDefault, type Pipeline } from './api';
import { useColumns } from './parts/columns';
import { texts } from './texts';

/** Project > Release Pipelines. */
export function PipelinesPage() {
  const t = useTexts(texts);
  const project = useProject();
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [choosing, setChoosing] = useState<Pipeline | null>(null);
  const pipelines = usePipelines(project.key);
  const runs = useOpenRuns(project.key);
  const setDefault = useSetDefault(project);
  const canCreate = may('PIPELINES_EDIT', project.key) && !project.archived;
  const columns = useColumns({
    defaultId: project.defaultPipelineId ?? undefined,
    runs: runs.data,
    onDefault: may('PROJECT_EDIT', project.key) && !project.archived ? setChoosing : undefined,
  });
  const create = (
    <Button design="Emphasized" onClick={() => void navigate('new')}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={canCreate && create} />
      <PageBody>
        <DataTable
          id="pipelines"
          label={t('title')}
          columns={columns}
          rows={pipelines.items?.filter(({ name, description }) =>
            `${name} ${description ?? ''}`.toLowerCase().includes(search.trim().toLowerCase()),
          )}
          rowKey={({ id }) => id}
          problem={pipelines.problem}
          retry={pipelines.retry}
          isFiltered={search !== ''}
          filters={<SearchField value={search} onChange={setSearch} label={t('search')} />}
          empty={
            <EmptyState title={t('emptyTitle')} icon="workflow-tasks" action={canCreate && create}>
              {t(canCreate ? 'emptyNext' : 'emptyNotMine')}
            </EmptyState>
          }
        />
      </PageBody>
      {choosing !== null && (
        <ConfirmDialog
          title={t('setDefaultTitle', { name: choosing.name })}
          confirm={t('setDefault')}
          onConfirm={() => setDefault.mutateAsync(choosing.id)}
          onClose={() => setChoosing(null)}
        >
          {t('setDefaultText')}
        </ConfirmDialog>
      )}
    </>
  );
}
