import type { ServiceInfo } from '../service';

export const schedPilot = {
  name: 'SchedPilot',
  origin: 'https://api.schedpilot.com',
  dashboardUrl: 'https://app.schedpilot.com',
  keysUrl: 'https://app.schedpilot.com/api-access',
  keyPattern: /^smm_[A-Za-z0-9]+$/,
  keyExample: 'smm_…',
  hasProfiles: false,
  reportsStatus: false,
  reconnects: false,
  listsPosts: true,
  // A third of the 60 reads that all keys and automations of a user share.
  readsPerHour: 20,
} as const satisfies ServiceInfo;
