import styles from '@/components/report/article.css?inline';
import type { Translator } from './translator';

/**
 * A report as a file of its own: no scripts, no outside addresses, no pictures.
 *
 * @param article the report on the page
 */
export function reportHtml(
  article: HTMLElement,
  title: string,
  { tag, direction }: Translator,
): string {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = tag;
  page.documentElement.dir = direction;
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  page.head.prepend(charset);
  const style = page.createElement('style');
  style.textContent = styles;
  page.head.append(style);
  page.body.append(page.importNode(article, true));
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
