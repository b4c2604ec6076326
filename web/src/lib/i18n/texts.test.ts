import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const catalogues = filesBelow(root).filter((file) => file.endsWith('/texts.ts') && !file.endsWith('i18n/texts.ts'));

test.each(catalogues.map((file) => file.slice(root.length + 1)))('%s: no text is unused', (file) => {
  const code = codeBeside(join(root, file));
  const unused = keysOf(join(root, file)).filter((key) => !isUsed(key, code));
  expect(unused).toEqual([]);
});

test.each(catalogues.map((file) => file.slice(root.length + 1)))('%s: both languages fill in the same values', (file) => {
  const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  const byKey = new Map<string, string[]>();
  for (const [, key = '', text = ''] of readFileSync(join(root, file), 'utf8').matchAll(entry)) {
    byKey.set(key, [...(byKey.get(key) ?? []), text]);
  }
  for (const [key, [english = '', german = '']] of byKey) {
    expect(values(german), key).toEqual(values(english));
  }
});

const entry = /^ {4}(\w+):\s+(['"`][^\n]*['"`]),$/gm;

function keysOf(file: string): string[] {
  return [...new Set([...readFileSync(file, 'utf8').matchAll(/^ {4}(\w+):/gm)].map(([, key = '']) => key))];
}

function codeBeside(file: string): string {
  return filesBelow(dirname(file))
    .filter((each) => each !== file && /(?<!\.test)\.tsx?$/.test(each))
    .map((each) => readFileSync(each, 'utf8'))
    .join('\n');
}

/** By its name, by a name without its plural, or by a template that begins or ends like it. */
function isUsed(key: string, code: string): boolean {
  const base = key.replace(/_(one|other)$/, '');
  const prefixes = [...code.matchAll(/`(\w+)\$\{/g)].map(([, prefix = '']) => prefix);
  const suffixes = [...code.matchAll(/`\$\{\w+\}(\w+)`/g)].map(([, suffix = '']) => suffix);
  return (
    new RegExp(`['"]${base}['"]`).test(code) ||
    prefixes.some((prefix) => base.startsWith(prefix)) ||
    suffixes.some((suffix) => base.endsWith(suffix))
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name);
    return each.isDirectory() ? filesBelow(path) : [path];
  });
}
