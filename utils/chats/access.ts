import { browser } from 'wxt/browser';
import { type Webhook, webhookAccess } from '../chat-services/registry';

/** False where the user didn't grant access to a webhook's host, or took it away. */
export function hasWebhookAccess(webhook: Webhook): Promise<boolean> {
  return browser.permissions.contains(webhookAccess(webhook));
}
