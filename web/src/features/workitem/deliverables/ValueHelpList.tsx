import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import '../../../ui/table/table.css';
import type { Artifact, Attached, Deliverable, useArtifacts } from './api';
import { texts } from './texts';

interface Props {
  label: string;
  artifacts: ReturnType<typeof useArtifacts>;
  attached: readonly Deliverable[];
  chosen: ReadonlyMap<string, Artifact>;
  results: readonly Attached[];
  isBusy: boolean;
  isFiltered: boolean;
  onChoose: (artifact: Artifact, isChosen: boolean) => void;
  onOpen: (artifact: Artifact) => void;
  /** Left out where drafts cannot be saved as versions from here. */
  onSaveDraft: ((artifact: Artifact) => void) | undefined;
}

export function ValueHelpList(props: Props) {
  const { label, artifacts, isFiltered } = props;
  const t = useTexts(texts);
  const { items } = artifacts;
  if (artifacts.problem !== null && items === undefined) {
    return <ProblemMessage problem={artifacts.problem} retry={artifacts.retry} />;
  }
  if (items === undefined) {
    return (
      <div className="wi-loading">
        <BusyIndicator active text={t('reading')} />
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState title={t(isFiltered ? 'foundNothing' : 'emptyHere')}>
        {t(isFiltered ? 'foundNothingNext' : 'emptyHereNext')}
      </EmptyState>
    );
  }
  const hasVersions = items.some(({ version }) => version != null);
  return (
    <section className="ty-table-box" aria-label={label}>
      <table className="ty-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            {hasVersions && <th scope="col">{t('versionColumn')}</th>}
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('owner')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <Row key={each.id} {...props} artifact={each} hasVersions={hasVersions} />
          ))}
        </tbody>
      </table>
      {artifacts.hasMore && (
        <div className="ty-table-footer">
          <span />
          <button type="button" className="ty-link-button" disabled={artifacts.isLoading} onClick={artifacts.loadMore}>
            {t('more')}
          </button>
        </div>
      )}
    </section>
  );
}

type RowProps = Props & { artifact: Artifact; hasVersions: boolean };

function Row({ artifact, hasVersions, attached, chosen, results, isBusy, onChoose, onOpen, onSaveDraft }: RowProps) {
  const t = useTexts(texts);
  const { id, name, kind, version, status, owner, facts } = artifact;
  const twin = attached.find((each) => each.kind === kind && each.externalId === id);
  const isThere = twin !== undefined && (version == null || twin.version === version);
  const result = results.find((each) => each.externalId === id);
  const notes = [id === name ? undefined : id, facts['typeText'] ?? facts['artifactType'] ?? facts['packageShortText']];
  return (
    <tr>
      <td data-label={t('name')}>
        <div className="wi-help-name" data-leaf={!artifact.hasChildren}>
          {artifact.hasChildren ? (
            <button type="button" className="ty-link-button" onClick={() => onOpen(artifact)}>
              {name}
            </button>
          ) : (
            <CheckBox
              text={name}
              wrappingType="Normal"
              checked={isThere || chosen.has(id)}
              disabled={isBusy || isThere || !artifact.attachable}
              onChange={(event) => onChoose(artifact, event.target.checked)}
            />
          )}
          <div className="wi-hint">{notes.filter((each) => each != null && each !== '').join(' · ')}</div>
          {artifact.reason != null && <div className="ty-field-help">{artifact.reason}</div>}
          {facts['draft'] === 'true' && onSaveDraft !== undefined && (
            <button type="button" className="ty-link-button" disabled={isBusy} onClick={() => onSaveDraft(artifact)}>
              {t('saveDraftOf', { name })}
            </button>
          )}
          {isThere && <div className="wi-hint">{t('alreadyAttached')}</div>}
          {twin !== undefined && !isThere && (
            <div className="wi-hint">{t('replaces', { version: twin.version ?? '' })}</div>
          )}
          {result?.outcome === 'REFUSED' && (
            <div className="ty-field-error" role="alert">
              {result.message}
            </div>
          )}
        </div>
      </td>
      {hasVersions && <td data-label={t('versionColumn')}>{version}</td>}
      <td data-label={t('status')}>
        {status != null && (
          <Tag design="Neutral" hideStateIcon>
            {status}
          </Tag>
        )}
      </td>
      <td data-label={t('owner')}>{owner}</td>
    </tr>
  );
}
