import { useMemo, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { RelativeTime } from '../../ui/RelativeTime';
import { StatusTag } from '../../ui/StatusTag';
import { DataTable, type Column } from '../../ui/table/DataTable';
import { stateOf, useRevokeToken, useTokens, type Token } from './api';
import { CreateTokenDialog } from './parts/CreateTokenDialog';
import { texts } from './texts';

/** A person's own tokens. */
export function TokensPage() {
  const t = useTexts(texts);
  const tokens = useTokens();
  const revoke = useRevokeToken();
  const [isCreating, setIsCreating] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const columns = useColumns(setRevoking);
  const create = (
    <Button design="Emphasized" onClick={() => setIsCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={create} />
      <PageBody>
        <DataTable
          id="tokens"
          label={t('title')}
          columns={columns}
          rows={tokens.data?.items}
          rowKey={(token) => token.id}
          problem={tokens.error}
          retry={() => void tokens.refetch()}
          empty={
            <EmptyState title={t('emptyTitle')} action={create}>
              {t('emptyNext')}
            </EmptyState>
          }
        />
      </PageBody>
      {isCreating && <CreateTokenDialog onClose={() => setIsCreating(false)} />}
      {revoking !== null && (
        <ConfirmDialog
          title={t('revokeTitle', { name: revoking.name })}
          confirm={t('revoke')}
          isNegative
          onConfirm={() => revoke.mutateAsync(revoking.id)}
          onClose={() => setRevoking(null)}
        >
          {t('revokeText')}
        </ConfirmDialog>
      )}
    </>
  );
}

function useColumns(onRevoke: (token: Token) => void): Column<Token>[] {
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(() => {
    return [
      { id: 'name', header: t('name'), isOptional: false, sortBy: (token) => token.name, cell: (token) => token.name },
      { id: 'token', header: t('token'), cell: (token) => <code>{token.hint}</code> },
      {
        id: 'created',
        header: t('created'),
        sortBy: (token) => token.createdAt,
        cell: (token) => <RelativeTime at={token.createdAt} />,
      },
      {
        id: 'lastUsed',
        header: t('lastUsed'),
        sortBy: (token) => token.lastUsedAt,
        cell: (token) => (token.lastUsedAt == null ? t('never') : <RelativeTime at={token.lastUsedAt} />),
      },
      {
        id: 'expires',
        header: t('expires'),
        sortBy: (token) => token.expiresAt,
        cell: (token) => format.date(token.expiresAt),
      },
      { id: 'state', header: t('state'), cell: (token) => <StatusTag state={stateOf(token)} /> },
      {
        id: 'actions',
        header: t('actions'),
        isOptional: false,
        cell: (token) =>
          stateOf(token) === 'ACTIVE' && (
            <Button
              design="Transparent"
              accessibleName={`${t('revoke')} ${token.name}`}
              onClick={() => onRevoke(token)}
            >
              {t('revoke')}
            </Button>
          ),
      },
    ];
  }, [t, format, onRevoke]);
}
