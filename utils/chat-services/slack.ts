import { type ChatMessage, escapeEntities, shorten, shortenEscaped } from './message';

/*
 * https://docs.slack.dev/reference/block-kit/blocks: a header takes 150 characters, a section 3,000,
 * and each of its at most 10 fields 2,000. Names stay plain text, so that none of them can format
 * or mention anything; what Slack still reads in it is escaped:
 * https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */

export function slackBody({ title, text, facts, links }: ChatMessage) {
  return {
    // For notifications and screen readers.
    text: escapeEntities(shorten(title, 300)),
    unfurl_links: false,
    blocks: [
      { type: 'header', text: plain(title, 150) },
      text && { type: 'section', text: plain(text, 3_000) },
      facts.length > 0 && {
        type: 'section',
        fields: facts.map(({ name, value }) => plain(`${name}\n${value}`, 2_000)),
      },
      links.length > 0 && {
        type: 'context',
        elements: links.map((link) => ({
          type: 'mrkdwn',
          text: `<${escapeEntities(link.url)}|${escapeEntities(link.text)}>`,
        })),
      },
    ].filter(Boolean),
  };
}

function plain(text: string, most: number) {
  return { type: 'plain_text', text: shortenEscaped(text, most, escapeEntities), emoji: false };
}
