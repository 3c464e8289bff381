import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const accepted = join('test', 'gallery', 'accepted');
const browserFile = join(accepted, 'browser.txt');

/** How many pixels may differ: fewer than most letters have. How edges are smoothed is not counted. */
const tolerated = 10;

/** The browser that the accepted pictures were taken in: others draw texts and boxes otherwise. */
export async function acceptedBrowser(): Promise<string> {
  return existsSync(browserFile) ? (await readFile(browserFile, 'utf8')).trim() : '';
}

/** Takes pictures for right from now on. */
export async function accept(pictures: readonly string[], browser: string): Promise<void> {
  await mkdir(accepted, { recursive: true });
  for (const picture of pictures) {
    // Smaller than the browser makes them: what is accepted stays in the history for good.
    const small = PNG.sync.write(await read(picture), smallest);
    await writeFile(acceptedFor(picture), small);
  }
  await writeFile(browserFile, `${browser}\n`);
}

/** For areas of one colour. */
const smallest = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const;

/** In what a picture differs from the accepted one; empty where they are alike. */
export async function difference(picture: string): Promise<string> {
  const other = acceptedFor(picture);
  if (!existsSync(other)) return `There is no accepted picture ${other}`;
  const [is, was] = await Promise.all([read(picture), read(other)]);
  const size = ({ width, height }: PNG) => `${width} × ${height}`;
  if (size(is) !== size(was)) {
    return `${picture} is ${size(is)}, ${other} is ${size(was)}`;
  }
  const marked = new PNG({ width: is.width, height: is.height });
  const differing = pixelmatch(is.data, was.data, marked.data, is.width, is.height, {
    threshold: 0.15,
  });
  if (differing <= tolerated) return '';
  const marks = picture.replace(/\.png$/, '-differs.png');
  await writeFile(marks, PNG.sync.write(marked));
  return `${differing} pixels of ${picture} differ from ${other}: see ${marks}`;
}

function acceptedFor(picture: string): string {
  return join(accepted, basename(picture));
}

async function read(path: string): Promise<PNG> {
  return PNG.sync.read(await readFile(path));
}
