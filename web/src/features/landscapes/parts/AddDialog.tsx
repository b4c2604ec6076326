import { connectorName, useConnectors } from '../../../lib/connectors';
import { useTexts } from '../../../lib/i18n/texts';
import { useTypeName } from '../../../ui/environments/types';
import { CheckField, SelectField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useAllEnvironments, useEnvironmentUse } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  used: readonly string[];
  onClose: () => void;
}

/** Takes a registered environment up into the project. */
export function AddDialog({ projectKey, used, onClose }: Props) {
  const t = useTexts(texts);
  const typeName = useTypeName();
  const connectors = useConnectors();
  const use = useEnvironmentUse(projectKey);
  const all = useAllEnvironments().data?.items;
  const others = (all ?? []).filter(({ id }) => !used.includes(id));
  const form = useForm({ id: '', source: false }, async (values) => {
    if (values.id !== '') {
      await use.mutateAsync(values);
    }
    onClose();
  });
  const isNone = all !== undefined && others.length === 0;
  return (
    <FormDialog title={t('add')} submit={t('addSubmit')} form={form} onClose={onClose}>
      <SelectField
        label={t('environment')}
        isRequired
        isDisabled={others.length === 0}
        help={isNone ? `${t('addNone')} ${t('addNoneNext')}` : undefined}
        choices={others.map(({ id, name, connector, type }) => ({
          value: id,
          text: name,
          note: `${connectorName(connectors, connector)}, ${typeName(type)}`,
        }))}
        {...form.bind('id')}
        onChange={(id) => form.set({ id, source: others.find((each) => each.id === id)?.type === 'DEVELOPMENT' })}
      />
      <CheckField label={t('source')} help={t('sourceHelp')} {...form.bind('source')} />
    </FormDialog>
  );
}
