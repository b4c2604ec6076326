import { useSyncExternalStore } from 'react';
import { setTheme } from '@ui5/webcomponents-base/dist/config/Theme.js';
import { store, stored } from './storage';

export type ThemeChoice = 'light' | 'dark' | 'system';

const dark = globalThis.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let choice: ThemeChoice = stored('theme', isChoice) ?? 'system';

dark.addEventListener('change', () => void applyTheme());

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  store('theme', next);
  void applyTheme();
  listeners.forEach((each) => each());
}

/** Horizon, light or dark. */
export async function applyTheme(): Promise<void> {
  const isDark = choice === 'dark' || (choice === 'system' && dark.matches);
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  await setTheme(isDark ? 'sap_horizon_dark' : 'sap_horizon');
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => choice,
  );
}

function isChoice(value: unknown): value is ThemeChoice {
  return value === 'light' || value === 'dark' || value === 'system';
}
