import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Whether the icon is on the toolbar, where its badge is seen; `undefined` until that is known. */
export function useIsPinned(): boolean | undefined {
  const [isPinned, setIsPinned] = useState<boolean>();
  useEffect(() => {
    const read = () =>
      void browser.action.getUserSettings().then(({ isOnToolbar }) => setIsPinned(isOnToolbar));
    read();
    // Chrome tells of a change from version 130 on; whoever pins it comes back to the page.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return isPinned;
}
