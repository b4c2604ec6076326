import { request, type APIRequestContext } from '@playwright/test';
import { demo } from './demo';

export type Json = Record<string, unknown>;

/** One call of `/api/v1`; an answer that is no success throws. */
export type Call = (method: string, path: string, data?: unknown, headers?: Record<string, string>) => Promise<Json>;

type State = Awaited<ReturnType<APIRequestContext['storageState']>>;

const states = new Map<string, State>();

/** The cookies of somebody of the demo; each signs in once, and the journeys of the frame do it by hand. */
export async function sessionOf(name: string): Promise<State> {
  const known = states.get(name);
  if (known !== undefined) {
    return known;
  }
  const context = await request.newContext({ baseURL: demo().url });
  const person = demo().people.find((each) => each.name === name);
  const call = callOf(context);
  await call('GET', '/session');
  await call('POST', '/session', { username: name, password: person?.password });
  await call('GET', '/session');
  const state = await context.storageState();
  await context.dispose();
  states.set(name, state);
  return state;
}

/** Calls of the API as this person, for what a journey finds there already. */
export async function signedIn(name: string): Promise<{ call: Call; dispose: () => Promise<void> }> {
  const context = await request.newContext({ baseURL: demo().url, storageState: await sessionOf(name) });
  return { call: callOf(context), dispose: () => context.dispose() };
}

function callOf(context: APIRequestContext): Call {
  return async (method, path, data, headers = {}) => {
    const { cookies } = await context.storageState();
    const token = cookies.find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
    const answer = await context.fetch(`/api/v1${path}`, {
      method,
      headers: { 'X-XSRF-TOKEN': token, ...headers },
      ...(data === undefined ? {} : { data }),
    });
    const text = await answer.text();
    if (!answer.ok()) {
      throw new Error(`${method} ${path} answered ${answer.status()} ${text}`);
    }
    return text === '' ? {} : (JSON.parse(text) as Json);
  };
}

export async function itemsOf<T>(call: Call, path: string): Promise<T[]> {
  return (await call('GET', path))['items'] as T[];
}

/** Changes a resource as it is now. */
export async function patch(call: Call, path: string, changes: Json): Promise<Json> {
  const { version } = await call('GET', path);
  return call('PATCH', path, changes, { 'If-Match': `"${String(version)}"` });
}
