import { useMemo } from 'preact/hooks';
import { ActivityView } from '@/components/options/activity/ActivityView';
import type { AppState } from '@/utils/state/app-state';
import { duplicateAccounts, eachEventOnce } from '@/utils/state/overlaps';
import { useHistory } from '@/utils/view/use-stored';

/** Every change, by day. `now`: ms since the epoch. */
export function Activity({ appState, now }: { appState: AppState; now: number }) {
  const all = useHistory();
  const history = useMemo(
    () => all && eachEventOnce(all, duplicateAccounts(appState)),
    [all, appState],
  );
  return <ActivityView history={history} now={now} />;
}
