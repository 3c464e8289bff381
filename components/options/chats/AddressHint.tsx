import { i18n } from '#i18n';
import { separated } from '@/components/separated';
import { type ChatServiceId, chatServiceIds, chatServices } from '@/utils/chat-services/registry';

interface Props {
  /** Whose address was entered, if it is one. */
  service: ChatServiceId | undefined;
  /** The last characters of the stored address. */
  kept: string | undefined;
}

/** What the entered address is, what is kept without one, or where to get one. */
export function AddressHint({ service, kept }: Props) {
  if (service) return <>{i18n.t('options.chats.addressIsOf', [chatServices[service].name])}</>;
  if (kept) return <>{i18n.t('options.chats.addressKept', [kept])}</>;
  return (
    <>
      {i18n.t('options.chats.addressHint')}{' '}
      {separated(
        chatServiceIds.map((id) => (
          <a key={id} href={chatServices[id].helpUrl} target="_blank" rel="noreferrer">
            {chatServices[id].name}
          </a>
        )),
      )}
    </>
  );
}
