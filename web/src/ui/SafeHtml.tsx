import { useMemo } from 'react';
import DOMPurify from 'dompurify';

/** HTML that the server sanitised, sanitised again; links open apart and tell nobody where from. */
export function SafeHtml({ html }: { html: string }) {
  const clean = useMemo(() => sanitise(html), [html]);
  return <div className="ty-html" dangerouslySetInnerHTML={{ __html: clean }} />;
}

function sanitise(html: string): string {
  const fragment = DOMPurify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'img', 'video', 'audio'],
    FORBID_ATTR: ['style', 'id', 'class'],
    RETURN_DOM_FRAGMENT: true,
  });
  const box = document.createElement('div');
  box.append(fragment);
  for (const link of box.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  return box.innerHTML;
}
