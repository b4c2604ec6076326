import { xsrfToken } from './client';
import { problemOf, unreachable } from './problem';

/** Sends a file as the part `file` and tells how much of it is sent, 0 to 1. A refusal is thrown as a Problem. */
export function upload(
  href: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    request.open('POST', href);
    request.setRequestHeader('X-XSRF-TOKEN', xsrfToken());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status, statusText: request.statusText });
      if (response.ok) {
        resolve(response.json());
      } else {
        void problemOf(response).then(reject);
      }
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
