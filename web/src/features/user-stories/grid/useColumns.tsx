import { useMemo } from 'react';
import '@ui5/webcomponents-icons/dist/slim-arrow-down.js';
import { useTexts } from '../../../lib/i18n/texts';
import { LightIcon } from '../../../ui/LightIcon';
import { StatusText, useStateWords } from '../../../ui/StatusText';
import type { WorkItem } from '../api';
import { texts } from '../texts';
import type { GridColumn } from './columnModel';

interface Deeds {
  /** Why the item cannot be promoted; undefined when it can. */
  whyNotPromote: (item: WorkItem) => string | undefined;
  onPromote: (item: WorkItem) => void;
  onActions: (item: WorkItem, opener: HTMLElement) => void;
}

const priorities = { 10: 'priority10', 20: 'priority20', 30: 'priority30', 40: 'priority40' } as const;

export function useColumns({ whyNotPromote, onPromote, onActions }: Deeds): GridColumn[] {
  const t = useTexts(texts);
  const wordOf = useStateWords();
  return useMemo(() => {
    // Said once, not once a row.
    const promote = t('promote');
    const actions = t('actions');
    const types = { FEATURE: t('feature'), USER_STORY: t('userStory') };
    return [
      { id: 'id', header: t('id'), width: 7.5, isSortable: true, isOptional: false, cell: () => null },
      {
        id: 'externalId',
        header: t('externalId'),
        width: 5.25,
        cell: ({ externalId, externalUrl }, tabIndex) =>
          externalId == null || externalUrl == null ? (
            externalId
          ) : (
            <a href={externalUrl} target="_blank" rel="noopener noreferrer" tabIndex={tabIndex}>
              {externalId}
            </a>
          ),
      },
      {
        id: 'title',
        header: t('summary'),
        width: 15,
        grows: true,
        isSortable: true,
        isOptional: false,
        cell: ({ title, gone }) => (
          <span className="ty-grid-summary" title={title}>
            {gone && <span className="ty-grid-tag">{t('gone')}</span>}
            {title}
          </span>
        ),
      },
      { id: 'status', header: t('status'), width: 9.5, isSortable: true, cell: ({ status }) => status.label },
      {
        id: 'pipelineStatus',
        header: t('pipelineStatus'),
        width: 11.5,
        isSortable: true,
        cell: ({ pipelineStage, pipelineStatus }) =>
          pipelineStatus != null && <StatusText state={pipelineStatus} word={wordOf(pipelineStatus)} of={pipelineStage} />,
      },
      {
        id: 'validationStatus',
        header: t('validationStatus'),
        width: 8,
        cell: ({ validationStatus }) => validationStatus != null && <StatusText state={validationStatus} word={wordOf(validationStatus)} />,
      },
      { id: 'type', header: t('type'), width: 5.5, cell: ({ type }) => types[type === 'FEATURE' ? 'FEATURE' : 'USER_STORY'] },
      {
        id: 'priority',
        header: t('priority'),
        width: 5,
        isSortable: true,
        cell: ({ priority }) => (priority == null ? null : isKnown(priority) ? t(priorities[priority]) : priority),
      },
      { id: 'assignee', header: t('assignee'), width: 8.5, isSortable: true, cell: ({ assignee }) => assignee },
      { id: 'release', header: t('release'), width: 6, isSortable: true, cell: ({ release }) => release },
      { id: 'releaseVersion', header: t('releaseVersion'), width: 8, isHiddenAtFirst: true, cell: ({ releaseVersion }) => releaseVersion },
      { id: 'pipelineStage', header: t('pipelineStage'), width: 7.5, isHiddenAtFirst: true, cell: ({ pipelineStage }) => pipelineStage },
      { id: 'component', header: t('component'), width: 8, isHiddenAtFirst: true, cell: ({ component }) => component },
      {
        id: 'actions',
        header: t('actions'),
        width: 11.25,
        isOptional: false,
        cell: (item, tabIndex) => {
          const why = whyNotPromote(item);
          return (
            <span className="ty-grid-actions">
              <button
                type="button"
                className="ty-grid-button"
                tabIndex={tabIndex}
                aria-disabled={why !== undefined}
                title={why}
                aria-label={t('promoteItem', { id: item.id }) + (why === undefined ? '' : `. ${why}`)}
                onClick={() => why === undefined && onPromote(item)}
              >
                {promote}
              </button>
              <button
                type="button"
                className="ty-grid-button"
                data-look="plain"
                tabIndex={tabIndex}
                aria-haspopup="menu"
                aria-label={t('actionsOf', { id: item.id })}
                onClick={(event) => onActions(item, event.currentTarget)}
              >
                {actions}
                <LightIcon name="slim-arrow-down" />
              </button>
            </span>
          );
        },
      },
    ];
  }, [t, wordOf, whyNotPromote, onPromote, onActions]);
}

function isKnown(priority: number): priority is keyof typeof priorities {
  return priority in priorities;
}
