import { i18n } from '#i18n';

const radius = 16;
const circumference = 2 * Math.PI * radius;

/** How many accounts are connected, as a ring that is closed when all are. */
export function Ring({ connected, attention }: { connected: number; attention: number }) {
  const total = connected + attention;
  const good = total === 0 ? 0 : (connected / total) * circumference;
  const label = i18n.t('popup.ring', {
    connected: String(connected),
    total: String(total),
  });
  return (
    <svg class="ring" viewBox="0 0 40 40" role="img" aria-label={label}>
      <circle class="track" cx="20" cy="20" r={radius} />
      {good > 0 && (
        <circle
          class="good"
          cx="20"
          cy="20"
          r={radius}
          stroke-dasharray={`${good} ${circumference}`}
        />
      )}
      {attention > 0 && (
        <circle
          class="bad"
          cx="20"
          cy="20"
          r={radius}
          stroke-dasharray={`${circumference - good} ${circumference}`}
          stroke-dashoffset={-good}
        />
      )}
      {total > 0 && (
        <text x="20" y="24.5" text-anchor="middle">
          {attention > 0 ? attention : connected}
        </text>
      )}
    </svg>
  );
}
