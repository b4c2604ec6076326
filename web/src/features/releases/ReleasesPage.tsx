import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { useNavigate } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { SearchField } from '../../ui/table/SearchField';
import { useReleases, type Release } from './api';
import { PackageList } from './parts/PackageList';
import { ReleaseDialog } from './parts/ReleaseDialog';
import { useReleaseColumns } from './parts/releaseColumns';
import { texts } from './texts';

/** Project > Releases: the planned go-lives. */
export function ReleasesPage() {
  const t = useTexts(texts);
  const { key, archived } = useProject();
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const [dialog, setDialog] = useState<'new' | Release | null>(null);
  const releases = useReleases(key, withArchived);
  const canEdit = may('RELEASES_EDIT', key) && !archived;
  const columns = useReleaseColumns(key, canEdit ? setDialog : undefined);
  const create = (
    <Button design="Emphasized" onClick={() => setDialog('new')}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={
          <>
            <Button onClick={() => void navigate(`/projects/${key}/production-changes`)}>{t('changes')}</Button>
            {canEdit && create}
          </>
        }
      />
      <PageBody>
        <DataTable
          id="releases"
          label={t('title')}
          columns={columns}
          rows={releases.data?.filter(({ name, description }) =>
            `${name} ${description}`.toLowerCase().includes(search.trim().toLowerCase()),
          )}
          rowKey={({ id }) => id}
          problem={releases.error}
          retry={() => void releases.refetch()}
          isFiltered={search !== ''}
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
            <EmptyState title={t('emptyTitle')} icon="shipping-status" action={canEdit && create}>
              {t(canEdit ? 'emptyNext' : 'emptyNotMine')}
            </EmptyState>
          }
        />
        <PackageList projectKey={key} search={search} withArchived={withArchived} />
      </PageBody>
      {dialog !== null && (
        <ReleaseDialog projectKey={key} before={dialog === 'new' ? undefined : dialog} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
