import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { Link } from 'react-router';
import { api, data, type Schema } from '../../lib/api/client';
import { useTexts } from '../../lib/i18n/texts';
import { DialogFrame } from '../../ui/DialogFrame';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { StatusTag } from '../../ui/StatusTag';
import { SearchField } from '../../ui/table/SearchField';
import { texts } from '../texts';

const shortest = 3;

/** Finds features and user stories by ID and text; the arrow keys walk through what was found. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const isAsked = q.length >= shortest;
  const { data: found, error } = useQuery({
    queryKey: ['work-items', 'search', q],
    queryFn: () => data(api.GET('/api/v1/search', { params: { query: { q } } })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const items = isAsked ? (found?.items ?? []) : [];

  function walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const links = [...(list.current?.querySelectorAll('a') ?? [])];
      const next = links.findIndex((link) => link === document.activeElement) + step;
      links[Math.max(0, Math.min(next, links.length - 1))]?.focus();
      event.preventDefault();
    }
  }

  return (
    <DialogFrame
      title={t('searchAll')}
      onClose={onClose}
      footer={
        <Button design="Transparent" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys move between field and links */}
      <div className="ty-dialog-body" onKeyDown={walk}>
        <SearchField value={typed} onChange={setTyped} label={t('searchLabel')} />
        <ProblemMessage problem={error} />
        <p className="ty-search-state" role="status">
          {stateOf()}
        </p>
        <ul className="ty-notice-list" ref={list}>
          {items.map((item) => (
            <li key={item.id}>
              <Link to={addressOf(item)} onClick={onClose}>
                {item.id} {item.title}
              </Link>
              <div>
                {[item.externalId, item.status.label].filter(Boolean).join(' · ')}
                {item.pipelineStatus != null && <StatusTag state={item.pipelineStatus} of={item.pipelineStage ?? undefined} />}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </DialogFrame>
  );

  function stateOf(): string {
    if (!isAsked) {
      return t('searchShort');
    }
    return found === undefined ? '' : t('searchFound', { count: items.length });
  }
}

/** The prefix of an ID is the key of its project. */
function addressOf({ id }: Schema<'WorkItemResource'>): string {
  return `/projects/${id.slice(0, id.lastIndexOf('-'))}/user-stories/${id}`;
}
