import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { useTexts } from '../../lib/i18n/texts';
import { useMay } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { SearchField } from '../../ui/table/SearchField';
import { useProjects, type Project } from './api';
import { ArchiveDialog } from './parts/ArchiveDialog';
import { CreateDialog } from './parts/CreateDialog';
import { useColumns } from './parts/columns';
import { texts } from './texts';

/** Administration > Projects. */
export function ProjectsPage() {
  const t = useTexts(texts);
  const may = useMay();
  const [withArchived, setWithArchived] = useState(false);
  const [search, setSearch] = useState('');
  const [isCreating, setIsCreating] = useState(false);
  const [archiving, setArchiving] = useState<Project | null>(null);
  const projects = useProjects(withArchived);
  const canEdit = may('PROJECTS_CREATE');
  const columns = useColumns(canEdit ? setArchiving : undefined);
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
          id="projects"
          label={t('title')}
          columns={columns}
          rows={projects.items?.filter((each) => fits(each, search))}
          rowKey={(project) => project.key}
          problem={projects.problem}
          retry={projects.retry}
          isFiltered={search !== ''}
          hasMore={projects.hasMore}
          loadMore={projects.loadMore}
          isLoadingMore={projects.isLoading}
          filters={
            <>
              <SearchField value={search} onChange={setSearch} label={t('search')} />
              <CheckBox
                text={t('showArchived')}
                checked={withArchived}
                onChange={(event) => setWithArchived(event.target.checked)}
              />
            </>
          }
          empty={
            <EmptyState title={t('emptyTitle')} action={canEdit && create}>
              {canEdit ? t('emptyNext') : t('emptyNotMine')}
            </EmptyState>
          }
        />
      </PageBody>
      {isCreating && <CreateDialog onClose={() => setIsCreating(false)} />}
      {archiving !== null && <ArchiveDialog project={archiving} onClose={() => setArchiving(null)} />}
    </>
  );
}

function fits({ key, name }: Project, search: string): boolean {
  return `${key} ${name}`.toLowerCase().includes(search.trim().toLowerCase());
}
