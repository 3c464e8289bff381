import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askForGlance } from '@/utils/storage/read-glance';

/** Asks for what the popup shows first while the browser is still loading the rest of its code. */
export default defineUnlistedScript(() => {
  globalThis.askedForGlance = askForGlance();
});
