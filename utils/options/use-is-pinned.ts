import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Whether the icon is pinned to the toolbar; `undefined` until known. */
export function useIsPinned(): boolean | undefined {
  const [isPinned, setIsPinned] = useState<boolean>();
  useEffect(() => {
    const read = () =>
      void browser.action.getUserSettings().then(({ isOnToolbar }) => setIsPinned(isOnToolbar));
    read();
    // Chrome announces changes only from version 130 on, but after pinning the icon the user
    // returns to the page.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return isPinned;
}
