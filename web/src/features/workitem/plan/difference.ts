import type { Change, Gate, Plan } from './api';

/** What another look at the plan brought. */
export interface Difference {
  from: number;
  to: number;
  added: Change[];
  removed: Change[];
  gates: Gate[];
}

export function difference(before: Plan, after: Plan): Difference {
  const old = new Set(before.changes.map(nameOf));
  const now = new Set(after.changes.map(nameOf));
  const verdicts = new Map(before.gates.map(({ code, verdict }) => [code, verdict]));
  return {
    from: before.candidate,
    to: after.candidate,
    added: after.changes.filter((change) => !old.has(nameOf(change))),
    removed: before.changes.filter((change) => !now.has(nameOf(change))),
    gates: after.gates.filter(({ code, verdict }) => verdict !== 'PASS' && verdicts.get(code) !== verdict),
  };
}

function nameOf({ stage, environmentId, kind, externalId, from, to }: Change): string {
  return JSON.stringify([stage, environmentId, kind, externalId, from ?? null, to ?? null]);
}
