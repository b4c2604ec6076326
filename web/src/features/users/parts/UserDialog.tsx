import { useTexts } from '../../../lib/i18n/texts';
import { AreaField, CheckField, TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { useRoleWords } from '../../../ui/roles/useRoleWords';
import { FormDialog } from '../../../ui/FormDialog';
import { serverRoles, useSaveUser, type Alias, type User } from '../api';
import { texts } from '../texts';

/** Creates a user, or changes one. */
export function UserDialog({ before, onClose }: { before?: User; onClose: () => void }) {
  const t = useTexts(texts);
  const roleWord = useRoleWords();
  const save = useSaveUser(before);
  const isNew = before === undefined;
  const form = useForm(
    {
      name: before?.name ?? '',
      displayName: before?.displayName ?? '',
      email: before?.email ?? '',
      password: '',
      roles: before?.roles ?? [],
      aliases: (before?.aliases ?? []).map(({ system, name }) => `${system} ${name}`).join('\n'),
    },
    async (values) => {
      await save.mutateAsync({ ...values, aliases: aliasesIn(values.aliases) });
      onClose();
    },
  );
  const { roles } = form.values;
  return (
    <FormDialog
      title={isNew ? t('create') : t('editTitle', { name: before.displayName })}
      submit={isNew ? t('createSubmit') : undefined}
      form={form}
      onClose={onClose}
    >
      <TextField label={t('name')} isRequired isReadOnly={!isNew} {...form.bind('name')} />
      <TextField label={t('displayName')} {...form.bind('displayName')} />
      <TextField label={t('email')} type="Email" {...form.bind('email')} />
      <TextField
        label={t('password')}
        type="Password"
        {...(isNew ? {} : { help: t('passwordKeep') })}
        {...form.bind('password')}
      />
      <fieldset className="ty-fieldset">
        <legend>{t('roles')}</legend>
        {serverRoles.map((role) => (
          <CheckField
            key={role}
            label={roleWord(role)}
            value={roles.includes(role)}
            onChange={(isOn) =>
              form.set({ roles: isOn ? [...roles, role] : roles.filter((each) => each !== role) })
            }
          />
        ))}
        <div className="ty-field-help">{t('rolesHelp')}</div>
      </fieldset>
      <AreaField label={t('aliases')} help={t('aliasesHelp')} {...form.bind('aliases')} />
    </FormDialog>
  );
}

/** `S4-DEV DEVELOPER1`, one a line. */
function aliasesIn(text: string): Alias[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [system = '', ...name] = line.split(/\s+/);
      return { system, name: name.join(' ') };
    });
}
