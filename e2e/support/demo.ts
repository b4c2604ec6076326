import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Demo {
  url: string;
  landscape: string;
  project: string;
  people: { name: string; password: string }[];
  runs: { completed: string; failed: string; approval: string };
  workItems: { feature: string; story: string; waiting: string; failing: string };
}

const patienceMs = 240_000;

/**
 * Starts the demo on free ports and ends it after the last test; it also ends when this process is killed. With TYTO_DEMO, a file that a running demo wrote
 * (`--json`), that one is used and left alone; TYTO_URL then names another address of it, such as Vite's.
 */
export default async function startDemo(): Promise<() => void> {
  if (process.env['TYTO_DEMO'] !== undefined) {
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tyto-e2e-'));
  const file = join(folder, 'demo.json');
  const java = process.env['JAVA_HOME'] === undefined ? 'java' : join(process.env['JAVA_HOME'], 'bin/java');
  const jar = resolve(import.meta.dirname, '../../demo/target/demo.jar');
  const child = spawn(java, [`-Dtyto.launcher.pid=${process.pid}`, '-jar', jar, '--json', file], {
    env: { ...process.env, TYTO_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const deadline = Date.now() + patienceMs;
  while (!existsSync(file)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGTERM');
      throw new Error(`The demo did not come up:\n${output}`);
    }
    await new Promise((next) => setTimeout(next, 250));
  }
  process.env['TYTO_DEMO'] = file;
  return () => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Where everything is, and who may sign in. */
export function demo(): Demo {
  const file = process.env['TYTO_DEMO'];
  if (file === undefined) {
    throw new Error('The demo is not running.');
  }
  const found = JSON.parse(readFileSync(file, 'utf8')) as Demo;
  return { ...found, url: process.env['TYTO_URL'] ?? found.url };
}
