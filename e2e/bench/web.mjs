// Measures the page in Debian's Chromium; called by ./tyto bench web, prints one line of JSON.
// TYTO_URL, TYTO_USER, TYTO_PASSWORD, TYTO_PROJECT say where; TYTO_ROWS how many rows the list has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const here = join(import.meta.dirname, '..');
if (!existsSync(join(here, 'node_modules/playwright-core'))) {
  process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = '1';
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 2, 2] });
}
const { chromium } = await import('playwright-core');

const { TYTO_URL: url, TYTO_USER: user, TYTO_PASSWORD: password, TYTO_PROJECT: project } = process.env;
const rows = Number(process.env.TYTO_ROWS ?? 100_000);
/** As it is, and as slow as a telephone of the middle price, which Lighthouse takes for a page's worst guest. */
const slowdowns = [1, 4];
const quietMs = 3_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const signedIn = await signIn();
  const found = [];
  for (const slowdown of slowdowns) {
    const first = await load('/', signedIn, slowdown);
    const stories = await load(`/projects/${project}/user-stories`, signedIn, slowdown);
    const scrolling = await scroll(signedIn, slowdown);
    found.push({ slowdown, first, stories, scrolling });
  }
  console.log(JSON.stringify({ browser: browser.version(), found }));
} finally {
  await browser.close();
}

async function signIn() {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'User' }).fill(user);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'));
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A page of its own with an empty cache and a processor so many times slower. */
async function open(storageState, slowdown) {
  const context = await browser.newContext({ baseURL: url, storageState, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, tasks: [], longest: 0 };
    globalThis.seen = seen;
    const watch = (type, each) =>
      new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
    watch('layout-shift', (entry) => (seen.cls += entry.hadRecentInput ? 0 : entry.value));
    watch('longtask', (entry) => seen.tasks.push({ at: entry.startTime, ms: entry.duration }));
  });
  return { context, page };
}

/** Three times, the middle one: a shared machine has moods. */
async function load(path, storageState, slowdown) {
  const loads = [];
  for (let round = 0; round < 3; round += 1) {
    const { context, page } = await open(storageState, slowdown);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.waitForTimeout(quietMs);
    loads.push(
      await page.evaluate(() => {
        const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
        const scripts = performance.getEntriesByType('resource').filter(({ name }) => /\.js($|\?)/.test(name));
        return {
          lcp: seen.lcp,
          cls: seen.cls,
          tbt: seen.tasks.filter(({ at }) => at >= painted).reduce((sum, { ms }) => sum + ms - 50, 0),
          scriptKb: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024,
        };
      }),
    );
    await context.close();
  }
  const middle = (name) => loads.map((each) => each[name]).sort((a, b) => a - b)[1];
  return { path, lcp: middle('lcp'), cls: middle('cls'), tbt: middle('tbt'), scriptKb: middle('scriptKb') };
}

/** To the end until all rows are there, then by the wheel, then by jumps. */
async function scroll(storageState, slowdown) {
  const { context, page } = await open(storageState, slowdown);
  await page.goto(`/projects/${project}/user-stories?type=USER_STORY`);
  await page.locator('.ty-grid-row[data-kind="item"]').first().waitFor();
  await page.waitForTimeout(quietMs);
  const phases = {};
  phases.reading = await phase(page, async (wanted) => {
    const box = document.querySelector('.ty-grid');
    const deadline = performance.now() + 600_000;
    while (Number(box.getAttribute('aria-rowcount')) <= wanted && performance.now() < deadline) {
      box.scrollTop = box.scrollHeight;
      await new Promise((next) => setTimeout(next, 100));
    }
  });
  phases.wheel = await phase(page, async () => {
    const box = document.querySelector('.ty-grid');
    box.scrollTop = box.scrollHeight / 2;
    for (let frame = 0; frame < 400; frame += 1) {
      box.scrollTop += 120;
      await new Promise((next) => requestAnimationFrame(next));
    }
  });
  phases.jumps = await phase(page, async () => {
    const box = document.querySelector('.ty-grid');
    for (let jump = 1; jump <= 60; jump += 1) {
      box.scrollTop = ((jump * 0.618) % 1) * box.scrollHeight;
      await new Promise((next) => setTimeout(next, 250));
    }
  });
  const shown = Number(await page.locator('.ty-grid').getAttribute('aria-rowcount')) - 1;
  await context.close();
  return { rows: shown, ...phases };
}

async function phase(page, work) {
  await page.evaluate(() => void (seen.tasks.length = 0));
  const began = Date.now();
  await page.evaluate(work, rows);
  await page.waitForTimeout(500);
  const tasks = await page.evaluate(() => seen.tasks.map(({ ms }) => ms));
  return { seconds: (Date.now() - began) / 1000, longTasks: tasks.length, longestMs: Math.max(0, ...tasks) };
}
