/*
 * Runs in the page that it measures, before the page's own scripts: a popup is there too shortly
 * for anybody to attach to it in time. It is told what to look for in its own element.
 */

const { first, all } = document.currentScript.dataset;
const painted = Promise.withResolvers();
const complete = Promise.withResolvers();
globalThis.probed = Promise.all([painted.promise, complete.promise]);

// When it was on the screen, and not only drawn: https://w3c.github.io/element-timing/
// Firefox doesn't know it.
const isTimed = PerformanceObserver.supportedEntryTypes.includes('element');
if (isTimed) {
  new PerformanceObserver((list) => {
    for (const { renderTime } of list.getEntries()) painted.resolve(renderTime);
  }).observe({ type: 'element', buffered: true });
}

const observer = new MutationObserver(() => {
  const found = document.querySelector(first);
  if (found && isTimed) blockOfTextIn(found)?.setAttribute('elementtiming', 'first');
  else if (found) resolveAfterFrame(painted);
  if (!document.querySelector(all)) return;
  observer.disconnect();
  resolveAfterFrame(complete);
});
observer.observe(document, {
  childList: true,
  subtree: true,
  attributeFilter: ['aria-busy', 'class'],
});

/** A message that is sent while a frame is made comes after that frame was painted. */
function resolveAfterFrame({ resolve }) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });
}

/** Texts are told of by the block that holds them, and by no other element. */
function blockOfTextIn(element) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (!texts.currentNode.data.trim()) continue;
    let block = texts.currentNode.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return block;
  }
}
