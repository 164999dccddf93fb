/** UTF-7 (RFC 2152): no platform decodes it any more, old Exchange servers still send it. Characters outside shifts pass unchanged. */
export function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => (base64 === '' ? '+' : decodeShift(base64)))
}

function decodeShift(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return Buffer.from(even).swap16().toString('utf16le')
}
