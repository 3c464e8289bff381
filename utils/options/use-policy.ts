import { useEffect, useState } from 'preact/hooks';
import { policyItem } from '../state/items';
import { watchValue } from '../storage/area';
import { readItems } from '../storage/read-items';

type PolicyInForce = (typeof policyItem)['initial'];

/** What the organization sets, without its keys, kept current while the page is open. */
export function usePolicy(): PolicyInForce {
  const [policy, setPolicy] = useState(policyItem.initial);
  useEffect(() => {
    const read = () => void readItems([policyItem]).then(([stored]) => setPolicy(stored));
    read();
    return watchValue(policyItem.key, read);
  }, []);
  return policy;
}
