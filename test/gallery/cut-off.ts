import type { Page } from 'puppeteer-core';

/** Texts of which a part cannot be seen, and that neither say so nor tell the rest when pointed at. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const forReaders = (element: Element) => element.closest('.for-readers') !== null;
    const isCut = (element: Element) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const wide = element.scrollWidth > element.clientWidth + 1 && overflowX === 'hidden';
      const high = element.scrollHeight > element.clientHeight + 1 && overflowY === 'hidden';
      const says = textOverflow === 'ellipsis' || element.closest('[title]') !== null;
      return (wide || high) && !says;
    };
    /** What is drawn over the edge of the window can only be reached by scrolling sideways. */
    const isBeyond = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const scrolls = element.closest('.table') !== null;
      return width > 1 && !scrolls && (right > innerWidth + 1 || left < -1);
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !forReaders(element))
      .filter((element) => isCut(element) || isBeyond(element))
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

/** How much wider than the window the page is, in px. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
