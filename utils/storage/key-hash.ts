/**
 * The SHA-256 of a key, as hexadecimal digits: keys are compared by it, so that none has to leave
 * its place. For the background alone, and stored nowhere whole.
 */
export async function hashOfKey(key: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
