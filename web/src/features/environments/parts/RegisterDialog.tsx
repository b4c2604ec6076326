import { useTexts } from '../../../lib/i18n/texts';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useRegister, type Environment } from '../api';
import { texts } from '../texts';
import { EnvironmentFields, type Fields } from './EnvironmentFields';

interface Props {
  onRegistered: (environment: Environment) => void;
  onClose: () => void;
}

const empty: Fields = {
  name: '',
  connector: '',
  type: 'DEVELOPMENT',
  mode: 'LIVE',
  credentialId: '',
  settings: {},
};

export function RegisterDialog({ onRegistered, onClose }: Props) {
  const t = useTexts(texts);
  const register = useRegister();
  const form = useForm(empty, async (values) => {
    onRegistered(await register.mutateAsync(values));
  });
  return (
    <FormDialog title={t('register')} submit={t('registerSubmit')} form={form} onClose={onClose} isWide>
      <EnvironmentFields form={form} isNew />
    </FormDialog>
  );
}
