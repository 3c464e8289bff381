import type { ServiceInfo } from '../service';

export const synposter = {
  name: 'Synposter',
  origin: 'https://api.synposter.com',
  dashboardUrl: 'https://synposter.com',
  keyPattern: /^sk_live_[A-Za-z0-9]+$/,
  keyExample: 'sk_live_…',
  hasProfiles: true,
  reportsStatus: true,
  reconnects: true,
  listsPosts: false,
} as const satisfies ServiceInfo;
