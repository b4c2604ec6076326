import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { inboxKey, inboxQuery, isTask, itemsOf, type InboxItem } from '../../lib/inbox';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { RelativeTime } from '../../ui/RelativeTime';
import { useRunsIn, useSyncs } from './api';
import { FirstSteps } from './parts/FirstSteps';
import { RunRow } from './parts/RunRow';
import { SyncRow } from './parts/SyncRow';
import { Tile } from './parts/Tile';
import { texts } from './texts';
import './home.css';

const shown = 5;

/** The start page of a project: what waits for me, what runs, what failed, what was synced. */
export function HomePage() {
  const t = useTexts(texts);
  const project = useProject();
  const base = `/projects/${project.key}`;
  const inbox = useQuery(inboxQuery);
  const running = useRunsIn(project.key, 'RUNNING');
  const waiting = useRunsIn(project.key, 'WAITING');
  const failed = useRunsIn(project.key, 'FAILED');
  const syncs = useSyncs(project.key);
  const mine = inbox.data === undefined ? undefined : itemsOf(inbox.data, project.key).filter(isTask);
  const active =
    running.data === undefined || waiting.data === undefined
      ? undefined
      : [...running.data.items, ...waiting.data.items].slice(0, shown);
  return (
    <>
      <PageHeader title={project.name} subtitle={project.description === '' ? undefined : project.description} />
      <PageBody>
        <FirstSteps projectKey={project.key} />
        <div className="ty-home">
          <Tile
            title={t('waits')}
            all={{ to: `${base}/my-tasks`, text: t('allTasks') }}
            rows={mine?.slice(0, shown).map((item) => <TaskRow key={inboxKey(item)} item={item} base={base} />)}
            empty={t('waitsNone')}
            problem={inbox.error}
          />
          <Tile
            title={t('active')}
            all={{ to: `${base}/pipeline-activity`, text: t('allRuns') }}
            rows={active?.map((run) => <RunRow key={run.id} run={run} />)}
            empty={t('activeNone')}
            problem={running.error ?? waiting.error}
          />
          <Tile
            title={t('failed')}
            all={{ to: `${base}/pipeline-activity?state=FAILED`, text: t('allFailed') }}
            rows={failed.data?.items.map((run) => <RunRow key={run.id} run={run} />)}
            empty={t('failedNone')}
            problem={failed.error}
          />
          <Tile
            title={t('syncs')}
            all={{ to: `${base}/user-stories/syncs`, text: t('allSyncs') }}
            rows={syncs.data?.items.map((sync) => <SyncRow key={sync.id} sync={sync} />)}
            empty={t('syncsNone')}
            problem={syncs.error}
          />
        </div>
      </PageBody>
    </>
  );
}

function TaskRow({ item, base }: { item: InboxItem; base: string }) {
  return (
    <div className="ty-home-main">
      <Link to={`${base}/my-tasks?task=${inboxKey(item)}`}>
        {item.name}: {item.workItemId} {item.title}
      </Link>
      <div className="ty-home-note">
        {item.stage} · <RelativeTime at={item.since} />
      </div>
    </div>
  );
}
