import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { requestSnapshot } from '@/utils/state/popup-snapshot';

/** Requests the popup's first data while the browser still loads the rest of its code. */
export default defineUnlistedScript(() => {
  globalThis.requestedSnapshot = requestSnapshot();
});
