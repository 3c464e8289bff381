import type { PopupView } from '@/utils/popup/popup-view';
import { plural } from '@/utils/text/language';

const radius = 16;
const circumference = 2 * Math.PI * radius;
/** The space between segments, which round line ends need. */
const gap = 1.5;

type Counts = Pick<PopupView, 'connected' | 'attention' | 'notChecked' | 'muted'>;

/** The numbers of accounts as a ring: connected, needing attention, not checked, muted. */
export function Ring({ counts }: { counts: Counts }) {
  const { connected, attention, notChecked, muted } = counts;
  const total = connected + attention + notChecked + muted;
  return (
    <svg class="ring" viewBox="0 0 40 40" role="img" aria-label={ringText(counts)}>
      <circle class="track" cx="20" cy="20" r={radius} />
      {partsOf(counts, total).map(({ tone, start, length }) => (
        <circle
          key={tone}
          class={tone}
          cx="20"
          cy="20"
          r={radius}
          stroke-dasharray={tone === 'unknown' ? dashes(length) : `${length} ${circumference}`}
          stroke-dashoffset={-start}
        />
      ))}
      {total > 0 && <RingCentre counts={counts} isWell={connected === total} />}
    </svg>
  );
}

function RingCentre({ counts, isWell }: { counts: Counts; isWell: boolean }) {
  if (isWell) return <path class="tick" d="m13 20.5 5 5 9-10.5" />;
  return (
    <text x="20" y="24.5" text-anchor="middle">
      {counts.attention || counts.notChecked || counts.connected}
    </text>
  );
}

interface Part {
  tone: 'good' | 'bad' | 'unknown' | 'quiet';
  /** Along the circumference. */
  start: number;
  length: number;
}

function partsOf({ connected, attention, notChecked, muted }: Counts, total: number): Part[] {
  const shares: readonly (readonly [Part['tone'], number])[] = [
    ['good', connected],
    ['bad', attention],
    ['unknown', notChecked],
    ['quiet', muted],
  ];
  const shown = shares.filter(([, count]) => count > 0);
  let start = 0;
  return shown.map(([tone, count]) => {
    const length = (count / total) * circumference;
    const part = { tone, start, length: shown.length > 1 ? Math.max(1, length - gap) : length };
    start += length;
    return part;
  });
}

/** Dashes of 2 and gaps of 3 along a segment, then nothing. */
function dashes(length: number): string {
  const count = Math.max(1, Math.floor(length / 5));
  return [...Array<string>(count - 1).fill('2 3'), `2 ${circumference}`].join(' ');
}

function ringText({ connected, attention, notChecked, muted }: Counts): string {
  return [
    plural('popup.connected', connected),
    attention > 0 && plural('popup.heading.attention', attention),
    notChecked > 0 && plural('popup.notChecked', notChecked),
    muted > 0 && plural('popup.muted', muted),
  ]
    .filter(Boolean)
    .join(' · ');
}
