/** What one person chose on this browser. A browser that keeps nothing is fine. */
export function stored<T>(key: string, isValid: (value: unknown) => value is T): T | undefined {
  try {
    const text = localStorage.getItem(`tyto.${key}`);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(`tyto.${key}`, JSON.stringify(value));
  } catch {
    // Full or forbidden: the choice then lasts as long as the page.
  }
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isString);
}
