import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import type { Column } from '../../../ui/table/DataTable';
import type { Pipeline } from '../api';
import { record } from '../model/source';
import { texts } from '../texts';

interface Options {
  defaultId: string | undefined;
  /** Undefined while they are read. */
  runs: readonly { pipeline: { id: string; version: number } }[] | undefined;
  /** Left out for people who may not. */
  onDefault: ((pipeline: Pipeline) => void) | undefined;
}

export function useColumns({ defaultId, runs, onDefault }: Options): Column<Pipeline>[] {
  const t = useTexts(texts);
  return useMemo(() => {
    const columns: Column<Pipeline>[] = [
      {
        id: 'name',
        header: t('name'),
        width: '14rem',
        isOptional: false,
        sortBy: ({ name }) => name,
        cell: ({ id, name }) => (
          <span className="ty-row">
            <Link to={id}>{name}</Link>
            {id === defaultId && <Tag design="Information" hideStateIcon>{t('isDefault')}</Tag>}
          </span>
        ),
      },
      { id: 'description', header: t('description'), cell: ({ description }) => description },
      { id: 'stages', header: t('stages'), width: '8rem', cell: ({ stages }) => stages.map((each) => record(each)['name']).join(' > ') },
      {
        id: 'usedBy',
        header: t('usedBy'),
        width: '11rem',
        cell: ({ id, version }) => {
          const mine = (runs ?? []).filter((run) => run.pipeline.id === id);
          const older = mine.filter((run) => run.pipeline.version !== version).length;
          return (
            <div>
              {id === defaultId && <div>{t('usedAsDefault')}</div>}
              {mine.length > 0 && <div>{t('usedByRuns', { count: mine.length })}</div>}
              {older > 0 && <div>{t('usedByOlder', { count: older })}</div>}
              {id !== defaultId && mine.length === 0 && t('usedByNothing')}
            </div>
          );
        },
      },
      {
        id: 'version',
        header: t('version'),
        width: '6rem',
        sortBy: ({ version }) => version,
        cell: ({ id, version }) => <Link to={`${id}/versions`}>{t('versionNumber', { version })}</Link>,
      },
    ];
    if (onDefault !== undefined) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        width: '9rem',
        isOptional: false,
        cell: (pipeline) =>
          pipeline.id !== defaultId && (
            <Button
              design="Transparent"
              accessibleName={`${t('setDefault')}: ${pipeline.name}`}
              onClick={() => onDefault(pipeline)}
            >
              {t('setDefault')}
            </Button>
          ),
      });
    }
    return columns;
  }, [t, defaultId, runs, onDefault]);
}
