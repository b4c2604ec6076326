import { Problem } from '../../../lib/api/problem';
import { useTexts } from '../../../lib/i18n/texts';
import { SelectField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { usePutMember, useUsers, type Member } from '../api';
import { texts } from '../texts';
import { RightsFields, type Rights } from './RightsFields';

interface Props {
  projectKey: string;
  /** Whose rights are edited; null adds somebody. */
  member: Member | null;
  /** Ids of those who are members already. */
  members: readonly string[];
  onClose: () => void;
}

/** Adds a person to the project, or changes what one may do in it. */
export function RightsDialog({ projectKey, member, members, onClose }: Props) {
  const t = useTexts(texts);
  const put = usePutMember(projectKey);
  const first: Rights = {
    user: member?.id ?? '',
    roles: member?.roles ?? [],
    deployTo: member?.deployTo ?? [],
  };
  const form = useForm(first, async (values) => {
    if (values.user === '') {
      throw atField('user', t('userMissing'));
    }
    if (values.roles.length === 0) {
      throw atField('roles', t('rolesMissing'));
    }
    await put.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={member === null ? t('add') : t('editTitle', { name: member.displayName })}
      {...(member === null ? { submit: t('addSubmit') } : {})}
      form={form}
      onClose={onClose}
    >
      {member === null && <UserField {...form.bind('user')} members={members} />}
      <RightsFields projectKey={projectKey} form={form} />
    </FormDialog>
  );
}

interface UserProps {
  value: string;
  onChange: (user: string) => void;
  error: string | undefined;
  name: string;
  members: readonly string[];
}

function UserField({ members, ...field }: UserProps) {
  const t = useTexts(texts);
  const users = useUsers().data?.items;
  const others = (users ?? []).filter(({ id }) => !members.includes(id));
  return (
    <SelectField
      label={t('user')}
      isRequired
      {...field}
      isDisabled={others.length === 0}
      help={users !== undefined && others.length === 0 ? t('everybody') : undefined}
      choices={others.map(({ id, name, displayName, locked }) => ({
        value: id,
        text: displayName,
        note: locked ? `${name}, ${t('locked')}` : name,
      }))}
    />
  );
}

function atField(field: string, message: string): Problem {
  return new Problem({
    type: 'about:blank',
    title: '',
    status: 0,
    code: 'missing',
    detail: message,
    errors: [{ field, code: 'required', message }],
  });
}
