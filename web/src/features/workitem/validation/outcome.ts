import type { Validation } from '../api';

/** A validation's outcome in the words of the status tags. */
export function outcomeState(outcome: string): string {
  return outcome === 'WARNINGS' ? 'WARNING' : outcome;
}

export function stateOf(validation: Validation): string {
  if (validation.state === 'RUNNING') {
    return 'RUNNING';
  }
  return validation.outcome == null ? 'FAILED' : outcomeState(validation.outcome);
}
