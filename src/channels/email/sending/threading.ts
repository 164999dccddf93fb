// The headers by which a mail program, ours included, finds the thread (RFC 5322 §3.6.4).
const MAX_IDS = 30
const MAX_BYTES = 900 // with the name and the fold of one line, below the 998 of RFC 5322 §2.1.1

export type ThreadHeaders = { inReplyTo?: string; references?: string[] }

/** What to write for an answer to `parent` whose thread so far was `before` (oldest first): the thread, then the parent. */
export function threadHeaders(parent: string | null, before: string[]): ThreadHeaders {
  const references = parent && before.at(-1) !== parent ? [...before.filter((id) => id !== parent), parent] : before
  return {
    ...(parent ? { inReplyTo: parent } : {}),
    ...(references.length > 0 ? { references: boundReferences(references) } : {}),
  }
}

/**
 * A thread's ids, each once, cut to a size every server lets through. The first and the last are worth most (the root, and whom we answer), so the cut
 * is made after the first (as RFC 5537 §3.4.4 does for news; RFC 5322 names no limit but the line's).
 */
export function boundReferences(ids: string[]): string[] {
  const [first, ...others] = [...new Set(ids)]
  if (first === undefined) return []
  const kept: string[] = []
  let bytes = Buffer.byteLength(first)
  for (const id of others.toReversed()) {
    bytes += Buffer.byteLength(id) + 1
    if (kept.length + 1 >= MAX_IDS || bytes > MAX_BYTES) break
    kept.unshift(id)
  }
  return [first, ...kept]
}
