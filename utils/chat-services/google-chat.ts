import { type ChatMessage, escapeEntities, shorten } from './message';

/**
 * A card. Its header is plain text, its widgets read a few HTML tags. A whole message takes 32,000
 * bytes, of which an escaped character may need five: https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.messages
 */
export function googleChatBody({ title, text, facts, links }: ChatMessage) {
  const widgets = [
    text && { textParagraph: { text: rich(text, 2_000) } },
    ...facts.map(({ name, value }) => ({
      decoratedText: { topLabel: shorten(name, 200), text: rich(value, 300), wrapText: true },
    })),
    links.length > 0 && {
      buttonList: {
        buttons: links.map(({ text, url }) => ({ text, onClick: { openLink: { url } } })),
      },
    },
  ].filter(Boolean);
  return {
    // For notifications, and where cards can't be shown.
    fallbackText: shorten(title, 300),
    cardsV2: [
      {
        cardId: 'still-connected',
        card: {
          header: { title: shorten(title, 300) },
          ...(widgets.length > 0 && { sections: [{ widgets }] }),
        },
      },
    ],
  };
}

function rich(text: string, most: number): string {
  return escapeEntities(shorten(text, most));
}
