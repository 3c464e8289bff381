import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { requestSnapshot } from '@/utils/state/popup-snapshot';

/** Asks for what the popup shows first while the browser is still loading the rest of its code. */
export default defineUnlistedScript(() => {
  globalThis.requestedSnapshot = requestSnapshot();
});
