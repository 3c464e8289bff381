import type { ContractReport } from './check.ts';

/** The report as plain text. It holds field names and types, no value and no key. */
export function textOf({ asked, findings, shapes }: ContractReport): string {
  const harmful = findings.filter(({ isHarmless }) => !isHarmless).length;
  const rows = findings.map(({ endpoint, kind, where, documented, answered, isHarmless }) => [
    isHarmless ? 'harmless' : 'BREAKS',
    endpoint,
    kind,
    where || 'answer',
    documented,
    answered,
  ]);
  const head = ['effect', 'endpoint', 'difference', 'where', 'documented', 'answered'];
  return [
    ...table(asked.map(({ endpoint, outcome }) => [endpoint, outcome])),
    '',
    ...(rows.length > 0 ? [...table([head, ...rows]), ''] : []),
    ...shapes.map(({ endpoint, shape }) => `Shape of ${endpoint}: ${shape}`),
    ...(shapes.length > 0 ? [''] : []),
    verdict(findings.length, harmful),
  ].join('\n');
}

function verdict(all: number, harmful: number): string {
  if (all === 0) return 'All answers agree with the documents.';
  const count = `${all} ${all === 1 ? 'difference' : 'differences'}`;
  return harmful === 0
    ? `${count}, all harmless: the extension reads these answers.`
    : `${count}, of which ${harmful} the extension cannot read.`;
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
