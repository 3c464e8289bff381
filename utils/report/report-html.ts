import { type ComponentChild, render } from 'preact';
import styles from '@/components/report/article.css?inline';
import type { Translator } from './translator';

/**
 * A report as a file of its own: no scripts, no outside addresses, no pictures.
 *
 * @param article the whole report
 */
export function reportHtml(
  article: ComponentChild,
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
  render(article, page.body);
  const html = page.documentElement.outerHTML;
  render(null, page.body);
  return `<!doctype html>\n${html}\n`;
}
