import { useTexts } from '../../../lib/i18n/texts';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import type { Sync } from '../api';
import { texts } from '../texts';

export function SyncRow({ sync }: { sync: Sync }) {
  const t = useTexts(texts);
  const { created, updated, gone } = sync.counts;
  return (
    <>
      <div className="ty-home-main">
        <span>{sync.integrationName}</span>
        <div className="ty-home-note">
          {sync.state === 'RUNNING'
            ? t('syncProgress', { read: sync.progress.read, total: sync.progress.total ?? '?' })
            : (sync.fault ?? t('syncCounts', { created, updated, gone }))}
        </div>
        <div className="ty-home-note">
          {sync.startedBy} · <RelativeTime at={sync.startedAt} />
        </div>
      </div>
      <StatusTag state={sync.state} />
    </>
  );
}
