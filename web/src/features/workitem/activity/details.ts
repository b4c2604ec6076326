/** Says a field in words, and a value of it. */
export interface Wording {
  field: (name: string) => string;
  value: (name: string, value: string) => string;
}

/** What an audit entry says beside its action, on one line: names and changes, no digests and ids. */
export function detailsOf(details: Readonly<Record<string, unknown>>, wording: Wording): string {
  return Object.entries(details)
    .filter(([name]) => !hidden.has(name))
    .map(([name, value]) => shown(name, value, wording))
    .filter((each) => each !== '')
    .join(' · ');
}

const hidden = new Set(['deliverable', 'digest', 'order', 'key', 'kind']);
const bare = new Set(['name', 'externalId', 'message']);

function shown(name: string, value: unknown, wording: Wording): string {
  if (isChange(value)) {
    return `${wording.field(name)}: ${wording.value(name, value.from)} → ${wording.value(name, value.to)}`;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return bare.has(name) ? String(value) : `${wording.field(name)}: ${value}`;
  }
  return '';
}

function isChange(value: unknown): value is { from: string; to: string } {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}
