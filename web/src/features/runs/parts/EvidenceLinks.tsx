import { useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import type { Document } from '../api';
import { texts } from '../texts';
import { DocumentDialog } from './DocumentDialog';

interface Props {
  run: string;
  documents: readonly Document[];
  /** Instead of the usual word. */
  label?: string;
}

/** What shows what happened; a click opens it in place. */
export function EvidenceLinks({ run, documents, label }: Props) {
  const t = useTexts(texts);
  const [open, setOpen] = useState<Document | null>(null);
  if (documents.length === 0) {
    return null;
  }
  return (
    <div>
      <dt>{label ?? t('evidence')}</dt>
      <dd className="ty-evidence">
        {documents.map((each) => (
          <button key={each.href} type="button" className="ty-evidence-link" onClick={() => setOpen(each)}>
            {each.name}
          </button>
        ))}
        {open !== null && <DocumentDialog run={run} document={open} onClose={() => setOpen(null)} />}
      </dd>
    </div>
  );
}
