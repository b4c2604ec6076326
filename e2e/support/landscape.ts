import { demo } from './demo';
import type { Json } from './api';

export interface System {
  id: string;
  url: string;
  serviceKey?: Json;
}

/** A call of the simulated landscape's control port: what people and systems outside of Tyto do. */
export async function control(method: string, path: string, data?: unknown): Promise<Json> {
  const answer = await fetch(`${demo().landscape}/control/${path}`, {
    method,
    ...(data === undefined ? {} : { body: JSON.stringify(data), headers: { 'Content-Type': 'application/json' } }),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path} answered ${answer.status} ${text}`);
  }
  return text === '' ? {} : (JSON.parse(text) as Json);
}

export async function system(id: string): Promise<System> {
  const { systems } = await control('GET', 'landscape');
  const found = (systems as System[]).find((each) => each.id === id);
  if (found === undefined) {
    throw new Error(`The landscape has no ${id}.`);
  }
  return found;
}

/** How often a system says that it did this. */
export async function timesDone(id: string, action: string, subject: string): Promise<number> {
  const { items } = await control('GET', `systems/${id}/ledger`);
  return (items as { action: string; subject: string }[]).filter((each) => each.action === action && each.subject === subject)
    .length;
}
