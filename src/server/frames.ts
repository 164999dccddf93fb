/** A text as it goes over a live line: one unmasked text frame (RFC 6455 §5.2), made once for all who hear it. */
export function frameOf(text: string): Buffer {
  const body = Buffer.from(text)
  if (body.length < 126) return Buffer.concat([Buffer.from([0x81, body.length]), body])
  if (body.length < 65_536) return Buffer.concat([Buffer.from([0x81, 126, body.length >> 8, body.length & 255]), body])
  const head = Buffer.alloc(10)
  head[0] = 0x81
  head[1] = 127
  head.writeBigUInt64BE(BigInt(body.length), 2)
  return Buffer.concat([head, body])
}
