import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/**
 * Query keys begin with the topic of the live events (`projects`, `runs`, `work-items`, ...): a hint makes
 * every query of its topic read again.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && isPassing(error),
      },
    },
  });
}

function isPassing(error: Error): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 503 || error.status === 504);
}
