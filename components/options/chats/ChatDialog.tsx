import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { chatServices, parseWebhook, type Webhook } from '@/utils/chat-services/registry';
import type { ChatEntry, Outcome } from '@/utils/options/chats/act-on-chat';
import { chatServiceNames } from '@/utils/options/chats/chat-view';
import type { Chat, ChatChoice } from '@/utils/state/chat/chat';
import { longestLabel } from '@/utils/state/connection-fields';
import { AllOrSome } from '../AllOrSome';
import { TextField } from '../TextField';
import { AddressHint } from './AddressHint';
import { ChatPreview } from './ChatPreview';
import { KindChoice } from './KindChoice';

export interface ChatFormActions {
  onSave: (entry: ChatEntry) => Promise<Outcome>;
  onTest: (webhook: Webhook) => Promise<Outcome>;
}

interface Props extends ChatFormActions {
  /** The chat to edit; absent for a new one. */
  editing?: Chat;
  clients: readonly string[];
  now: number;
  /** Called once it has closed and the browser has returned the focus. */
  onClosed: () => void;
}

const allKinds: ChatChoice['kinds'] = {
  trouble: true,
  warning: true,
  recovery: true,
  refused: true,
};

/** Adds or edits a chat. A typed address stays in the field only until it is saved. */
export function ChatDialog({ editing, clients, now, onSave, onTest, onClosed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const addressField = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState('');
  const [label, setLabel] = useState(editing?.label ?? '');
  const [chosen, setChosen] = useState<readonly string[] | undefined>(editing?.clients);
  const [kinds, setKinds] = useState(editing?.kinds ?? allKinds);
  const [said, say] = useState('');
  const [busy, setBusy] = useState(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const webhook = parseWebhook(address);
  const service = webhook?.service ?? editing?.service;
  const title = editing
    ? i18n.t('options.form.edit', [editing.label])
    : i18n.t('options.chats.addTitle');
  /** Says what is missing, and moves to it. */
  const isComplete = () => {
    const isKept = editing !== undefined && address.trim() === '';
    const mistake = isKept ? '' : addressMistake(address, webhook);
    const noClient = chosen?.length === 0 ? i18n.t('options.chats.noClient') : '';
    say(mistake || noClient);
    if (mistake) addressField.current?.focus();
    return !mistake && !noClient;
  };
  const attempt = async (act: () => Promise<Outcome>) => {
    if (busy) return undefined;
    setBusy(true);
    say(i18n.t('options.chats.testing'));
    const outcome = await act();
    setBusy(false);
    say(outcome.text);
    return outcome;
  };
  const save = async () => {
    if (!isComplete() || !service) return;
    const entry = {
      label: label.trim() || chatServices[service].name,
      kinds,
      ...(editing && { chatId: editing.id }),
      ...(webhook && { address: webhook.url.href }),
      ...(chosen && { clients: [...chosen] }),
    };
    const outcome = await attempt(() => onSave(entry));
    if (outcome?.ok) dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="form-dialog" aria-label={title} onClose={onClosed}>
      <form
        class="connection-form"
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>{title}</h2>
        <TextField
          label={i18n.t('options.chats.address')}
          hint={<AddressHint service={webhook?.service} kept={editing?.addressHint} />}
          inputRef={addressField}
          code="secret"
          placeholder={chatServices.slack.addressExample}
          value={address}
          onText={setAddress}
        />
        <TextField
          label={i18n.t('options.form.label')}
          hint={i18n.t('options.form.labelHint')}
          maxLength={longestLabel}
          placeholder={service && chatServices[service].name}
          value={label}
          onText={setLabel}
        />
        <AllOrSome
          legend={i18n.t('options.chats.clients')}
          all={i18n.t('options.activity.allClients')}
          some={i18n.t('options.chats.someClients')}
          // A chosen client may have lost its last account since.
          options={[...new Set([...clients, ...(chosen ?? [])])].map((name) => ({
            id: name,
            name,
          }))}
          chosen={chosen}
          atFirst={[]}
          onChange={setChosen}
        />
        <KindChoice kinds={kinds} onChange={setKinds} />
        <ChatPreview client={chosen?.[0] ?? clients[0]} now={now} />
        <p role="status" class="form-result">
          {said}
        </p>
        <div class="actions form-actions">
          <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
            {i18n.t('options.form.cancel')}
          </button>
          {webhook && (
            <button
              type="button"
              class="button quiet"
              onClick={() => void attempt(() => onTest(webhook))}
            >
              {i18n.t('options.chats.test')}
            </button>
          )}
          <button type="submit" class="button" aria-busy={busy}>
            {i18n.t('options.chats.save')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function addressMistake(address: string, webhook: Webhook | undefined): string {
  if (webhook) return '';
  return address.trim() === ''
    ? i18n.t('options.chats.addressMissing')
    : i18n.t('options.chats.addressWrong', [chatServiceNames('and')]);
}
