import { optimize } from 'svgo';
import icons from 'unplugin-icons/vite';

/** Makes a component of each icon that is imported as `~icons/SET/NAME`, for builds and for tests. */
export function iconComponents() {
  return icons({ compiler: { compiler: componentOf, extension: 'js' } });
}

/** @throws for an icon that does not come down to one path */
function componentOf(svg: string): string {
  const { data } = optimize(inBoxOf24(svg), {
    multipass: true,
    // Shown at 20 px at most, where a hundredth of a 24th is nothing.
    floatPrecision: 2,
    plugins: [
      'preset-default',
      { name: 'convertShapeToPath', params: { convertArcs: true } },
      { name: 'mergePaths', params: { force: true } },
    ],
  });
  const [, attributes, path] = onePath.exec(data) ?? [];
  if (!path) throw new Error(`This icon is more than one path: ${data}`);
  const isLine = attributes?.includes('stroke=') ?? false;
  return `import { icon } from '@/components/icon';
export const path = ${JSON.stringify(path)};
export default /* @__PURE__ */ icon(path, ${isLine});
`;
}

const onePath = /^<svg [^>]*viewBox="0 0 24 24"[^>]*><path ([^>]*)d="([^"]+)"\/><\/svg>$/;

/** Scales an icon to the box that most sets use, so that all paths share one. */
function inBoxOf24(svg: string): string {
  const [, start, box = '', content, end] = anyIcon.exec(svg) ?? [];
  const [x = 0, y = 0, width = 24, height = 24] = box.split(' ').map(Number);
  const size = Math.max(width, height);
  if (size === 24) return svg;
  const move = `translate(${(size - width) / 2 - x} ${(size - height) / 2 - y})`;
  return `${start}0 0 24 24${end}<g transform="scale(${24 / size}) ${move}">${content}</g></svg>`;
}

const anyIcon = /^(<svg [^>]*viewBox=")([^"]+)(?="[^>]*>(.*)<\/svg>$)("[^>]*>)/s;
