import { parseArgs } from 'node:util';

/** What a command line can say. */
export interface Options<Part> {
  parts: readonly Part[];
  runs: number;
  quick: boolean;
  /** The file for the figures. */
  json?: string;
  /** The file for the plot of how they grow. */
  growth?: string;
  peer?: Peer;
}

/** Another extension whose popup is opened in turns with ours. */
export interface Peer {
  /** The folder of its manifest. */
  folder: string;
  /** A selector that matches once its popup shows what it is opened for. */
  shows: string;
}

/** @throws with what there is, where it says something else */
export function optionsOf<Part extends string>(
  all: readonly Part[],
  args?: readonly string[],
): Options<Part> {
  const { values } = parseArgs({
    ...(args && { args: [...args] }),
    options: {
      quick: { type: 'boolean', default: false },
      runs: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'string' },
      growth: { type: 'string' },
      peer: { type: 'string' },
      'peer-shows': { type: 'string' },
    },
  });
  const { quick, only, json, growth, peer: folder, 'peer-shows': shows } = values;
  const runs = Number(values.runs ?? (quick ? 1 : 3));
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs is a number from 1');
  const named = only?.split(',') ?? all;
  const parts = all.filter((part) => named.includes(part));
  if (parts.length < named.length) throw new Error(`--only is some of: ${all.join(',')}`);
  if (!folder !== !shows) throw new Error('--peer and --peer-shows go together');
  return {
    parts,
    runs,
    quick,
    ...(json && { json }),
    ...(growth && { growth }),
    ...(folder && shows && { peer: { folder, shows } }),
  };
}
