import { serviceIds } from '../services/registry';
import { checkIntervals, type NotificationKind } from '../state/settings';

const text = (description: string) => ({ type: 'string', description });
const onOrOff = (description: string) => ({ type: 'boolean', description });

/**
 * The policy's schema for Chrome. Chrome drops a whole section in which one type is wrong, so this
 * states types only; parsePolicy judges values, one entry at a time.
 * https://www.chromium.org/administrators/configuring-policy-for-extensions/
 */
export const managedSchema = {
  type: 'object',
  properties: {
    connections: {
      title: 'Connections',
      description: 'The API keys to watch. People see the connections, and never the keys.',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: text('A name that stays when the label changes. Without one, the label is it.'),
          service: text(`One of: ${serviceIds.join(', ')}.`),
          apiKey: text('The API key.'),
          label: text('What the connection is called, up to 100 characters.'),
          profileIds: {
            type: 'array',
            items: { type: 'string' },
            description: 'The profiles to watch, at a service that has them. Without any, all.',
          },
        },
      },
    },
    settings: {
      title: 'Settings',
      description: 'Settings that people cannot change. What is left out is theirs to choose.',
      type: 'object',
      properties: {
        checkEveryMinutes: {
          type: 'integer',
          description: `One of: ${checkIntervals.join(', ')}.`,
        },
        loadPictures: onOrOff('Whether account pictures are loaded from their platforms.'),
        watchPosts: onOrOff('Whether scheduled and failed posts are read, where a service tells.'),
        remindDaily: onOrOff('Remind each day of accounts that need attention.'),
        quietHours: {
          type: 'object',
          description: 'The hours in which notifications wait, by the local clock.',
          properties: {
            on: onOrOff('Whether there are quiet hours.'),
            from: text('When they begin, as HH:MM.'),
            to: text('When they end, as HH:MM; on the next day where that is earlier.'),
          },
        },
        notify: {
          type: 'object',
          description: 'The kinds of notifications.',
          properties: {
            trouble: onOrOff('Tell when an account stops working.'),
            warning: onOrOff(
              'Tell when an account is about to stop working, or its status is not known.',
            ),
            recovery: onOrOff('Tell when an account works again.'),
            refused: onOrOff('Tell when a key is refused.'),
          } satisfies Record<NotificationKind, unknown>,
        },
      },
    },
  },
};
