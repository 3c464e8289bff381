import { serviceIds } from '../services/registry';
import { checkIntervals, densities, type NotificationKind, themes } from '../state/settings';

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
      description: 'The API keys to monitor. People see the connections, but never the keys.',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: text('An id that stays the same when the label changes. Defaults to the label.'),
          service: text(`One of: ${serviceIds.join(', ')}.`),
          apiKey: text('The API key.'),
          label: text('What the connection is called, up to 100 characters.'),
          profileIds: {
            type: 'array',
            items: { type: 'string' },
            description: 'The profiles to monitor, for a service with profiles. Defaults to all.',
          },
          client: text('Whose accounts these are. Defaults to the profile’s name, else the label.'),
        },
      },
    },
    settings: {
      title: 'Settings',
      description: 'Settings that people cannot change. They choose those that are left out.',
      type: 'object',
      properties: {
        checkEveryMinutes: {
          type: 'integer',
          description: `One of: ${checkIntervals.join(', ')}.`,
        },
        loadPictures: onOrOff('Whether account pictures are loaded from their platforms.'),
        watchPosts: onOrOff(
          'Whether scheduled and failed posts are read, if the service lists them.',
        ),
        remindDaily: onOrOff('Remind each day of accounts that need attention.'),
        theme: text(`One of: ${themes.join(', ')}.`),
        density: text(`The height of rows. One of: ${densities.join(', ')}.`),
        groupByClient: onOrOff('Whether the popup groups connected accounts by client.'),
        quietHours: {
          type: 'object',
          description: 'The hours in which notifications wait, by the local clock.',
          properties: {
            on: onOrOff('Whether there are quiet hours.'),
            from: text('When they begin, as HH:MM.'),
            to: text('When they end, as HH:MM; on the next day where that is earlier.'),
          },
        },
        quietChats: onOrOff('Whether messages to chats wait in quiet hours too.'),
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
