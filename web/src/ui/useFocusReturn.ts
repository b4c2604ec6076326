import { useLayoutEffect } from 'react';

/** Gives the focus back to where it was when what calls this goes away; UI5 does so on Escape only. */
export function useFocusReturn(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () =>
      queueMicrotask(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) {
          before.focus();
        }
      });
  }, []);
}
