import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Apis, startApis } from '../../apis/start.ts';
import { launch } from '../../browsers/launch.ts';
import { waitForText } from '../../browsers/page.ts';

describe('a browser in another language', () => {
  let apis: Apis;
  beforeAll(async () => {
    apis = await startApis();
  });
  afterAll(() => apis.close());

  // Firefox comes with the texts of one language, which is English where tests run.
  it.skipIf(inject('browser') === 'firefox').for([
    ['de', 'Füge einen API-Schlüssel hinzu, um loszulegen'],
    ['fr', 'Ajoutez une clé API pour commencer'],
    ['es', 'Añade una clave de API para empezar'],
    ['fi', 'Add an API key to start'],
  ] as const)('has the texts of %s, and declares their language', async ([language, heading]) => {
    const launched = await launch(inject('browser'), { proxyPort: apis.proxyPort, language });
    try {
      const popup = await launched.open('popup.html');
      await waitForText(popup, heading);
      const said = await popup.evaluate(() => document.documentElement.lang);
      expect(said).toBe(language === 'fi' ? 'en' : language);
    } finally {
      await launched.close();
    }
  });
});
