import { type ChatMessage, escapeMarkdown, shortenEscaped } from './message';

/** 0xRRGGBB */
const colors: Readonly<Record<ChatMessage['tone'], number>> = {
  bad: 0xc4281c,
  good: 0x1a7f4b,
  neutral: 0x4338ca,
};

/**
 * An embed takes a title of 256 characters, and names and values of fields of 256 and 1,024; the
 * description stays within 2,000, as a message's own text. Nothing in it may mention anybody.
 * https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
export function discordBody({ title, text, facts, links, tone }: ChatMessage) {
  const linkLine = links.map((link) => `[${escapeMarkdown(link.text)}](${link.url})`).join(' · ');
  const description = [escaped(text, 1_800), linkLine].filter(Boolean).join('\n\n');
  return {
    allowed_mentions: { parse: [] },
    embeds: [
      {
        title: escaped(title, 256),
        ...(description && { description }),
        color: colors[tone],
        fields: facts.map(({ name, value }) => ({
          name: escaped(name, 256),
          value: escaped(value, 1_024),
          inline: true,
        })),
      },
    ],
  };
}

function escaped(text: string, most: number): string {
  return shortenEscaped(text, most, escapeMarkdown);
}
