import { useEffect, useState } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from './session';

export type LiveState = 'connecting' | 'online' | 'reconnecting';

interface Hint {
  project: string | null;
  topic: string;
  id: string;
}

/** Topics that show what another topic changed. */
const alsoChanges: Readonly<Record<string, readonly string[]>> = {
  runs: ['inbox', 'work-items', 'deliverables', 'audit', 'release-versions', 'release-packages'],
  'work-items': ['deliverables', 'inbox'],
  validations: ['work-items'],
  'release-versions': ['work-items'],
  members: ['projects', 'session'],
  users: ['session'],
};

const settleMs = 200;

/** Listens to the server's hints and reads again what they concern. */
export function useLiveEvents(isSignedIn: boolean): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => (isSignedIn ? listen(queries, setState) : undefined), [isSignedIn, queries]);
  return state;
}

function listen(queries: QueryClient, tell: (state: LiveState) => void): () => void {
  const gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  let missed = false;

  function readAgain() {
    timer = undefined;
    const topics = new Set(gathered);
    gathered.clear();
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => topics.has('*') || topics.has(String(queryKey[0])),
    });
  }

  function gather(topic: string) {
    gathered.add(topic);
    (alsoChanges[topic] ?? []).forEach((each) => gathered.add(each));
    timer ??= setTimeout(readAgain, settleMs);
  }

  function connect() {
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      tell('online');
      if (missed) {
        missed = false;
        gather('*');
      }
    };
    source.onmessage = (event: MessageEvent<string>) => gather((JSON.parse(event.data) as Hint).topic);
    source.onerror = () => {
      tell('reconnecting');
      // The browser tries again by itself unless the answer was a refusal: then the session may be over.
      if (source.readyState === EventSource.CLOSED) {
        missed = true;
        void queries.invalidateQueries(sessionQuery);
        timer = setTimeout(() => {
          timer = undefined;
          connect();
        }, 3_000);
      }
    };
  }

  function offline() {
    tell('reconnecting');
  }

  /** An open stream may not have noticed that the network was gone. */
  function online() {
    clearTimeout(timer);
    timer = undefined;
    source.close();
    missed = true;
    connect();
  }

  connect();
  globalThis.addEventListener('offline', offline);
  globalThis.addEventListener('online', online);
  return () => {
    globalThis.removeEventListener('offline', offline);
    globalThis.removeEventListener('online', online);
    clearTimeout(timer);
    source.close();
  };
}
