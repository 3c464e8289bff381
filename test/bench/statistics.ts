/** What several samples of one thing come to, in the samples' own unit. */
export interface Summary {
  median: number;
  min: number;
  max: number;
  /** Half the distance between the quartiles, as a share of the median: how far to trust it. */
  spread: number;
  samples: number;
}

/** @throws where there is no sample */
function summarize(samples: readonly number[]): Summary {
  if (samples.length === 0) throw new Error('Nothing was measured');
  const sorted = [...samples].sort((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  const quartiles = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return {
    median,
    min: quantile(sorted, 0),
    max: quantile(sorted, 1),
    spread: median === 0 ? 0 : quartiles / 2 / median,
    samples: samples.length,
  };
}

/** Between two samples, the line that joins them. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

export interface Compared {
  /** Of the medians. */
  ratio: number;
  ours: Summary;
  floor: Summary;
}

export type Measure = () => Promise<number>;

/**
 * Measures two things in turns, so that whatever else the machine is at falls on both alike. The
 * first turns warm caches and compilers, and are thrown away.
 */
export async function compare(
  ours: Measure,
  floor: Measure,
  { samples, warmUps }: { samples: number; warmUps: number },
): Promise<Compared> {
  const taken: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  for (let turn = 0; turn < warmUps + samples; turn += 1) {
    const [a, b] = [await ours(), await floor()];
    if (turn < warmUps) continue;
    taken.ours.push(a);
    taken.floor.push(b);
  }
  const summaries = { ours: summarize(taken.ours), floor: summarize(taken.floor) };
  return { ...summaries, ratio: summaries.ours.median / summaries.floor.median };
}
