import { useMemo } from 'react';
import type { Schema } from '../../lib/api/client';
import { useTexts } from '../../lib/i18n/texts';
import type { Choice } from '../form/fields';
import { texts } from './texts';

export type EnvironmentType = Schema<'EnvironmentDetails'>['type'];

/** In the order that changes go. */
export const environmentTypes: readonly EnvironmentType[] = [
  'SANDBOX',
  'DEVELOPMENT',
  'QUALITY',
  'PRE_PRODUCTION',
  'PRODUCTION',
];

/** Sorts by how near to production. */
export function rankOf(type: EnvironmentType): number {
  return environmentTypes.indexOf(type);
}

/** The word for a type: Development, Quality ... */
export function useTypeName(): (type: EnvironmentType) => string {
  const t = useTexts(texts);
  return useMemo(() => (type) => t(`type${type}`), [t]);
}

export function useTypeChoices(): Choice[] {
  const name = useTypeName();
  return useMemo(() => environmentTypes.map((value) => ({ value, text: name(value) })), [name]);
}
