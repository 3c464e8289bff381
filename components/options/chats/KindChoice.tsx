import { i18n } from '#i18n';
import type { ChatChoice } from '@/utils/state/chat/chat';
import { notificationKinds } from '@/utils/state/settings';
import { kindTexts } from '../alerts/kind-texts';

interface Props {
  kinds: ChatChoice['kinds'];
  onChange: (kinds: ChatChoice['kinds']) => void;
}

/** What a chat hears of. */
export function KindChoice({ kinds, onChange }: Props) {
  return (
    <fieldset class="field">
      <legend>{i18n.t('options.chats.kinds')}</legend>
      {notificationKinds.map((kind) => (
        <label key={kind} class="choice">
          <input
            type="checkbox"
            checked={kinds[kind]}
            onChange={({ currentTarget }) => onChange({ ...kinds, [kind]: currentTarget.checked })}
          />
          {i18n.t(kindTexts[kind])}
        </label>
      ))}
    </fieldset>
  );
}
