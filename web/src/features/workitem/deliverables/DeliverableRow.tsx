import '@ui5/webcomponents-icons/dist/vertical-grip.js';
import '@ui5/webcomponents-icons/dist/slim-arrow-up.js';
import '@ui5/webcomponents-icons/dist/slim-arrow-down.js';
import '@ui5/webcomponents-icons/dist/delete.js';
import '@ui5/webcomponents-icons/dist/locked.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import type { Collision, Deliverable, Environment } from './api';
import { texts } from './texts';
import type { Direction } from './useOrdering';

interface Drag {
  isDragged: boolean;
  isOver: boolean;
  onStart: () => void;
  onOver: () => void;
  onDrop: () => void;
  onEnd: () => void;
}

interface Props {
  deliverable: Deliverable;
  source: Environment | undefined;
  collisions: readonly Collision[];
  /** Undefined for what is no longer in the order. */
  position: number | undefined;
  total: number;
  canEdit: boolean;
  canOrder: boolean;
  drag: Drag;
  onMove: (direction: Direction) => void;
  onRemove: () => void;
  /** Undefined for what is released already or cannot be. */
  onRelease: (() => void) | undefined;
  onEdit: (() => void) | undefined;
  onConfigure: (() => void) | undefined;
}

export function DeliverableRow(props: Props) {
  const { deliverable, source, position, drag, canEdit } = props;
  const t = useTexts(texts);
  const { name, descoped, reached } = deliverable;
  const isDraggable = props.canOrder && position !== undefined;
  return (
    <tr
      draggable={isDraggable}
      className="wi-row"
      data-dragged={drag.isDragged}
      data-over={drag.isOver}
      data-descoped={descoped}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', deliverable.externalId ?? name);
        drag.onStart();
      }}
      onDragOver={(event) => {
        if (isDraggable) {
          event.preventDefault();
          drag.onOver();
        }
      }}
      onDrop={(event) => {
        event.preventDefault();
        drag.onDrop();
      }}
      onDragEnd={drag.onEnd}
    >
      <td data-label={t('order')}>
        {position !== undefined && <Order {...props} position={position} isDraggable={isDraggable} />}
      </td>
      <td data-label={t('name')}>
        <Name deliverable={deliverable} source={source} />
      </td>
      <td data-label={t('status')}>
        <States deliverable={deliverable} collisions={props.collisions} />
      </td>
      <td data-label={t('owner')}>{deliverable.author ?? deliverable.addedBy}</td>
      <td data-label={t('reached')}>
        <div className="ty-row">
          {reached.map((environment) => (
            <StatusTag key={environment} state="DONE" text={environment} />
          ))}
        </div>
      </td>
      <td data-label={t('actions')} data-align="end">
        {!descoped && (
          <div className="wi-row-actions">
            {props.onConfigure !== undefined && (
              <Button accessibleName={t('configureOf', { name })} onClick={props.onConfigure}>
                {t('configure')}
              </Button>
            )}
            {props.onRelease !== undefined && (
              <Button accessibleName={t('releaseOf', { name })} onClick={props.onRelease}>
                {t('release')}
              </Button>
            )}
            {props.onEdit !== undefined && (
              <Button accessibleName={t('editStep', { name })} onClick={props.onEdit}>
                {t('edit')}
              </Button>
            )}
            {canEdit && (
              <Button
                design="Transparent"
                icon="delete"
                accessibleName={t('removeOf', { name })}
                disabled={deliverable.locked != null}
                tooltip={deliverable.locked ?? t('remove')}
                onClick={props.onRemove}
              />
            )}
          </div>
        )}
      </td>
    </tr>
  );
}

type OrderProps = Props & { position: number; isDraggable: boolean };

function Order({ deliverable, position, total, isDraggable, onMove }: OrderProps) {
  if (!isDraggable) {
    return position + 1;
  }
  return (
    <div className="wi-order">
      <Icon name="vertical-grip" mode="Decorative" className="wi-grip" />
      <span>{position + 1}</span>
      <Mover deliverable={deliverable} direction="up" isDisabled={position === 0} onMove={onMove} />
      <Mover deliverable={deliverable} direction="down" isDisabled={position === total - 1} onMove={onMove} />
    </div>
  );
}

interface MoverProps extends Pick<Props, 'deliverable' | 'onMove'> {
  direction: Direction;
  isDisabled: boolean;
}

function Mover({ deliverable, direction, isDisabled, onMove }: MoverProps) {
  const t = useTexts(texts);
  return (
    <Button
      design="Transparent"
      icon={direction === 'up' ? 'slim-arrow-up' : 'slim-arrow-down'}
      data-mover={deliverable.id}
      data-direction={direction}
      disabled={isDisabled}
      accessibleName={t(direction === 'up' ? 'moveUp' : 'moveDown', { name: deliverable.name })}
      onClick={() => onMove(direction)}
      onKeyDown={(event) => {
        const wanted = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined;
        if (wanted !== undefined) {
          event.preventDefault();
          onMove(wanted);
        }
      }}
    />
  );
}

function Name({ deliverable, source }: { deliverable: Deliverable; source: Environment | undefined }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { name, url, externalId, version, facts, step } = deliverable;
  const size = Number(facts['size']);
  const notes = [
    externalId === name ? undefined : externalId,
    version == null ? undefined : t('version', { version }),
    facts['typeText'] ?? facts['artifactType'],
    Number.isFinite(size) ? format.bytes(size) : undefined,
    source === undefined ? undefined : t('from', { environment: source.name }),
  ].filter((each) => each != null && each !== '');
  return (
    <div>
      {url == null ? (
        <span className="wi-name">{name}</span>
      ) : (
        <a className="wi-name" href={url} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      )}
      <div className="wi-hint">{step == null ? notes.join(' · ') : <StepNote step={step} />}</div>
    </div>
  );
}

function StepNote({ step }: { step: NonNullable<Deliverable['step']> }) {
  const t = useTexts(texts);
  const when = t(step.when === 'AFTER' ? 'stepAfter' : 'stepBefore');
  const notes = [
    step.stages.length === 0 ? t('stepEverywhere', { when }) : t('stepIn', { when, stages: step.stages.join(', ') }),
    step.responsible ?? undefined,
    step.evidenceRequired ? t('stepEvidence') : undefined,
  ].filter((each) => each !== undefined);
  return (
    <>
      {t('stepKind')} · {notes.join(' · ')}
      <div className="wi-step-text">{step.text}</div>
    </>
  );
}

function States({ deliverable, collisions }: { deliverable: Deliverable; collisions: readonly Collision[] }) {
  const t = useTexts(texts);
  const { descoped, reached, facts, locked } = deliverable;
  const status = facts['statusText'];
  const openTasks = facts['openTasks'];
  return (
    <div className="ty-row">
      {descoped ? (
        <StatusTag state="SKIPPED" text={t('descoped', { environments: reached.join(', ') })} />
      ) : (
        status !== undefined && (
          <Tag design="Neutral" hideStateIcon>
            {status}
          </Tag>
        )
      )}
      {openTasks !== undefined && openTasks !== '' && (
        <span className="wi-hint">{t('openTasks', { tasks: openTasks })}</span>
      )}
      {locked != null && (
        <span className="wi-locked">
          <Icon name="locked" mode="Decorative" />
          {t('locked', { reason: locked })}
        </span>
      )}
      {collisions.length > 0 && (
        <StatusTag state="WARN" text={t('alsoIn', { items: [...new Set(collisions.map((each) => each.workItemId))].join(', ') })} />
      )}
    </div>
  );
}
