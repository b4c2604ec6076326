import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Flaw } from '../model/source';

export interface YamlHandle {
  /** Puts the cursor there; from 1. */
  goTo: (line: number, column: number) => void;
  /** Only scrolls there. */
  show: (line: number) => void;
}

interface Props {
  label: string;
  text: string;
  onChange: (text: string) => void;
  flaws: readonly Flaw[];
  isReadOnly: boolean;
  ref?: Ref<YamlHandle>;
}

const fromOutside = Annotation.define<boolean>();

const look = EditorView.theme({
  '&': { color: 'var(--sapTextColor)', backgroundColor: 'var(--sapField_Background)', height: '100%' },
  '&.cm-focused': { outline: 'var(--sapContent_FocusWidth) var(--sapContent_FocusStyle) var(--sapContent_FocusColor)' },
  '.cm-scroller': { fontFamily: 'var(--sapFontMonospaceFamily, monospace)', fontSize: 'var(--sapFontSize)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--sapTextColor)' },
  '.cm-gutters': {
    color: 'var(--sapContent_LabelColor)',
    backgroundColor: 'var(--sapGroup_ContentBackground)',
    borderRight: '1px solid var(--sapGroup_ContentBorderColor)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent', boxShadow: 'inset 2px 0 var(--sapSelectedColor)' },
  '.cm-tooltip': {
    color: 'var(--sapTextColor)',
    backgroundColor: 'var(--sapGroup_ContentBackground)',
    border: '1px solid var(--sapGroup_ContentBorderColor)',
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--sapInformativeTextColor)' },
  { tag: tags.comment, color: 'var(--sapContent_LabelColor)', fontStyle: 'italic' },
  { tag: [tags.string, tags.content], color: 'var(--sapTextColor)' },
]);

/** The pipeline's text. Lives in a shadow tree: there its styles need no wider content security policy. */
export function YamlEditor({ label, text, onChange, flaws, isReadOnly, ref }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useRef(onChange);
  const first = useRef(text);
  /** Told but not come back yet: a page that draws slowly must not put an older text in place of what is being typed. */
  const told = useRef<string[]>([]);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);

  useEffect(() => {
    const box = host.current;
    if (box === null) {
      return undefined;
    }
    const root = box.shadowRoot ?? box.attachShadow({ mode: 'open' });
    const editor = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          history(),
          highlightActiveLine(),
          yaml(),
          syntaxHighlighting(colours),
          lintGutter(),
          look,
          EditorState.readOnly.of(isReadOnly),
          // Tab moves on to the next field, as everywhere.
          keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': String(isReadOnly), tabindex: '0' }),
          EditorView.domEventHandlers({ beforeinput: overSelection }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((each) => each.annotation(fromOutside))) {
              const next = update.state.doc.toString();
              told.current.push(next);
              changed.current(next);
            }
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      first.current = editor.state.doc.toString();
      editor.destroy();
      view.current = null;
    };
  }, [label, isReadOnly]);

  useEffect(() => {
    const editor = view.current;
    const own = told.current.lastIndexOf(text);
    if (own >= 0) {
      told.current.splice(0, own + 1);
    } else if (editor !== null && editor.state.doc.toString() !== text) {
      told.current = [];
      const changes = difference(editor.state.doc.toString(), text);
      editor.dispatch({ changes, annotations: fromOutside.of(true) });
    }
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    editor?.dispatch(setDiagnostics(editor.state, flaws.map((flaw) => diagnostic(editor.state.doc, flaw))));
  }, [flaws, text]);

  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const editor = view.current;
      if (editor !== null) {
        const anchor = offset(editor.state.doc, line, column);
        editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
        editor.focus();
      }
    },
    show: (line) => {
      const editor = view.current;
      const anchor = editor === null ? 0 : offset(editor.state.doc, line, 1);
      editor?.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    },
  }));

  return <div ref={host} className="ty-pipe-yaml" />;
}

/** Left to itself, Chromium gives what is typed over a selection its colours by a style that the policy forbids. */
function overSelection(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== 'insertText' || event.data === null || view.state.readOnly || view.state.selection.main.empty) {
    return false;
  }
  event.preventDefault();
  view.dispatch({ ...view.state.replaceSelection(event.data), userEvent: 'input.type', scrollIntoView: true });
  return true;
}

function diagnostic(doc: Text, { line, column, message }: Flaw) {
  const from = offset(doc, line, column);
  return { from, to: Math.max(from, doc.lineAt(from).to), severity: 'error' as const, message };
}

function offset(doc: Text, line: number, column: number): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

/** The part in the middle that differs: cursor and undo stay sensible. */
function difference(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) {
    from += 1;
  }
  let tail = 0;
  while (
    tail < before.length - from &&
    tail < after.length - from &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
