import { useEffect, useRef, useState } from 'react';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { ProgressIndicator } from '@ui5/webcomponents-react/ProgressIndicator';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { useLatestSyncs, useReadAgain, type Sync } from '../api';
import { texts } from '../texts';
import './sync.css';

interface Props {
  projectKey: string;
  /** Syncs started here; others are seen while they run. */
  started: readonly string[];
}

/** Syncs that run, with their progress; those seen running stay as a summary until they are closed. */
export function SyncStrip({ projectKey, started }: Props) {
  const { data: latest = [] } = useLatestSyncs(projectKey);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const fresh = latest.filter(({ id, state }) => state === 'RUNNING' && !seen.includes(id)).map(({ id }) => id);
  if (fresh.length > 0) {
    setSeen([...seen, ...fresh]);
  }
  useReadAfter(latest);
  const shown = latest.filter(({ id }) => (seen.includes(id) || started.includes(id)) && !closed.includes(id));
  return (
    <div className="ty-syncs">
      {shown.map((sync) =>
        sync.state === 'RUNNING' ? (
          <Progress key={sync.id} sync={sync} />
        ) : (
          <Summary key={sync.id} sync={sync} projectKey={projectKey} onClose={() => setClosed([...closed, sync.id])} />
        ),
      )}
    </div>
  );
}

/** Reads the items again when a sync ends, also when its live event was missed. */
function useReadAfter(latest: readonly Sync[]) {
  const readAgain = useReadAgain();
  const running = latest.filter(({ state }) => state === 'RUNNING').length;
  const before = useRef(running);
  useEffect(() => {
    if (running < before.current) {
      void readAgain();
    }
    before.current = running;
  }, [running, readAgain]);
}

function Progress({ sync }: { sync: Sync }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { integrationName, startedBy, progress, counts } = sync;
  const { read, total } = progress;
  const title = t('syncRunning', { integration: integrationName, by: startedBy });
  const text =
    total == null
      ? t('syncRead', { read: format.number(read) })
      : t('syncReadOf', { read: format.number(read), total: format.number(total) });
  const known = counts.created + counts.updated + counts.unchanged + counts.gone;
  return (
    <div className="ty-sync" data-sync={sync.id}>
      <strong>{title}</strong>
      <ProgressIndicator
        accessibleName={title}
        value={total == null || total === 0 ? 0 : Math.min(100, Math.round((100 * read) / total))}
        displayValue={text}
        valueState="Information"
      />
      {known > 0 && <Counts counts={counts} />}
      <span className="ty-hidden" role="status">
        {title}
      </span>
    </div>
  );
}

function Summary({ sync, projectKey, onClose }: { sync: Sync; projectKey: string; onClose: () => void }) {
  const t = useTexts(texts);
  const { state, integrationName, counts, fault, messages } = sync;
  const isFailed = state === 'FAILED';
  return (
    <div role={isFailed ? 'alert' : 'status'} data-sync={sync.id}>
      <MessageStrip design={isFailed ? 'Negative' : 'Positive'} onClose={onClose}>
        {t(isFailed ? 'syncFailed' : 'syncCompleted', { integration: integrationName })}{' '}
        {isFailed ? fault : <Counts counts={counts} />} {messages.join(' ')}{' '}
        <Link to={`/projects/${projectKey}/user-stories/syncs`}>{t('syncHistory')}</Link>
      </MessageStrip>
    </div>
  );
}

function Counts({ counts }: { counts: Sync['counts'] }) {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <span>
      {t('syncCounts', {
        created: format.number(counts.created),
        updated: format.number(counts.updated),
        unchanged: format.number(counts.unchanged),
        gone: format.number(counts.gone),
      })}
    </span>
  );
}
