import * as z from 'zod/mini';
import { defineItem } from '../../storage/item';
import { chatAddressesName } from '../items';

/**
 * The chats' webhook addresses, by chat. Whoever has one can post, so they are kept as keys are:
 * only the background imports this file; a test enforces it.
 */
export const chatAddressesItem = defineItem(
  `local:${chatAddressesName}`,
  z.catchall(z.object({}), z.string()),
  {},
);
