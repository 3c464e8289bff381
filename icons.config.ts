import { optimize } from 'svgo';
import icons from 'unplugin-icons/vite';

/** Makes a component of each icon that is imported as `~icons/SET/NAME`, for builds and for tests. */
export function iconComponents() {
  return icons({ compiler: { compiler: componentOf, extension: 'js' } });
}

/** @throws for an icon that does not come down to one path */
function componentOf(svg: string): string {
  const { data } = optimize(svg, {
    multipass: true,
    plugins: [
      'preset-default',
      { name: 'convertShapeToPath', params: { convertArcs: true } },
      { name: 'mergePaths', params: { force: true } },
    ],
  });
  const [, viewBox, attributes, path] = onePath.exec(data) ?? [];
  if (!viewBox || !path) throw new Error(`This icon is more than one path: ${data}`);
  const isLine = attributes?.includes('stroke=') ?? false;
  return `import { icon } from '@/components/icon';
export default icon(${JSON.stringify(viewBox)}, ${JSON.stringify(path)}, ${isLine});
`;
}

const onePath = /^<svg [^>]*viewBox="([^"]+)"[^>]*><path ([^>]*)d="([^"]+)"\/><\/svg>$/;
