import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const features = resolve(import.meta.dirname, '../../web/src/features');
const places: Readonly<Record<string, string>> = {
  project: '/projects/:key',
  administration: '/administration',
  elsewhere: '',
};

/** Every address that the page's features bring, as they write it: `/projects/:key/user-stories/:id`. */
export function addresses(): string[] {
  const found = readdirSync(features).flatMap((name) => {
    const file = join(features, name, 'feature.ts');
    return screensOf(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true));
  });
  return [...new Set(found)].sort();
}

function screensOf(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && ts.isArrayLiteralExpression(node.initializer)) {
      const place = places[node.name.getText()];
      if (place !== undefined) {
        found.push(...node.initializer.elements.filter(isScreen).map((each) => `${place}/${pathOf(each)}`));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What only leads to another address is no page. */
function isScreen(node: ts.Expression): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'screen';
}

function pathOf(call: ts.CallExpression): string {
  const [path] = call.arguments;
  if (path === undefined || !ts.isStringLiteral(path)) {
    throw new Error(`${call.getText()} names its path in a way that this does not read.`);
  }
  return path.text;
}
