import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import vite from './vite.config';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `*.test.ts` runs in Node, `*.test.tsx` in a real Chromium. */
export default mergeConfig(
  vite,
  defineConfig({
    test: {
      projects: [
        { extends: true, test: { name: 'node', include: ['src/**/*.test.ts'], environment: 'node' } },
        {
          extends: true,
          // Found before the first test: found while one runs, the page would be loaded anew in the middle of it.
          optimizeDeps: { entries: ['src/**/*.{ts,tsx}'] },
          test: {
            name: 'browser',
            include: ['src/**/*.test.tsx'],
            setupFiles: ['src/testing/setup.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: { executablePath: chromium, args: quiet } }),
              instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
            },
          },
        },
      ],
    },
  }),
);
