import { useEffect, useState } from 'preact/hooks';

/** Whether the page is being printed, from here or by the browser's own command, and how to. */
export function usePrinting(): { isPrinting: boolean; print: () => void } {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const begin = () => setIsPrinting(true);
    const end = () => setIsPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  const print = () => {
    setIsPrinting(true);
    // `print` blocks the page, so let Preact render first: it does so in a microtask.
    queueMicrotask(() => window.print());
  };
  return { isPrinting, print };
}
