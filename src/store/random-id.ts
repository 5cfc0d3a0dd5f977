/** A new id of 16 hexadecimal digits: 64 random bits, so that no two tabs or devices choose the same. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
