import { useState } from 'react';
import { asProblem } from '../../../lib/api/problem';
import { useForm, type Form } from '../../../ui/form/useForm';
import { readLastEditor, readWorkItem, useSaveWorkItem, type Edit, type ItemRef, type WorkItem } from '../api';

/** What people edit here; an empty text stands for nothing. */
export interface Fields {
  pipelineId: string;
  component: string;
  releaseVersionId: string;
  noArtifacts: boolean;
}

export const fieldNames = ['pipelineId', 'component', 'releaseVersionId', 'noArtifacts'] as const;

/** Somebody else saved first. */
export interface Conflict {
  base: Fields;
  theirs: Fields;
  version: number;
  editor: { name: string; at: string } | undefined;
}

export interface OurFields {
  form: Form<Fields>;
  conflict: Conflict | null;
  isSaved: boolean;
  /** Saves what was chosen of both. */
  merge: (chosen: Fields) => Promise<void>;
  /** Gives up one's own changes for theirs. */
  yieldToTheirs: () => void;
  closeConflict: () => void;
}

/** The form of our fields. It follows the item as long as nothing was changed in it. */
export function useOurFields(place: ItemRef, item: WorkItem): OurFields {
  const [base, setBase] = useState({ version: item.version, fields: fieldsOf(item) });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const save = useSaveWorkItem(place);

  async function write(version: number, before: Fields, values: Fields) {
    const saved = await save.mutateAsync({ version, edit: changes(before, values) });
    setBase({ version: saved.version, fields: fieldsOf(saved) });
    setIsSaved(true);
  }

  const form = useForm(base.fields, async (values) => {
    setIsSaved(false);
    try {
      await write(base.version, base.fields, values);
    } catch (thrown) {
      if (asProblem(thrown).code !== 'stale') {
        throw thrown;
      }
      const [theirs, editor] = await Promise.all([
        readWorkItem(place),
        readLastEditor(place).catch(() => undefined),
      ]);
      if (same(fieldsOf(theirs), base.fields)) {
        // A sync wrote the fields that are not ours: nobody's change is lost.
        await write(theirs.version, base.fields, values);
      } else {
        setConflict({ base: base.fields, theirs: fieldsOf(theirs), version: theirs.version, editor });
        throw thrown;
      }
    }
  });

  if (item.version > base.version && !form.isDirty && !form.isBusy) {
    setBase({ version: item.version, fields: fieldsOf(item) });
    form.reset(fieldsOf(item));
  }

  function settle(version: number, fields: Fields) {
    setBase({ version, fields });
    form.reset(fields);
    setConflict(null);
  }

  return {
    form,
    conflict,
    isSaved,
    async merge(chosen) {
      if (conflict !== null) {
        await write(conflict.version, conflict.theirs, chosen);
        form.reset(chosen);
        setConflict(null);
      }
    },
    yieldToTheirs() {
      if (conflict !== null) {
        settle(conflict.version, conflict.theirs);
      }
    },
    closeConflict: () => setConflict(null),
  };
}

/** Field by field: whose change stands when only one of both changed it; mine where both did. */
export function merged({ base, theirs }: Conflict, mine: Fields): Fields {
  return {
    pipelineId: mine.pipelineId === base.pipelineId ? theirs.pipelineId : mine.pipelineId,
    component: mine.component === base.component ? theirs.component : mine.component,
    releaseVersionId: mine.releaseVersionId === base.releaseVersionId ? theirs.releaseVersionId : mine.releaseVersionId,
    noArtifacts: mine.noArtifacts === base.noArtifacts ? theirs.noArtifacts : mine.noArtifacts,
  };
}

type Ours = Pick<WorkItem, (typeof fieldNames)[number]>;

function fieldsOf({ pipelineId, component, releaseVersionId, noArtifacts }: Ours): Fields {
  return {
    pipelineId: pipelineId ?? '',
    component: component ?? '',
    releaseVersionId: releaseVersionId ?? '',
    noArtifacts,
  };
}

function changes(before: Fields, after: Fields): Edit {
  return Object.fromEntries(fieldNames.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]));
}

function same(a: Fields, b: Fields): boolean {
  return fieldNames.every((name) => a[name] === b[name]);
}
