import { i18n } from '#i18n';
import { Time } from '@/components/Time';
import type { Fix } from '@/utils/popup/fix-problem';
import type { ConnectionAlert } from '@/utils/popup/popup-view';
import { services } from '@/utils/services/registry';
import type { ServiceError } from '@/utils/services/result';
import { plural } from '@/utils/text/language';
import { isForAdministrator, problemText } from '@/utils/text/problem-text';

interface Props {
  alert: ConnectionAlert;
  now: number;
  onFix: (fix: Fix, alert: ConnectionAlert) => void;
}

/** A connection's problem, with a button that solves it. */
export function AlertBanner({ alert, now, onFix }: Props) {
  return (
    <div class="banner" role="alert">
      <p>
        <b dir="auto">{alert.label}</b>
        {' · '}
        <AlertText alert={alert} now={now} />
      </p>
      {fixesFor(alert).map((fix) => (
        <button key={fix} type="button" class="link-button" onClick={() => onFix(fix, alert)}>
          {fixText(fix)}
        </button>
      ))}
    </div>
  );
}

function AlertText({ alert, now }: Pick<Props, 'alert' | 'now'>) {
  const { trouble, service } = alert;
  const { name } = services[service];
  switch (trouble.kind) {
    case 'doubted': {
      const { listed, of } = trouble;
      return (
        <>{i18n.t('popup.doubted', { service: name, listed: String(listed), of: String(of) })}</>
      );
    }
    case 'mass-unlisted':
      return <>{plural('popup.massUnlisted', trouble.count, name)}</>;
    case 'problem':
      return (
        <>
          {/* The remaining time changes each minute, which is no new alert. */}
          <span aria-live={trouble.problem.kind === 'rate-limited' ? 'off' : undefined}>
            {problemText(alert, trouble.problem, now)}
          </span>
          {trouble.dataAt !== undefined && (
            <>
              {' '}
              <span aria-live="off">
                <Time
                  at={trouble.dataAt}
                  now={now}
                  inText={(time) => i18n.t('popup.oldDataSentence', [time])}
                />
              </span>
            </>
          )}
        </>
      );
  }
}

function fixesFor({ trouble, managed }: ConnectionAlert): readonly Fix[] {
  switch (trouble.kind) {
    case 'doubted':
      return ['check', 'removed'];
    case 'mass-unlisted':
      return ['removed'];
    case 'problem':
      return [managed && isForAdministrator(trouble.problem) ? 'again' : fixOf(trouble.problem)];
  }
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
    case 'refused-once':
    case 'blocked':
    case 'payment-required':
    case 'moved':
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
    case 'check':
      return i18n.t('popup.checkNow');
    case 'removed':
      return i18n.t('popup.fix.removed');
  }
}
