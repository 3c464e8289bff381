/** Where nothing is painted, as in a tab behind others, this is long enough to wait (ms). */
const longestMs = 300;

/**
 * Does what can wait until the page has first shown something. A frame that was requested is too
 * early: until it is on the screen, others still work on it, and would have to share the processor.
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
