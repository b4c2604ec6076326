import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import type { Column } from '../../../ui/table/DataTable';
import type { Release } from '../api';
import { texts } from '../texts';
import { Counts } from './Counts';

/** @param onEdit left out for people who may not */
export function useReleaseColumns(key: string, onEdit: ((release: Release) => void) | undefined): Column<Release>[] {
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(() => {
    const columns: Column<Release>[] = [
      {
        id: 'name',
        header: t('name'),
        isOptional: false,
        sortBy: ({ name }) => name.toLowerCase(),
        cell: ({ id, name }) => <Link to={`/projects/${key}/releases/${id}`}>{name}</Link>,
      },
      {
        id: 'goLive',
        header: t('goLive'),
        width: '10rem',
        sortBy: ({ goLive }) => goLive,
        cell: ({ goLive }) => (goLive == null ? t('noDay') : format.date(goLive)),
      },
      {
        id: 'state',
        header: t('state'),
        width: '10rem',
        sortBy: ({ state, archived }) => `${archived} ${state}`,
        cell: ({ state, archived }) =>
          archived ? (
            <StatusTag state="ARCHIVED" />
          ) : (
            <StatusTag state={state === 'RELEASED' ? 'DONE' : 'READY'} text={t(state)} />
          ),
      },
      {
        id: 'items',
        header: t('items'),
        width: '6rem',
        align: 'end',
        sortBy: ({ counts }) => counts.items,
        cell: ({ counts }) => counts.items,
      },
      { id: 'progress', header: t('progress'), cell: ({ counts }) => <Counts counts={counts} /> },
      { id: 'description', header: t('description'), isHiddenAtFirst: true, cell: ({ description }) => description },
    ];
    if (onEdit !== undefined) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        width: '8rem',
        isOptional: false,
        cell: (release) => (
          <Button design="Transparent" accessibleName={t('editTitle', { name: release.name })} onClick={() => onEdit(release)}>
            {t('edit')}
          </Button>
        ),
      });
    }
    return columns;
  }, [t, format, key, onEdit]);
}
