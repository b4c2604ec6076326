import { useMemo, useRef, useState } from 'react';
import type { Document } from 'yaml';
import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../../lib/i18n/texts';
import { useNames, useSchema } from '../api';
import { edit } from '../model/edits';
import { kindsOf, settingsOf } from '../model/schema';
import { placeOf, read, type Flaw, type Path } from '../model/source';
import { texts } from '../texts';
import { useFlaws } from './flaws';
import { Picture } from './Picture';
import { Settings } from './Settings';
import { YamlEditor, type YamlHandle } from './YamlEditor';
import '../../../ui/table/table.css';
import '../pipelines.css';

interface Props {
  projectKey: string;
  text: string;
  /** What the server has against exactly this text. */
  refused: readonly Flaw[];
  /** Left out when it is only looked at. */
  onChange: ((text: string) => void) | undefined;
}

/** A pipeline as picture and as YAML side by side. The text is the pipeline; the picture is drawn from it and edits it. */
export function Workbench({ projectKey, text, refused, onChange }: Props) {
  const t = useTexts(texts);
  const { data: schema } = useSchema();
  const suggestions = useNames(projectKey);
  const kinds = useMemo(() => (schema === undefined ? [] : kindsOf(schema)), [schema]);
  const settings = useMemo(() => (schema === undefined ? {} : settingsOf(schema)), [schema]);
  const source = useMemo(() => read(text), [text]);
  const isBroken = source.broken.length > 0;
  const [lastDrawable, setLastDrawable] = useState(source);
  if (!isBroken && lastDrawable !== source) {
    setLastDrawable(source);
  }
  const own = useFlaws(source, schema);
  const flaws = useMemo(() => {
    const places = new Set(own.map(({ line, column }) => `${line}:${column}`));
    return [...own, ...refused.filter(({ line, column }) => !places.has(`${line}:${column}`))];
  }, [own, refused]);
  const editor = useRef<YamlHandle>(null);
  const canEdit = onChange !== undefined;
  const drawn = {
    source: isBroken ? lastDrawable : source,
    flaws: isBroken ? [] : flaws,
    suggestions,
    onEdit: canEdit && !isBroken ? (change: (document: Document) => void) => onChange(edit(text, change)) : undefined,
    onShow: (path: Path) => editor.current?.show(placeOf(source, path).line),
  };

  return (
    <div className="ty-pipe-workbench">
      <section className="ty-panel ty-pipe-picture" aria-label={t('picture')}>
        <Title level="H2" size="H5">
          {t('picture')}
        </Title>
        <p className="ty-field-help">{t(isBroken ? 'pictureWaits' : canEdit ? 'pictureHelp' : 'pictureReadOnly')}</p>
        <Settings {...drawn} schema={settings} />
        <Picture {...drawn} kinds={kinds} />
      </section>
      <section className="ty-panel ty-pipe-text" aria-label={t('yaml')}>
        <Title level="H2" size="H5">
          {t('yaml')}
        </Title>
        <YamlEditor
          ref={editor}
          label={t('yamlLabel')}
          text={text}
          isReadOnly={!canEdit}
          flaws={flaws}
          onChange={(next) => onChange?.(next)}
        />
        <div role="status">
          {flaws.length === 0 ? (
            <p className="ty-field-help">{t('noFlaws')}</p>
          ) : (
            <>
              <p className="ty-pipe-flaw">{t('flaws', { count: flaws.length })}</p>
              <ul className="ty-pipe-flaws">
                {flaws.map((each) => (
                  <li key={`${each.line}:${each.column} ${each.message}`}>
                    <button
                      type="button"
                      className="ty-link-button"
                      onClick={() => editor.current?.goTo(each.line, each.column)}
                    >
                      {t('place', { line: each.line, column: each.column })}
                    </button>{' '}
                    {each.message}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </section>
    </div>
  );
}
