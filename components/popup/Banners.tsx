import { StorageBanner } from '@/components/StorageBanner';
import type { Fix } from '@/utils/popup/fix-problem';
import type { ConnectionAlert, PopupView } from '@/utils/popup/popup-view';
import type { Route } from '@/utils/route';
import { AlertBanner } from './AlertBanner';

interface Props {
  view: PopupView;
  now: number;
  onFix: (fix: Fix, alert: ConnectionAlert) => void;
  onCheck: () => void;
  onOpen: (route: Route) => void;
}

/** What is wrong with storage and with connections. */
export function Banners({ view, now, onFix, onCheck, onOpen }: Props) {
  return (
    <div class="banners">
      {view.storageProblem && (
        <StorageBanner
          problem={view.storageProblem}
          onTryAgain={onCheck}
          onSee={() => onOpen({ view: 'about' })}
        />
      )}
      {view.alerts.map((alert) => (
        <AlertBanner
          key={`${alert.connectionId} ${alert.trouble.kind}`}
          alert={alert}
          now={now}
          onFix={onFix}
        />
      ))}
    </div>
  );
}
