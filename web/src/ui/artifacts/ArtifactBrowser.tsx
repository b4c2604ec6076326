import { useEffect, useMemo, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { api, data, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';
import { useTexts } from '../../lib/i18n/texts';
import { EmptyState } from '../EmptyState';
import { DataTable, type Column } from '../table/DataTable';
import { SearchField } from '../table/SearchField';
import { texts } from './texts';

export type Artifact = Schema<'ArtifactPageRow'>;

/** A folder that was opened: package, and whatever a connector has. */
export interface Folder {
  id: string;
  name: string;
}

interface Props {
  environmentId: string;
  /** Folders from the top down to the one that is shown. */
  path: readonly Folder[];
  onOpen: (path: Folder[]) => void;
  /** Left out where there is nothing to choose. */
  onChoose?: (artifact: Artifact) => void;
  /** The verb on the button that chooses. */
  choose?: string;
}

const leastSearch = 3;
const typingMs = 400;

/** What an environment holds, read live from the system: search, and drill down. */
export function ArtifactBrowser({ environmentId, path, onOpen, onChoose, choose }: Props) {
  const t = useTexts(texts);
  const [search, setSearch] = useState('');
  const q = useSettled(search.trim().length < leastSearch ? '' : search.trim());
  const artifacts = useArtifacts(environmentId, path.at(-1)?.id, q);
  const columns = useColumns(
    (artifact) => {
      setSearch('');
      onOpen([...path, { id: artifact.id, name: artifact.name }]);
    },
    onChoose,
    choose,
  );
  return (
    <>
      {path.length > 0 && (
        <nav className="ty-row" aria-label={t('path')}>
          <button type="button" className="ty-link-button" onClick={() => onOpen([])}>
            {t('top')}
          </button>
          {path.map((folder, index) => (
            <span key={folder.id} className="ty-row">
              <span aria-hidden>/</span>
              {index === path.length - 1 ? (
                <span aria-current="location">{folder.name}</span>
              ) : (
                <button type="button" className="ty-link-button" onClick={() => onOpen(path.slice(0, index + 1))}>
                  {folder.name}
                </button>
              )}
            </span>
          ))}
        </nav>
      )}
      <DataTable
        id="artifacts"
        label={path.at(-1)?.name ?? t('content')}
        columns={columns}
        rows={artifacts.items}
        rowKey={({ id }) => id}
        problem={artifacts.problem}
        retry={artifacts.retry}
        hasMore={artifacts.hasMore}
        loadMore={artifacts.loadMore}
        isLoadingMore={artifacts.isLoading}
        isFiltered={q !== ''}
        filters={<SearchField value={search} onChange={setSearch} label={t('search')} />}
        empty={<EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
      />
    </>
  );
}

function useArtifacts(id: string, parent: string | undefined, q: string) {
  return usePages(['artifacts', id, parent ?? '', q], (cursor) =>
    data(
      api.GET('/api/v1/environments/{id}/artifacts', {
        params: {
          path: { id },
          query: {
            ...(parent === undefined ? {} : { parent }),
            ...(q === '' ? {} : { q }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
}

function useColumns(
  onOpen: (artifact: Artifact) => void,
  onChoose: Props['onChoose'],
  verb: string | undefined,
): Column<Artifact>[] {
  const t = useTexts(texts);
  const choose = verb ?? t('choose');
  return useMemo(() => {
    const columns: Column<Artifact>[] = [
      {
        id: 'name',
        header: t('name'),
        isOptional: false,
        sortBy: ({ name }) => name,
        cell: (artifact) =>
          artifact.hasChildren ? (
            <button type="button" className="ty-link-button" onClick={() => onOpen(artifact)}>
              {artifact.name}
            </button>
          ) : (
            artifact.name
          ),
      },
      { id: 'id', header: t('id'), sortBy: ({ id }) => id, cell: ({ id }) => id },
      { id: 'version', header: t('version'), sortBy: ({ version }) => version, cell: ({ version }) => version },
      {
        id: 'status',
        header: t('status'),
        sortBy: ({ status }) => status,
        cell: ({ status, reason }) => [status, reason].filter(Boolean).join(': '),
      },
      { id: 'owner', header: t('owner'), sortBy: ({ owner }) => owner, cell: ({ owner }) => owner },
      { id: 'facts', header: t('facts'), isHiddenAtFirst: true, cell: ({ facts }) => factsInWords(facts) },
    ];
    if (onChoose !== undefined) {
      columns.push({
        id: 'choose',
        header: t('actions'),
        isOptional: false,
        cell: (artifact) =>
          artifact.kind != null && (
            <Button
              design="Transparent"
              accessibleName={`${choose} ${artifact.name}`}
              onClick={() => onChoose(artifact)}
            >
              {choose}
            </Button>
          ),
      });
    }
    return columns;
  }, [t, choose, onOpen, onChoose]);
}

/** `packageShortText` is a connector's own name for a fact: `Package short text`. */
function factsInWords(facts: Record<string, string>): string {
  return Object.entries(facts)
    .map(([name, value]) => {
      const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${value}`;
    })
    .join(', ');
}

/** The value once nobody is typing. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingMs);
    return () => clearTimeout(timer);
  }, [value]);
  return value === '' ? '' : settled;
}
