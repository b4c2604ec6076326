import { useSyncExternalStore } from 'react';
import { useFormat } from '../lib/i18n/format';

let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    listeners.forEach((each) => each());
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** "3 minutes ago", with the exact time on hover; nothing when there is no time. */
export function RelativeTime({ at }: { at: string | null | undefined }) {
  const format = useFormat();
  const current = useSyncExternalStore(subscribe, () => now);
  if (at === null || at === undefined) {
    return null;
  }
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {format.relative(at, current)}
    </time>
  );
}
