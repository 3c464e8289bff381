import { useEffect, useState } from 'preact/hooks';
import { chatStateItem, chatsItem } from '../../state/chat/chat';
import { watchValue } from '../../storage/area';
import { readItems } from '../../storage/read-items';
import { type ChatView, chatViews } from './chat-view';

/** The chats, kept current while the page is open; `undefined` until they are read. */
export function useChats(): readonly ChatView[] | undefined {
  const [views, setViews] = useState<readonly ChatView[]>();
  const ids = views?.map(({ chat }) => chat.id).join(' ');
  useEffect(() => {
    const read = async () => {
      const [chats] = await readItems([chatsItem]);
      const states = await readItems(chats.map(({ id }) => chatStateItem(id)));
      setViews(chatViews(chats, states));
    };
    void read();
    const states = ids ? ids.split(' ').map((id) => chatStateItem(id)) : [];
    const watches = [chatsItem, ...states].map(({ key }) => watchValue(key, () => void read()));
    return () => {
      for (const stop of watches) stop();
    };
  }, [ids]);
  return views;
}
