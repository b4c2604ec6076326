import type { Integration, IntegrationInput } from '../api';

/** What the form holds. */
export interface Fields {
  name: string;
  description: string;
  externalSystem: string;
  credentialId: string;
  hostUrl: string;
  externalProjectId: string;
  isDefault: boolean;
  references: boolean;
  comments: boolean;
  status: boolean;
  statusGates: boolean;
}

export const newFields: Fields = {
  name: '',
  description: '',
  externalSystem: '',
  credentialId: '',
  hostUrl: '',
  externalProjectId: '',
  isDefault: false,
  references: false,
  comments: false,
  status: false,
  statusGates: true,
};

export function fieldsOf(integration: Integration): Fields {
  const { name, description, externalSystem, credentialId, hostUrl, externalProjectId } = integration;
  const { isDefault, statusGates, writeBack } = integration;
  return {
    name,
    description,
    externalSystem,
    credentialId,
    hostUrl,
    externalProjectId,
    isDefault,
    references: writeBack.references,
    comments: writeBack.comments,
    status: writeBack.status,
    statusGates,
  };
}

/** The request for what was entered; what is not named stays as it is. */
export function inputOf({ references, comments, status, ...rest }: Partial<Fields>): IntegrationInput {
  const writeBack = Object.fromEntries(
    Object.entries({ references, comments, status }).filter(([, value]) => value !== undefined),
  );
  return Object.keys(writeBack).length === 0 ? rest : { ...rest, writeBack };
}
