import { type ChatMessage, escapeMarkdown, shorten } from './message';

/** With the longest lines in any script, a message stays within what Teams takes. */
const mostLines = 21;

/**
 * An adaptive card, the only thing that a workflow's webhook posts. Its texts read some Markdown,
 * and a whole message takes 28 kB:
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export function teamsBody({ title, text, facts, links, tone }: ChatMessage) {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          // Without it, desktop clients show a narrow card.
          msteams: { width: 'Full' },
          body: [
            {
              type: 'TextBlock',
              text: rich(title, 300),
              weight: 'Bolder',
              size: 'Medium',
              wrap: true,
              color: tone === 'bad' ? 'Attention' : tone === 'good' ? 'Good' : 'Default',
            },
            // A single line break is no line break in Markdown.
            ...text
              .split('\n')
              .filter(Boolean)
              .slice(0, mostLines)
              .map((line) => ({
                type: 'TextBlock',
                text: rich(line, 240),
                wrap: true,
                spacing: 'Small',
              })),
            facts.length > 0 && {
              type: 'FactSet',
              facts: facts.map(({ name, value }) => ({
                title: rich(name, 100),
                value: rich(value, 500),
              })),
            },
          ].filter(Boolean),
          actions: links.map((link) => ({
            type: 'Action.OpenUrl',
            title: shorten(link.text, 100),
            url: link.url,
          })),
        },
      },
    ],
  };
}

function rich(text: string, most: number): string {
  return escapeMarkdown(shorten(text, most));
}
