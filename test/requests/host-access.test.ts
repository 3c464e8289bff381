import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hasAccess } from '@/utils/requests/host-access';
import { serviceIds, services } from '@/utils/services/registry';

it.each(serviceIds)('access to %s covers its API and nothing else', async (service) => {
  const { host } = new URL(services[service].origin);
  const contains = vi.fn(async () => false);
  Object.assign(fakeBrowser.permissions, { contains });
  expect(await hasAccess(service)).toBe(false);
  expect(contains.mock.calls).toEqual([[{ origins: [`https://${host}/*`] }]]);
});
