import { problemOf, unreachable } from './problem';

/** Fetches a file and hands it to the browser; a refusal is thrown as a Problem instead of being saved. */
export async function download(href: string, name?: string): Promise<void> {
  const response = await fetch(href, { credentials: 'same-origin' }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) {
    throw await problemOf(response);
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name ?? nameIn(response.headers.get('Content-Disposition')) ?? 'download';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function nameIn(disposition: string | null): string | undefined {
  return /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1];
}
