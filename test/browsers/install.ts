import { browserNames, findBrowser } from './find.ts';

/* Before any test starts, so that two never install at the same time. */
for (const name of browserNames) findBrowser(name);
