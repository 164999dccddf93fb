import { deserialize, serialize } from 'node:v8'

/** A message on the pipe between the house and its reader: four bytes of length, then the value as V8 writes it (bytes stay bytes). */
export function toFrame(value: unknown): Buffer[] {
  const body = serialize(value)
  const head = Buffer.allocUnsafe(4)
  head.writeUInt32BE(body.length)
  return [head, body]
}

/** Collects chunks until a frame is whole. Chunks are joined once per frame, so a large mail costs one copy, not one per chunk. */
export function frameReader(onValue: (value: unknown) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let held = 0
  return (chunk) => {
    chunks.push(chunk)
    held += chunk.length
    while (held >= 4) {
      if (chunks[0] && chunks[0].length < 4) chunks = [Buffer.concat(chunks)]
      const length = chunks[0]?.readUInt32BE(0) ?? 0
      if (held < length + 4) return
      const joined = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
      const rest = joined.subarray(length + 4)
      chunks = rest.length > 0 ? [rest] : []
      held = rest.length
      onValue(deserialize(joined.subarray(4, length + 4)))
    }
  }
}
