import { useCallback, type Dispatch, type ReactNode, type SetStateAction } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate } from 'react-router';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { useIntegrations, type ItemFilter, type WorkItem } from './api';
import { isFlat } from './filters';
import type { ColumnModel } from './grid/columnModel';
import { TreeGrid } from './grid/TreeGrid';
import { useTree } from './grid/useTree';
import { texts } from './texts';

type Items = ReadonlyMap<string, WorkItem>;

interface Props {
  filter: ItemFilter;
  model: ColumnModel;
  selected: Items;
  /** Left out for people who could do nothing with several. */
  onSelect: Dispatch<SetStateAction<Items>> | undefined;
  sync: ReactNode;
}

/** The grid with what a filter finds, or why it is empty and what to do. */
export function StoryTree({ filter, model, selected, onSelect, sync }: Props) {
  const t = useTexts(texts);
  const format = useFormat();
  const { key } = useProject();
  const tree = useTree(key, filter);
  const { rows, pages, total, problem, retry } = tree;
  const select = useCallback(
    (item: WorkItem) =>
      onSelect?.((before) => {
        const after = new Map(before);
        if (!after.delete(item.id)) {
          after.set(item.id, item);
        }
        return after;
      }),
    [onSelect],
  );
  const selectAll = useCallback(
    () =>
      onSelect?.((before) =>
        before.size > 0
          ? new Map()
          : new Map(rows.flatMap((row) => (row.kind === 'item' ? [[row.item.id, row.item] as const] : []))),
      ),
    [onSelect, rows],
  );
  if (pages === undefined) {
    return problem === null ? <Loading /> : <ProblemMessage problem={problem} retry={retry} />;
  }
  if (rows.length === 0) {
    return isFlat(filter) ? (
      <EmptyState title={t('nothingFound')}>{t('nothingFoundNext')}</EmptyState>
    ) : (
      <Nothing projectKey={key} sync={sync} />
    );
  }
  return (
    <>
      <TreeGrid
        label={t('title')}
        model={model}
        rows={rows}
        starts={tree.starts}
        known={tree.known}
        look={tree.look}
        onToggle={tree.toggle}
        onRetry={retry}
        selected={selected}
        onSelect={onSelect === undefined ? undefined : select}
        onSelectAll={selectAll}
        projectKey={key}
      />
      <div className="ty-table-footer">
        <ProblemMessage problem={problem} retry={retry} />
        <span role="status">
          {total !== undefined && t(isFlat(filter) ? 'found' : 'topLevel', { count: total, shown: format.number(total) })}
        </span>
      </div>
    </>
  );
}

function Loading() {
  const t = useTexts(texts);
  return (
    <div className="ty-grid-loading" aria-busy="true">
      {Array.from({ length: 8 }, (_, index) => (
        <span key={index} className="ty-skeleton" />
      ))}
      <span className="ty-hidden" role="status">
        {t('loadingRow')}
      </span>
    </div>
  );
}

function Nothing({ projectKey, sync }: { projectKey: string; sync: ReactNode }) {
  const t = useTexts(texts);
  const may = useMay();
  const navigate = useNavigate();
  const integrations = useIntegrations(projectKey);
  if (integrations.data === undefined) {
    return integrations.error === null ? <Loading /> : <ProblemMessage problem={integrations.error} />;
  }
  if (integrations.data.length > 0) {
    return (
      <EmptyState title={t('emptyTitle')} action={sync}>
        {t(may('SYNC', projectKey) ? 'emptySync' : 'emptySyncOthers')}
      </EmptyState>
    );
  }
  const canAdd = may('INTEGRATIONS_EDIT', projectKey);
  return (
    <EmptyState
      title={t('unlinkedTitle')}
      action={
        canAdd && (
          <Button
            design="Emphasized"
            onClick={() => void navigate(`/projects/${projectKey}/settings/alm-integrations`)}
          >
            {t('addIntegration')}
          </Button>
        )
      }
    >
      {t(canAdd ? 'unlinkedNext' : 'unlinkedNotMine')}
    </EmptyState>
  );
}
