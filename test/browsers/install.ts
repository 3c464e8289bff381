import { findBrowser } from './find.ts';

/*
 * Before any test starts, so that two never install at the same time. Tests want a newer Chromium
 * than the extension does: older ones do not let them press the buttons of its own windows
 * (`chrome-ui.ts`), and ask Google for this and that whatever they are told.
 */
findBrowser('chrome', 156);
findBrowser('firefox');
