import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { StatusLabel } from '@/components/account/StatusLabel';
import { Fact } from '@/components/Fact';
import { Time } from '@/components/Time';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import type { AccountDetails } from '@/utils/view/account/account-details';
import { noteText } from '@/utils/view/account/account-note';
import { statusText } from '@/utils/view/account/status-text';
import { EventList } from './EventList';
import { PastDays } from './PastDays';

interface Props {
  details: AccountDetails;
  /** The account's last days; `undefined` until they are known. */
  days: readonly DayState[] | undefined;
  /** When each day began (ms since the epoch). */
  dayStarts: readonly number[];
  now: number;
  onCopy: (text: string) => void;
}

/** One account with everything known about it. */
export function AccountCard({ details, days, dayStarts, now, onCopy }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { row, scopes, connectedAt, refreshedAt, activities } = details;
  const { platformAccountId, firstSeenAt } = row;
  // Following a link moves the focus here, for people who can't see the card appear.
  useEffect(() => heading.current?.focus(), [row.key]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        <bdi>{row.label}</bdi>
      </h2>
      <p>
        <StatusLabel row={row} now={now} /> {noteText(row, now)}
      </p>
      {row.otherServices?.map(({ serviceName, status }) => (
        <p key={serviceName}>{i18n.t('account.card.twin', [serviceName, statusText(status)])}</p>
      ))}
      <dl class="details">
        <Fact name={i18n.t('account.card.where')}>
          {[row.serviceName, row.connectionLabel, row.profileName].filter(Boolean).join(' · ')}
        </Fact>
        <Id name={i18n.t('account.card.id', [row.serviceName])} value={row.id} onCopy={onCopy} />
        {platformAccountId && (
          <Id
            name={i18n.t('account.card.id', [row.platformName])}
            value={platformAccountId}
            onCopy={onCopy}
          />
        )}
        {scopes && <Fact name={i18n.t('account.card.scopes')}>{scopes.join(', ')}</Fact>}
        {connectedAt !== undefined && (
          <Fact name={i18n.t('account.card.connected')}>
            <Time at={connectedAt} now={now} />
          </Fact>
        )}
        {refreshedAt !== undefined && (
          <Fact name={i18n.t('account.card.refreshed')}>
            <Time at={refreshedAt} now={now} />
          </Fact>
        )}
        <Fact name={i18n.t('account.card.firstSeen')}>
          <Time at={firstSeenAt} now={now} />
        </Fact>
      </dl>
      {days && <PastDays days={days} dayStarts={dayStarts} inTrouble={row.inTrouble} />}
      {activities.length > 0 && <EventList activities={activities} labelledBy={id} now={now} />}
    </section>
  );
}

interface IdProps {
  name: string;
  value: string;
  onCopy: (text: string) => void;
}

function Id({ name, value, onCopy }: IdProps) {
  return (
    <Fact name={name}>
      <code>{value}</code>{' '}
      <button
        type="button"
        class="link-button"
        aria-label={i18n.t('account.card.copyNamed', [name])}
        onClick={() => onCopy(value)}
      >
        {i18n.t('account.card.copy')}
      </button>
    </Fact>
  );
}
