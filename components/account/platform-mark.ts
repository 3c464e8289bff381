import { path as linkedIn } from '~icons/fa6-brands/linkedin-in';
import { path as globe } from '~icons/fa6-solid/globe';
import { path as bluesky } from '~icons/simple-icons/bluesky';
import { path as facebook } from '~icons/simple-icons/facebook';
import { path as instagram } from '~icons/simple-icons/instagram';
import { path as pinterest } from '~icons/simple-icons/pinterest';
import { path as threads } from '~icons/simple-icons/threads';
import { path as tikTok } from '~icons/simple-icons/tiktok';
import { path as x } from '~icons/simple-icons/x';
import { path as youTube } from '~icons/simple-icons/youtube';

const marks: ReadonlyMap<string, string> = new Map([
  ['twitter', x],
  ['facebook', facebook],
  ['instagram', instagram],
  ['threads', threads],
  ['linkedin', linkedIn],
  ['linkedin_page', linkedIn],
  ['bluesky', bluesky],
  ['pinterest', pinterest],
  ['youtube', youTube],
  ['tiktok', tikTok],
]);

/** A platform's mark as CSS `path()`; a globe for platforms this version doesn't know. */
export function platformMark(platform: string): string {
  return `path("${marks.get(platform) ?? globe}")`;
}
