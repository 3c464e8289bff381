/** How long (ms) to wait where nothing is painted, as in a background tab. */
const longestMs = 300;

/**
 * Runs work after the page has first painted. The requested frame itself is too early: until it is
 * on the screen, other processes still work on it.
 * https://w3c.github.io/paint-timing/
 */
export function afterFirstPaint(work: () => void): void {
  const once = () => {
    observer.disconnect();
    clearTimeout(timer);
    work();
  };
  const timer = setTimeout(once, longestMs);
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) once();
  });
  observer.observe({ type: 'paint', buffered: true });
}
