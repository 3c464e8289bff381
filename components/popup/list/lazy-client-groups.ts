import { lazy } from '@/components/lazy';

/** Connected accounts by client. Most people never group, so it isn't part of the popup's start. */
export const ClientGroupList = lazy(
  async () => (await import('./ClientGroupList')).ClientGroupList,
);
