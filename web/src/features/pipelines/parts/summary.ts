/** One line for each parameter, whatever its name; the task's own name stands above them. */
export function summary(parameters: Readonly<Record<string, unknown>>, own?: string): string[] {
  return Object.entries(parameters)
    .filter(([name, value]) => name !== 'name' || value !== own)
    .map(([name, value]) => (value === true ? name : `${name}: ${shown(value)}`));
}

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(shown).join(', ');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
