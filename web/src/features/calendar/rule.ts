/** How an entry repeats, as the form asks for it. */
export interface Repetition {
  /** `CUSTOM` keeps a rule that the other words cannot say. */
  repeat: 'ONCE' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'CUSTOM';
  days: string[];
  rule: string;
}

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export function repetitionOf(rule: string | null | undefined): Repetition {
  const text = rule ?? '';
  if (text === '') {
    return { repeat: 'ONCE', days: [], rule: '' };
  }
  if (text === 'FREQ=DAILY' || text === 'FREQ=MONTHLY') {
    return { repeat: text === 'FREQ=DAILY' ? 'DAILY' : 'MONTHLY', days: [], rule: text };
  }
  const weekly = /^FREQ=WEEKLY(?:;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*))?$/.exec(text);
  return weekly === null
    ? { repeat: 'CUSTOM', days: [], rule: text }
    : { repeat: 'WEEKLY', days: weekly[1]?.split(',') ?? [], rule: text };
}

export function ruleOf({ repeat, days, rule }: Repetition): string | null {
  switch (repeat) {
    case 'ONCE':
      return null;
    case 'CUSTOM':
      return rule.trim();
    case 'WEEKLY':
      return days.length === 0 ? 'FREQ=WEEKLY' : `FREQ=WEEKLY;BYDAY=${days.join(',')}`;
    default:
      return `FREQ=${repeat}`;
  }
}
