import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { sessionOf, signedIn, type Call } from './api';
import { demo } from './demo';

export { expect, demo };

interface Fixtures {
  /** A page of somebody of the demo who is signed in; several people have a browser of their own each. */
  as: (name: string) => Promise<Page>;
  /** The API as somebody of the demo, to set the stage. */
  api: (name: string) => Promise<Call>;
}

/** Every page is watched: a violated policy, a fault of the page or a request to elsewhere fails the test. */
export const test = base.extend<Fixtures>({
  as: async ({ browser, viewport }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (name) => {
      const storageState = await sessionOf(name);
      const context = await browser.newContext({ baseURL: demo().url, viewport, reducedMotion: 'reduce', storageState });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, faults);
      return page;
    });
    expect(faults).toEqual([]);
    await Promise.all(contexts.map((context) => context.close()));
  },
  api: async ({}, use) => {
    const open: (() => Promise<void>)[] = [];
    await use(async (name) => {
      const { call, dispose } = await signedIn(name);
      open.push(dispose);
      return call;
    });
    await Promise.all(open.map((dispose) => dispose()));
  },
});

export async function signIn(page: Page, name: string): Promise<void> {
  const person = demo().people.find((each) => each.name === name);
  if (person === undefined) {
    throw new Error(`The demo has no ${name}.`);
  }
  if (!page.url().includes('/sign-in')) {
    await page.goto('/sign-in');
  }
  await page.getByRole('textbox', { name: 'User' }).fill(person.name);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

type Theme = 'light' | 'dark';

/** Runs axe in these themes; minor findings are not counted. */
export async function expectNoSeriousViolations(page: Page, themes: readonly Theme[] = ['light', 'dark']): Promise<void> {
  for (const colorScheme of themes) {
    await wear(page, colorScheme);
    // There are no frames, and what passes is not wanted: legacy mode takes half the time.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
    const { violations } = await axe.analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const told = serious.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
    expect(told, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

async function wear(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (theme) => document.documentElement.getAttribute('data-sap-theme') === theme,
    colorScheme === 'dark' ? 'sap_horizon_dark' : 'sap_horizon',
  );
}

/** Has its heading and is no longer reading what it shows. */
export async function showsAll(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.ty-skeleton, .wi-loading')).toHaveCount(0);
}

/** The page itself never scrolls sideways; what is wide scrolls in a box of its own. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = () =>
    page.evaluate(() => {
      const { clientWidth } = document.documentElement;
      const scrollers = [document.documentElement, ...Array.from(document.querySelectorAll('main'))];
      return scrollers.every((each) => each.scrollWidth <= each.clientWidth + 1 && each.clientWidth <= clientWidth);
    });
  await expect.poll(overflow, { message: `${page.url()} fits its window` }).toBe(true);
}

/** Keeps what the page looks like in both themes, for people, in the folder that TYTO_PICTURES names. */
export async function pictures(page: Page, address: string, kind: 'wide' | 'narrow'): Promise<void> {
  const folder = process.env['TYTO_PICTURES'];
  if (folder === undefined) {
    return;
  }
  const name = address.replace(/[^a-z0-9-]+/gi, '_').replace(/^_|_$/g, '');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    await page.screenshot({ path: `${folder}/${name}-${kind}-${theme}.png` });
  }
}

function watch(page: Page, faults: string[]): void {
  const home = new URL(demo().url).host;
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) {
      faults.push(message.text());
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== home) {
      faults.push(`Asked elsewhere: ${request.url()}`);
    }
  });
}
