/** What an audit entry says beside its action, on one line: names and changes, no digests and ids. */
export function detailsOf(details: Readonly<Record<string, unknown>>): string {
  return Object.entries(details)
    .filter(([name]) => !hidden.has(name))
    .map(([name, value]) => shown(name, value))
    .filter((each) => each !== '')
    .join(' · ');
}

const hidden = new Set(['deliverable', 'digest', 'order', 'key']);
const bare = new Set(['name', 'externalId', 'message', 'kind']);

function shown(name: string, value: unknown): string {
  if (isChange(value)) {
    return `${name}: ${value.from} → ${value.to}`;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return bare.has(name) ? String(value) : `${name}: ${value}`;
  }
  return '';
}

function isChange(value: unknown): value is { from: string; to: string } {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}
