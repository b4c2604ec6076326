import { useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useAddIntegration, type Integration } from '../api';
import { texts } from '../texts';
import { inputOf, newFields } from './fields';
import { IntegrationFields } from './IntegrationFields';
import { TokenDialog } from './TokenDialog';

interface Props {
  projectKey: string;
  isFirst: boolean;
  onClose: () => void;
}

/** Asks for an integration, then shows its webhook token this once. */
export function AddDialog({ projectKey, isFirst, onClose }: Props) {
  const t = useTexts(texts);
  const add = useAddIntegration(projectKey);
  const [made, setMade] = useState<Integration | null>(null);
  const form = useForm(newFields, async (values) => {
    setMade(await add.mutateAsync(inputOf({ ...values, isDefault: values.isDefault || isFirst })));
  });
  if (made !== null) {
    return <TokenDialog integration={made} onClose={onClose} />;
  }
  return (
    <FormDialog title={t('addTitle')} form={form} onClose={onClose} isWide>
      <IntegrationFields projectKey={projectKey} form={form} isFirst={isFirst} />
    </FormDialog>
  );
}
