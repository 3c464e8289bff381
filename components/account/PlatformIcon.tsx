import type { FunctionComponent } from 'preact';
import LinkedIn from '~icons/fa6-brands/linkedin-in';
import Globe from '~icons/lucide/globe';
import Bluesky from '~icons/simple-icons/bluesky';
import Facebook from '~icons/simple-icons/facebook';
import Instagram from '~icons/simple-icons/instagram';
import Pinterest from '~icons/simple-icons/pinterest';
import Threads from '~icons/simple-icons/threads';
import TikTok from '~icons/simple-icons/tiktok';
import X from '~icons/simple-icons/x';
import YouTube from '~icons/simple-icons/youtube';

const icons: ReadonlyMap<string, FunctionComponent> = new Map([
  ['twitter', X],
  ['facebook', Facebook],
  ['instagram', Instagram],
  ['threads', Threads],
  ['linkedin', LinkedIn],
  ['linkedin_page', LinkedIn],
  ['bluesky', Bluesky],
  ['pinterest', Pinterest],
  ['youtube', YouTube],
  ['tiktok', TikTok],
]);

/** A platform's mark; a globe for platforms this version doesn't know. */
export function PlatformIcon({ platform }: { platform: string }) {
  const Icon = icons.get(platform) ?? Globe;
  return <Icon />;
}
