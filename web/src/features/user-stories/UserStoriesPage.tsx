import { useCallback, useState } from 'react';
import '@ui5/webcomponents-icons/dist/history.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { TableToolbar } from '../../ui/table/TableToolbar';
import { useItemActions } from './actions/useItemActions';
import type { WorkItem } from './api';
import { ExportButton } from './ExportButton';
import { FilterBar } from './FilterBar';
import { useChoices, useFilter } from './filters';
import { useColumnModel } from './grid/columnModel';
import { useColumns } from './grid/useColumns';
import { Selection } from './Selection';
import { StoryTree } from './StoryTree';
import { SyncButton } from './sync/SyncButton';
import { SyncStrip } from './sync/SyncStrip';
import { texts } from './texts';

/** The features and user stories of a project, as a tree. */
export function UserStoriesPage() {
  const t = useTexts(texts);
  const may = useMay();
  const navigate = useNavigate();
  const { key, archived } = useProject();
  const [problem, setProblem] = useState<unknown>(null);
  const [started, setStarted] = useState<readonly string[]>([]);
  const [selected, setSelected] = useState<ReadonlyMap<string, WorkItem>>(() => new Map());
  const actions = useItemActions(key, setProblem);
  const model = useColumnModel(useColumns(actions));
  const { choices, choose } = useChoices();
  const filter = useFilter(choices, model.sort);
  const canSelect = may('WORK_ITEMS_EDIT', key) && !archived;
  const onStarted = useCallback((id: string) => setStarted((before) => [...before, id]), []);
  const sync = <SyncButton onProblem={setProblem} onStarted={onStarted} />;

  return (
    <div className="ty-stories">
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Button icon="history" design="Transparent" onClick={() => void navigate('syncs')}>
              {t('syncHistory')}
            </Button>
            {sync}
          </>
        }
      />
      <PageBody>
        <ProblemMessage problem={problem} />
        <SyncStrip projectKey={key} started={started} />
        <section className="ty-stories-box" aria-label={t('title')}>
          <TableToolbar
            table={model.table}
            filters={<FilterBar projectKey={key} choices={choices} choose={choose} />}
            actions={<ExportButton projectKey={key} filter={filter} onProblem={setProblem} />}
          />
          {selected.size > 0 && (
            <Selection projectKey={key} selected={selected} onClear={() => setSelected(new Map())} />
          )}
          <StoryTree
            key={JSON.stringify(filter)}
            filter={filter}
            model={model}
            selected={selected}
            onSelect={canSelect ? setSelected : undefined}
            sync={sync}
          />
        </section>
      </PageBody>
      {actions.layer}
    </div>
  );
}
