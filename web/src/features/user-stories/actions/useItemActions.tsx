import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { download } from '../../../lib/api/download';
import { useTexts } from '../../../lib/i18n/texts';
import { latestReport, useStartValidation, type WorkItem } from '../api';
import { texts } from '../texts';
import { ActionMenu, type Action } from './ActionMenu';
import { DependenciesDialog } from './DependenciesDialog';
import { useReasons } from './reasons';
import { ValidationDialog } from './ValidationDialog';

interface Opened {
  item: WorkItem;
  opener: HTMLElement;
  what: 'menu' | 'report' | 'dependencies';
}

/** What the buttons of a row do, and the menu or dialog they opened. */
export function useItemActions(projectKey: string, onProblem: (problem: unknown) => void) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const reasons = useReasons();
  const validation = useStartValidation(projectKey);
  const [opened, setOpened] = useState<Opened | null>(null);
  const base = `/projects/${projectKey}`;

  const onPromote = useCallback(
    ({ id }: WorkItem) => void navigate(`${base}/user-stories/${id}/promotion-plan`),
    [navigate, base],
  );
  const onActions = useCallback(
    (item: WorkItem, opener: HTMLElement) => setOpened({ item, opener, what: 'menu' }),
    [],
  );
  const whyNotPromote = useCallback((item: WorkItem) => reasons('promote', item), [reasons]);

  function close() {
    const opener = opened?.opener;
    setOpened(null);
    // UI5 gives the focus back for a menu; a dialog was opened by the menu, which is gone by then.
    requestAnimationFrame(() => opener?.focus());
  }

  async function auditReport(item: WorkItem) {
    try {
      const href = await latestReport(projectKey, item.id);
      if (href !== undefined) {
        await download(href, `${item.id}.pdf`);
      }
    } catch (problem) {
      onProblem(problem);
    }
  }

  function validate({ item, opener }: Opened) {
    return () => {
      validation.mutate(item.id);
      setOpened({ item, opener, what: 'report' });
    };
  }

  function actionsOf(opened: Opened): Action[] {
    const { item, opener } = opened;
    const show = (what: Opened['what']) => () => {
      validation.reset();
      setOpened({ item, opener, what });
    };
    return [
      {
        id: 'edit',
        text: t('edit'),
        icon: 'edit',
        why: reasons('edit', item),
        run: () => void navigate(`${base}/user-stories/${item.id}`),
      },
      { id: 'validate', text: t('validate'), icon: 'validate', why: reasons('validate', item), run: validate(opened) },
      { id: 'report', text: t('report'), icon: 'document-text', why: reasons('report', item), run: show('report') },
      { id: 'dependencies', text: t('dependencies'), icon: 'chain-link', why: undefined, run: show('dependencies') },
      {
        id: 'activity',
        text: t('activity'),
        icon: 'process',
        why: reasons('activity', item),
        run: () => void navigate(`${base}/pipeline-activity?workItem=${item.id}`),
      },
      {
        id: 'audit',
        text: t('auditReport'),
        icon: 'pdf-attachment',
        why: reasons('audit', item),
        run: () => void auditReport(item),
      },
    ];
  }

  return { whyNotPromote, onPromote, onActions, layer: opened === null ? null : layer(opened) };

  function layer(now: Opened) {
    const { item, opener, what } = now;
    const canValidate = reasons('validate', item) === undefined;
    switch (what) {
      case 'menu':
        return (
          <ActionMenu
            opener={opener}
            label={t('actionsOf', { id: item.id })}
            actions={actionsOf(now)}
            onClose={() => setOpened((latest) => (latest?.what === 'menu' ? null : latest))}
          />
        );
      case 'dependencies':
        return <DependenciesDialog projectKey={projectKey} item={item} onClose={close} />;
      case 'report':
        return (
          <ValidationDialog
            projectKey={projectKey}
            item={item}
            start={canValidate ? () => validation.mutate(item.id) : undefined}
            isStarting={validation.isPending}
            problem={validation.error}
            onClose={close}
          />
        );
    }
  }
}
