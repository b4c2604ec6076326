import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { useTypeName } from '../../../ui/environments/types';
import { StatusTag } from '../../../ui/StatusTag';
import type { Column } from '../../../ui/table/DataTable';
import type { Entry } from '../api';
import { texts } from '../texts';

interface Actions {
  onEdit: (entry: Entry) => void;
  onRemove: (entry: Entry) => void;
}

export function useColumns({ onEdit, onRemove }: Actions): Column<Entry>[] {
  const t = useTexts(texts);
  const format = useFormat();
  const typeName = useTypeName();
  return useMemo(
    () => [
      { id: 'name', header: t('name'), isOptional: false, sortBy: ({ name }) => name, cell: ({ name }) => name },
      { id: 'kind', header: t('kind'), width: '7rem', sortBy: ({ kind }) => kind, cell: ({ kind }) => t(`kind${kind}`) },
      {
        id: 'scope',
        header: t('scope'),
        cell: ({ project, environment, environmentType }) =>
          [project, environment, environmentType == null ? null : typeName(environmentType)]
            .filter((each) => each != null)
            .join(', ') || t('scopeAll'),
      },
      {
        id: 'state',
        header: t('state'),
        width: '8rem',
        cell: ({ kind, active, next }) =>
          active ? (
            <StatusTag state={kind === 'FREEZE' ? 'WAITING' : 'ACTIVE'} text={t('stateOn')} />
          ) : (
            <StatusTag state="READY" text={t(next == null ? 'stateOver' : 'stateNext')} />
          ),
      },
      {
        id: 'next',
        header: t('next'),
        sortBy: ({ next }) => next?.from,
        cell: ({ next }) =>
          next == null
            ? t('never')
            : t('span', { from: format.dateTime(next.from), to: format.dateTime(next.to) }),
      },
      { id: 'reason', header: t('reason'), cell: ({ reason }) => reason },
      { id: 'changed', header: t('changed'), cell: ({ changedBy }) => changedBy },
      {
        id: 'actions',
        header: t('actions'),
        width: '13rem',
        isOptional: false,
        cell: (entry) =>
          entry.actions.includes('change') && (
            <>
              <Button
                design="Transparent"
                accessibleName={`${t('edit')} ${entry.name}`}
                onClick={() => onEdit(entry)}
              >
                {t('edit')}
              </Button>
              <Button
                design="Transparent"
                accessibleName={`${t('remove')} ${entry.name}`}
                onClick={() => onRemove(entry)}
              >
                {t('remove')}
              </Button>
            </>
          ),
      },
    ],
    [t, format, typeName, onEdit, onRemove],
  );
}
