import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../../api/gen/schema';
import { problemOf, unreachable } from './problem';

/** The records of the API by name: `Schema<'ProjectResponse'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const signedOutListeners = new Set<() => void>();

/** Called when the server says that the session is over. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

const convention: Middleware = {
  onRequest({ request }) {
    if (!safe.has(request.method)) {
      request.headers.set('X-XSRF-TOKEN', xsrfToken());
    }
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) {
      return;
    }
    const problem = await problemOf(response);
    // A wrong password is refused with 401, too; that session goes on.
    if (response.status === 401 && problem.code !== 'sign-in-failed' && !request.url.endsWith('/api/v1/session')) {
      signedOutListeners.forEach((each) => each());
    }
    throw problem;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      return error;
    }
    return unreachable();
  },
};

/** The typed client. Every answer that is not a success is thrown as a {@link Problem}. */
export const api = createClient<paths>({ baseUrl: globalThis.location.origin, credentials: 'same-origin' });
api.use(convention);

/** The data of an answer: `await data(api.GET('/api/v1/projects'))`. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** The header that says which version one saw. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** For calls outside the typed client (uploads with progress, downloads). */
export function xsrfToken(): string {
  const cookie = document.cookie.split('; ').find((each) => /^(__Host-)?XSRF-TOKEN=/.test(each));
  return cookie === undefined ? '' : decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
}
