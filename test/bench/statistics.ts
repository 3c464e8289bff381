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
export function summarize(samples: readonly number[]): Summary {
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

/** What was measured in turns with its floor. */
export interface Pairs {
  ours: readonly number[];
  floor: readonly number[];
}

export type Measure = () => Promise<number>;

/** How often something is measured. */
export interface Plan {
  samples: number;
  /** Turns before those, which warm caches and compilers, and are thrown away. */
  warmUps: number;
}

/** Measures in turns, so that whatever else the machine does falls on all alike. */
export async function takeTurns<Name extends string>(
  measures: Readonly<Record<Name, Measure>>,
  { samples, warmUps }: Plan,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measures) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, []])) as Record<string, number[]>;
  for (let turn = 0; turn < warmUps + samples; turn += 1) {
    for (const name of names) {
      const sample = await measures[name]();
      if (turn >= warmUps) taken[name]?.push(sample);
    }
  }
  return taken as Record<Name, number[]>;
}

export interface Compared {
  /** Of the medians. */
  ratio: number;
  /** The same for each run by itself: how far another run may be from this. */
  ratios: number[];
  ours: Summary;
  floor: Summary;
}

/**
 * Compares the samples of all runs as if they were of one.
 *
 * @throws where there is no sample
 */
export function compare(runs: readonly Pairs[]): Compared {
  const ours = summarize(runs.flatMap((run) => run.ours));
  const floor = summarize(runs.flatMap((run) => run.floor));
  const ratios = runs.map((run) => summarize(run.ours).median / summarize(run.floor).median);
  return { ours, floor, ratios, ratio: ours.median / floor.median };
}
