import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';

const weights = ['400', '600', '700'] as const;

/** Lets a page show its texts in the same font on every machine. */
export async function setFont(page: Page): Promise<void> {
  const fonts = await Promise.all(
    weights.map(async (weight) => ({ weight, data: await readFont(weight) })),
  );
  await page.evaluate(async (fonts) => {
    for (const { weight, data } of fonts) {
      const bytes = Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0));
      document.fonts.add(await new FontFace('Inter', bytes.buffer, { weight }).load());
    }
    const style = new CSSStyleSheet();
    style.replaceSync('* { font-family: Inter, sans-serif !important; caret-color: transparent; }');
    document.adoptedStyleSheets.push(style);
  }, fonts);
}

function readFont(weight: string): Promise<string> {
  const url = import.meta.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  return readFile(fileURLToPath(url), 'base64');
}
