import { i18n } from '#i18n';
import { Time } from '@/components/Time';
import type { ServiceError } from '@/utils/services/result';
import type { ConnectionAlert } from '@/utils/view/popup-view';
import { isForAdministrator, problemText } from '@/utils/view/problem-text';

/** The one thing that mends a problem with a connection. */
export type Fix = 'key' | 'access' | 'profile' | 'again';

interface Props {
  alert: ConnectionAlert;
  now: number;
  onFix: (fix: Fix, alert: ConnectionAlert) => void;
}

/** What is wrong with a connection, how old its data is by now, and the button that mends it. */
export function AlertBanner({ alert, now, onFix }: Props) {
  const fix = alert.managed && isForAdministrator(alert.problem) ? 'again' : fixOf(alert.problem);
  return (
    <div class="banner" role="alert">
      <p>
        <b dir="auto">{alert.label}</b>
        {' · '}
        {/* The time when a limit ends comes nearer each minute, which is no new alert. */}
        <span aria-live={alert.problem.kind === 'rate-limited' ? 'off' : undefined}>
          {problemText(alert, alert.problem, now)}
        </span>
        {alert.goodAt !== undefined && (
          <>
            {' '}
            <span aria-live="off">
              ({i18n.t('popup.oldData')} <Time at={alert.goodAt} now={now} />)
            </span>
          </>
        )}
      </p>
      <button type="button" class="link-button" onClick={() => onFix(fix, alert)}>
        {fixText(fix)}
      </button>
    </div>
  );
}

function fixOf(problem: ServiceError): Fix {
  switch (problem.kind) {
    case 'refused':
    case 'no-key':
      return 'key';
    case 'no-permission':
      return 'access';
    case 'profile-unknown':
    case 'bad-request':
      return 'profile';
    case 'rate-limited':
    case 'server':
    case 'network':
    case 'timeout':
    case 'unreadable':
    case 'offline':
      return 'again';
  }
}

function fixText(fix: Fix): string {
  switch (fix) {
    case 'key':
      return i18n.t('popup.fix.key');
    case 'access':
      return i18n.t('popup.fix.access');
    case 'profile':
      return i18n.t('popup.fix.profile');
    case 'again':
      return i18n.t('popup.fix.again');
  }
}
