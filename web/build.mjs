// Builds the page: node build.mjs [--generate] [folder]
//   --generate  only writes what is made from openapi.json (src/api/gen)
//   folder      where the finished files go; default dist
// Does nothing when neither sources, lock file nor openapi.json changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const openapi = resolve(here, '../server/openapi.json');
const modules = join(here, 'node_modules');
const dist = join(here, 'dist');
const startBudget = 250 * 1024;

const generateOnly = process.argv.includes('--generate');
const target = process.argv.slice(2).find((each) => !each.startsWith('--'));

process.chdir(here);
install();
const generated = await generate();
if (generateOnly) {
  for (const [file, text] of generated) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
} else {
  build();
}

function install() {
  const marker = join(modules, '.tyto-lock');
  const lock = hashOf([join(here, 'package-lock.json')]);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) {
    return;
  }
  run('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(marker, lock);
}

async function generate() {
  const { default: openapiTypes, astToString } = await import('openapi-typescript');
  const document = JSON.parse(readFileSync(openapi, 'utf8'));
  const head = '// Made from server/openapi.json; ./tyto fix makes it anew.\n';
  const permissions = document['x-tyto-permissions'];
  return [
    [join(here, 'src/api/gen/schema.ts'), head + astToString(await openapiTypes(document))],
    [
      join(here, 'src/api/gen/permissions.ts'),
      `${head}/** Who has a permission: roles of the server, roles in a project. */\n` +
        `export const permissions = ${JSON.stringify(permissions, null, 2)} as const;\n\n` +
        'export type Permission = keyof typeof permissions;\n',
    ],
  ];
}

function build() {
  for (const [file, text] of generated) {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      fail(`${relative(here, file)} is not what server/openapi.json makes. Run ./tyto fix (or npm run generate).`);
    }
  }
  const now = hashOf([...sources(here), openapi]);
  const stamp = join(here, 'target/built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(dist, 'index.html'))) {
    deliver();
    return;
  }
  node('node_modules/typescript/bin/tsc', '--noEmit');
  node('node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0');
  node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
  measure();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  deliver();
}

/** What the browser loads before anything is seen: the entry and all that it imports statically. */
function measure() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const files = new Set();
  const add = (key) => {
    const chunk = manifest[key];
    if (!files.has(chunk.file)) {
      files.add(chunk.file);
      (chunk.imports ?? []).forEach(add);
    }
  };
  add('index.html');
  let total = 0;
  for (const file of files) {
    total += gzipSync(readFileSync(join(dist, file))).length;
  }
  const kilo = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(`The page starts with ${kilo(total)} of JavaScript (gzip, ${files.size} files); the budget is ${kilo(startBudget)}.`);
  if (total > startBudget) {
    fail('That is above the budget: load what is not needed at the start with a route or a dialog.');
  }
}

function deliver() {
  if (target === undefined) {
    return;
  }
  const folder = resolve(target);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(dist, folder, { recursive: true, filter: (from) => !from.startsWith(join(dist, '.vite')) });
}

function sources(folder) {
  const skipped = new Set(['node_modules', 'dist', 'target', '.vite', '.git']);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sources(path) : [path];
    });
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    hash.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function node(...args) {
  run(process.execPath, args);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: here, stdio: 'inherit' });
  if (error) {
    fail(`${command} cannot be started: ${error.message}. Node.js 20.19 or newer with npm is needed.`);
  }
  if (status !== 0) {
    fail(`${command} ${args[0]} failed.`);
  }
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
