import { useMemo } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import { EmptyState } from '../../../ui/EmptyState';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { usePackages, useReleases, type Package } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  search: string;
  withArchived: boolean;
}

/** All release packages of a project, those without a release version too. */
export function PackageList({ projectKey, search, withArchived }: Props) {
  const t = useTexts(texts);
  const packages = usePackages(projectKey, withArchived);
  const columns = useColumns(projectKey);
  return (
    <DataTable
      id="release-packages"
      label={t('packages')}
      filters={
        <Title level="H2" size="H5">
          {t('packages')}
        </Title>
      }
      columns={columns}
      rows={packages.data?.filter(({ name, workItemIds }) =>
        `${name} ${workItemIds.join(' ')}`.toLowerCase().includes(search.trim().toLowerCase()),
      )}
      rowKey={({ id }) => id}
      problem={packages.error}
      retry={() => void packages.refetch()}
      isFiltered={search !== ''}
      empty={<EmptyState title={t('noPackages')}>{t('noPackagesNext')}</EmptyState>}
    />
  );
}

function useColumns(key: string): Column<Package>[] {
  const t = useTexts(texts);
  const { data: releases } = useReleases(key, true);
  return useMemo(() => {
    const names = new Map(releases?.map(({ id, name }) => [id, name]));
    const nameOf = ({ releaseVersionId: id }: Package) => (id == null ? '' : (names.get(id) ?? id));
    return [
      {
        id: 'name',
        header: t('name'),
        isOptional: false,
        sortBy: ({ name }) => name.toLowerCase(),
        cell: ({ id, name }) => <Link to={`/projects/${key}/release-packages/${id}`}>{name}</Link>,
      },
      {
        id: 'release',
        header: t('release'),
        sortBy: nameOf,
        cell: (each) =>
          each.releaseVersionId == null ? (
            t('noRelease')
          ) : (
            <Link to={`/projects/${key}/releases/${each.releaseVersionId}`}>{nameOf(each)}</Link>
          ),
      },
      { id: 'items', header: t('items'), cell: ({ workItemIds }) => workItemIds.join(', ') },
      {
        id: 'state',
        header: t('state'),
        width: '14rem',
        sortBy: ({ archived, run }) => `${archived} ${run?.state ?? ''}`,
        cell: ({ archived, run }) => (
          <span className="ty-row">
            {archived && <StatusTag state="ARCHIVED" />}
            <StatusTag state={run?.state ?? 'READY'} of={run?.stage} />
          </span>
        ),
      },
      { id: 'by', header: t('createdBy'), isHiddenAtFirst: true, sortBy: ({ createdBy }) => createdBy, cell: ({ createdBy }) => createdBy },
    ];
  }, [t, key, releases]);
}
