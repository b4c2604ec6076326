import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { CopyButton } from '../../../ui/CopyButton';
import type { Integration } from '../api';
import { texts } from '../texts';

interface Props {
  /** As it was answered, with the token. */
  integration: Integration;
  onClose: () => void;
}

/** The webhook's token, shown this once. */
export function TokenDialog({ integration, onClose }: Props) {
  const t = useTexts(texts);
  const token = integration.hookToken ?? '';
  return (
    <DialogFrame
      title={t('tokenTitle')}
      onClose={onClose}
      footer={
        <Button design="Emphasized" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <div className="ty-dialog-body">
        {integration.warnings.map((warning) => (
          <MessageStrip key={warning} design="Critical" hideCloseButton>
            {warning}
          </MessageStrip>
        ))}
        <MessageStrip design="Information" hideCloseButton>
          {t('tokenText')}
        </MessageStrip>
        <code className="ty-code" data-testid="hook-token">
          {token}
        </code>
        <div>
          <CopyButton text={token} label={t('tokenCopy')} />
        </div>
        <span>{t('hookText', { header: 'X-Tyto-Token' })}</span>
        <code className="ty-code">{hookAddress(integration)}</code>
      </div>
    </DialogFrame>
  );
}

export function hookAddress({ hookPath }: Integration): string {
  return `${globalThis.location.origin}${hookPath}`;
}
