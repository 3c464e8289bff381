/**
 * The SHA-256 of an API key, in hexadecimal. The background compares keys by their hash, so that it
 * need not pass the keys themselves around. Never store it whole.
 */
export async function hashOfKey(key: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
