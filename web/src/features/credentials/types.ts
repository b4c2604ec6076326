import { useCallback } from 'react';
import { useLanguage, type Label } from '../../lib/i18n/texts';
import type { CredentialType } from './api';

export type SecretField = 'clientSecret' | 'password' | 'token';
export type PlainField = 'clientId' | 'tokenUrl' | 'apiUrl' | 'username' | 'origin';

interface Shape {
  /** SAP's products are called the same in every language. */
  name: string | Label;
  plain: readonly PlainField[];
  secret: SecretField;
  /** Whether BTP hands it out as one service key. */
  hasServiceKey: boolean;
}

const oauth = { plain: ['clientId', 'tokenUrl', 'apiUrl'], secret: 'clientSecret', hasServiceKey: true } as const;

/** What is asked for, by type of credential. */
export const shapes: Readonly<Record<CredentialType, Shape>> = {
  'sap-cloud-alm': { name: 'SAP Cloud ALM', ...oauth },
  'sap-cpi': { name: 'SAP Cloud Integration', ...oauth },
  'sap-ctms': { name: 'SAP Cloud Transport Management', ...oauth },
  basic: { name: { en: 'User and password', de: 'Benutzer und Kennwort' }, plain: ['username'], secret: 'password', hasServiceKey: false },
  'cloud-foundry': { name: 'Cloud Foundry', plain: ['username', 'origin'], secret: 'password', hasServiceKey: false },
  token: { name: 'Token', plain: [], secret: 'token', hasServiceKey: false },
};

export function useTypeNames(): (type: CredentialType) => string {
  const language = useLanguage();
  return useCallback(
    (type) => {
      const { name } = shapes[type];
      return typeof name === 'string' ? name : name[language];
    },
    [language],
  );
}

export const types = Object.keys(shapes) as CredentialType[];

/** What a pasted service key says beside its secret; undefined while it is not a whole JSON object. */
export function readKey(text: string): { clientId?: string; tokenUrl?: string; apiUrl?: string } | undefined {
  try {
    const key: unknown = JSON.parse(text);
    const texts = {
      clientId: at(key, 'uaa', 'clientid') ?? at(key, 'oauth', 'clientid'),
      tokenUrl: at(key, 'oauth', 'tokenurl') ?? at(key, 'uaa', 'url'),
      apiUrl: at(key, 'endpoints', 'Api') ?? at(key, 'oauth', 'url') ?? at(key, 'uri'),
    };
    return Object.fromEntries(Object.entries(texts).filter(([, each]) => each !== undefined));
  } catch {
    return undefined;
  }
}

function at(value: unknown, ...path: string[]): string | undefined {
  let here: unknown = value;
  for (const name of path) {
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[name] : undefined;
  }
  return typeof here === 'string' ? here : undefined;
}
