import { i18n } from '#i18n';
import { Time } from '@/components/Time';
import type { Fix } from '@/utils/popup/fix-problem';
import type { ConnectionAlert } from '@/utils/popup/popup-view';
import { services } from '@/utils/services/registry';
import type { ServiceError } from '@/utils/services/result';
import { plural } from '@/utils/text/language';
import { isForAdministrator, problemText } from '@/utils/text/problem-text';

const fixTexts = {
  key: 'popup.fix.key',
  access: 'popup.fix.access',
  profile: 'popup.fix.profile',
  again: 'popup.fix.again',
  check: 'popup.checkNow',
  removed: 'popup.fix.removed',
} as const satisfies Record<Fix, string>;

/** What solves each problem; any other may pass. */
const fixes: { readonly [Kind in ServiceError['kind']]?: Fix } = {
  refused: 'key',
  'no-key': 'key',
  'no-permission': 'access',
  'profile-unknown': 'profile',
  'bad-request': 'profile',
};

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
          {i18n.t(fixTexts[fix])}
        </button>
      ))}
    </div>
  );
}

function AlertText({ alert, now }: Pick<Props, 'alert' | 'now'>) {
  const { trouble, service } = alert;
  const { name } = services[service];
  switch (trouble.kind) {
    case 'doubted':
      return i18n.t('popup.doubted', { service: name, listed: trouble.listed, of: trouble.of });
    case 'mass-unlisted':
      return plural('popup.massUnlisted', trouble.count, name);
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
      return [
        managed && isForAdministrator(trouble.problem)
          ? 'again'
          : (fixes[trouble.problem.kind] ?? 'again'),
      ];
  }
}
