import { hueOf } from '@/components/account/hue';

/** A service's initials in its colour. The services publish no logo for others to use. */
export function ServiceMark({ name }: { name: string }) {
  return (
    <span class="service-mark" style={{ '--hue': hueOf(name) }} aria-hidden="true">
      {name.slice(0, 2)}
    </span>
  );
}
