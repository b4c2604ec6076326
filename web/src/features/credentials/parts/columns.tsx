import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import type { Column } from '../../../ui/table/DataTable';
import type { Credential } from '../api';
import type { Doing } from '../CredentialsPage';
import { texts } from '../texts';
import { useTypeNames } from '../types';

/** @param onAction left out for people who may only read */
export function useColumns(onAction: ((doing: Doing) => void) | undefined): Column<Credential>[] {
  const t = useTexts(texts);
  const typeName = useTypeNames();
  return useMemo(() => {
    const columns: Column<Credential>[] = [
      {
        id: 'name',
        header: t('name'),
        isOptional: false,
        sortBy: (each) => each.name,
        cell: (each) => (
          <div className="ty-row">
            {each.name}
            {each.secretMissing && <StatusTag state="WARNING" text={t('secretMissing')} />}
          </div>
        ),
      },
      { id: 'type', header: t('type'), sortBy: (each) => each.type, cell: (each) => typeName(each.type) },
      {
        id: 'scope',
        header: t('scope'),
        sortBy: (each) => each.scope,
        cell: (each) => t(each.scope === 'GLOBAL' ? 'scopeGlobal' : 'scopePrivate'),
      },
      {
        id: 'usedBy',
        header: t('usedBy'),
        sortBy: (each) => each.usedBy.length,
        cell: (each) => each.usedBy.length === 0 ? t('usedByNobody') : each.usedBy.map(nameOfUse).join(', '),
      },
      { id: 'createdBy', header: t('createdBy'), sortBy: (each) => each.createdBy, cell: (each) => each.createdBy },
      {
        id: 'created',
        header: t('created'),
        isHiddenAtFirst: true,
        sortBy: (each) => each.createdAt,
        cell: (each) => <RelativeTime at={each.createdAt} />,
      },
      { id: 'modifiedBy', header: t('modifiedBy'), sortBy: (each) => each.modifiedBy, cell: (each) => each.modifiedBy },
      {
        id: 'modified',
        header: t('modified'),
        sortBy: (each) => each.modifiedAt,
        cell: (each) => <RelativeTime at={each.modifiedAt} />,
      },
    ];
    if (onAction !== undefined) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        isOptional: false,
        width: '15rem',
        cell: (credential) => (
          <div className="ty-row">
            {(['test', 'edit', 'delete'] as const).map((what) => (
              <Button
                key={what}
                design="Transparent"
                accessibleName={`${t(what)} ${credential.name}`}
                onClick={() => onAction({ what, credential })}
              >
                {t(what)}
              </Button>
            ))}
          </div>
        ),
      });
    }
    return columns;
  }, [t, typeName, onAction]);
}

function nameOfUse({ kind, name, project }: Credential['usedBy'][number]): string {
  return `${name ?? kind}${project == null ? '' : ` (${project})`}`;
}
