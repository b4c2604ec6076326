import type { Feature, Menu, NavEntry } from '../lib/feature';

const found = import.meta.glob<Feature>('../features/*/feature.ts', { eager: true, import: 'feature' });

/** Every folder of `features` brings its screens and menu entries by its file `feature.ts`. */
export const features: readonly Feature[] = Object.values(found);

export function entriesOf(menu: Menu): NavEntry[] {
  return features
    .flatMap((each) => each.nav ?? [])
    .filter((entry) => entry.menu === menu)
    .sort((a, b) => a.order - b.order);
}
