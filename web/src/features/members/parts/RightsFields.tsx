import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { useTexts } from '../../../lib/i18n/texts';
import { useRoleWords } from '../../../ui/roles/useRoleWords';
import { rankOf, useTypeName } from '../../../ui/environments/types';
import type { Form } from '../../../ui/form/useForm';
import { roles, useProjectEnvironments } from '../api';
import { texts } from '../texts';

export interface Rights {
  user: string;
  roles: string[];
  deployTo: string[];
}

/** Roles, and the environments that this person may deploy to. */
export function RightsFields({ projectKey, form }: { projectKey: string; form: Form<Rights> }) {
  const t = useTexts(texts);
  const typeName = useTypeName();
  const roleWord = useRoleWords();
  const environments = useProjectEnvironments(projectKey).data?.items ?? [];
  const { values } = form;
  const { error } = form.bind('roles');
  return (
    <>
      <fieldset className="ty-group">
        <legend>{t('roles')}</legend>
        {error !== undefined && (
          <div className="ty-field-error" role="alert">
            {error}
          </div>
        )}
        {roles.map((role) => (
          <div key={role}>
            <CheckBox
              text={roleWord(role)}
              checked={values.roles.includes(role)}
              onChange={(event) => form.set({ roles: toggled(values.roles, role, event.target.checked) })}
            />
            <div className="ty-field-help ty-below-check">{t(`help_${role}`)}</div>
          </div>
        ))}
      </fieldset>
      <fieldset className="ty-group">
        <legend>{t('deployTo')}</legend>
        <div className="ty-field-help">{environments.length === 0 ? t('noEnvironments') : t('deployHelp')}</div>
        {[...environments]
          .sort((a, b) => rankOf(a.type) - rankOf(b.type) || a.name.localeCompare(b.name))
          .map(({ id, name, type }) => (
            <CheckBox
              key={id}
              text={`${name} (${typeName(type)})`}
              checked={values.deployTo.includes(id)}
              onChange={(event) => form.set({ deployTo: toggled(values.deployTo, id, event.target.checked) })}
            />
          ))}
      </fieldset>
    </>
  );
}

function toggled(list: readonly string[], one: string, isIn: boolean): string[] {
  const others = list.filter((each) => each !== one);
  return isIn ? [...others, one] : others;
}
