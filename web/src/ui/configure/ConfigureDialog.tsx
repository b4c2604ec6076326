import { useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../lib/i18n/texts';
import { DialogFrame } from '../DialogFrame';
import { EmptyState } from '../EmptyState';
import { ProblemMessage } from '../ProblemMessage';
import { texts as common } from '../texts';
import { useLandscapes, useParameters, useSaveParameters, type Environment, type Parameter } from './api';
import { ParameterGrid } from './ParameterGrid';
import { texts } from './texts';
import './configure.css';

interface Props {
  projectKey: string;
  artifactId: string;
  name: string;
  /** All of the artifact's connector; what is only a source has no column. */
  environments: readonly Environment[];
  canEdit: boolean;
  onClose: () => void;
}

/** One environment's column. */
export interface Column {
  environment: Environment;
  rows: readonly Parameter[] | undefined;
  problem: unknown;
  retry: () => void;
}

/** Values typed and not saved yet, by environment and key; null lets the target's value stand. */
export type Typed = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** Externalized parameters of an artifact, for all environments side by side. */
export function ConfigureDialog({ projectKey, artifactId, name, environments, canEdit, onClose }: Props) {
  const t = useTexts(texts);
  const tCommon = useTexts(common);
  const landscapes = useLandscapes(projectKey);
  const order = (landscapes.data ?? []).flatMap((each) => each.environments);
  const targets = environments
    .filter((each) => !each.source)
    .sort((a, b) => place(order, a.id) - place(order, b.id));
  const read = useParameters(projectKey, artifactId, targets.map(({ id }) => id));
  const save = useSaveParameters();
  const [typed, setTyped] = useState<Typed>({});
  const [problems, setProblems] = useState<Readonly<Record<string, unknown>>>({});
  const [isBusy, setIsBusy] = useState(false);
  const columns = targets.map((environment, index): Column => {
    const query = read[index];
    return {
      environment,
      rows: query?.data?.items,
      problem: problems[environment.id] ?? query?.error ?? null,
      retry: () => void query?.refetch(),
    };
  });
  const changed = columns.filter(({ environment }) => typed[environment.id] !== undefined);

  function type(environmentId: string, key: string, value: string | null) {
    setTyped((before) => ({ ...before, [environmentId]: { ...before[environmentId], [key]: value } }));
  }

  async function saveAll() {
    setIsBusy(true);
    const refused: Record<string, unknown> = {};
    for (const { environment, rows } of changed) {
      const own = typed[environment.id] ?? {};
      const items = (rows ?? []).map(({ key, value }) => ({ key, value: key in own ? (own[key] ?? null) : (value ?? null) }));
      try {
        await save.mutateAsync({ place: { key: projectKey, environmentId: environment.id, artifactId }, items });
        setTyped((before) => Object.fromEntries(Object.entries(before).filter(([id]) => id !== environment.id)));
      } catch (thrown) {
        refused[environment.id] = thrown;
      }
    }
    setProblems(refused);
    setIsBusy(false);
    if (Object.keys(refused).length === 0) {
      onClose();
    }
  }

  return (
    <DialogFrame
      title={t('title', { name })}
      className="cf-configure"
      isDirty={changed.length > 0}
      isBusy={isBusy}
      onClose={onClose}
      footer={
        <>
          {canEdit && (
            <Button
              design="Emphasized"
              loading={isBusy}
              disabled={isBusy || changed.length === 0}
              onClick={() => void saveAll()}
            >
              {tCommon('save')}
            </Button>
          )}
          <Button design="Transparent" disabled={isBusy} onClick={onClose}>
            {canEdit ? tCommon('cancel') : t('close')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        <p className="cf-hint">{t('help')}</p>
        {targets.length === 0 ? (
          <EmptyState title={t('noTargets')}>{t('noTargetsNext')}</EmptyState>
        ) : (
          <Body columns={columns} typed={typed} canEdit={canEdit} onType={type} />
        )}
      </div>
    </DialogFrame>
  );
}

interface BodyProps {
  columns: readonly Column[];
  typed: Typed;
  canEdit: boolean;
  onType: (environmentId: string, key: string, value: string | null) => void;
}

function Body({ columns, typed, canEdit, onType }: BodyProps) {
  const t = useTexts(texts);
  const isReading = columns.some(({ rows, problem }) => rows === undefined && problem === null);
  const known = columns.flatMap(({ rows }) => rows ?? []);
  return (
    <>
      {columns.map(({ environment, problem, rows, retry }) => (
        <ProblemMessage
          key={environment.id}
          problem={problem}
          retry={rows === undefined ? retry : undefined}
          besides={known.map(({ key }) => `items.${key}`)}
        />
      ))}
      {isReading ? (
        <div className="cf-loading">
          <BusyIndicator active text={t('reading')} />
        </div>
      ) : known.length === 0 ? (
        columns.every(({ problem }) => problem === null) && (
          <EmptyState title={t('none')}>{t('noneNext')}</EmptyState>
        )
      ) : (
        <ParameterGrid columns={columns} typed={typed} canEdit={canEdit} onType={onType} />
      )}
    </>
  );
}

function place(order: readonly string[], id: string): number {
  const index = order.indexOf(id);
  return index === -1 ? order.length : index;
}
