import { useMemo } from 'react';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { useActionWords } from '../../../ui/audit/useActionWords';
import type { Column } from '../../../ui/table/DataTable';
import type { Entry } from '../api';
import { texts } from '../texts';

export function useColumns(): Column<Entry>[] {
  const t = useTexts(texts);
  const format = useFormat();
  const words = useActionWords();
  return useMemo(
    () => [
      { id: 'number', header: t('number'), width: '4rem', cell: ({ seq }) => seq ?? t('unsealed') },
      { id: 'at', header: t('at'), isOptional: false, width: '11rem', cell: ({ at }) => <time dateTime={at}>{format.dateTime(at)}</time> },
      { id: 'actor', header: t('actor'), cell: ({ actor }) => actor.name },
      { id: 'action', header: t('action'), cell: ({ action }) => <span title={action}>{words(action)}</span> },
      { id: 'subject', header: t('subject'), cell: ({ subject }) => subject },
      { id: 'project', header: t('project'), cell: ({ project }) => project },
      { id: 'details', header: t('details'), cell: ({ details }) => <Details details={details} /> },
    ],
    [t, format, words],
  );
}

function Details({ details }: { details: Entry['details'] }) {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
