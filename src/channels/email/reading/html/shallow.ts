// These end by themselves when the next one begins, so they do not deepen the tree; the void ones never open it.
const FLAT = new Set(
  'p li dt dd td th tr option thead tbody tfoot br hr img wbr col input meta link area base embed source track param'.split(' '),
)

/**
 * Takes out the opening tags beyond a depth, before any parser sees them: a parser's work grows with depth times tags, and a megabyte of
 * "<div>" would keep it busy for ten seconds. The count is a rough one, far above what mails use; what is left is cleaned as ever.
 */
export function makeShallow(html: string, depth_limit: number): string {
  const kept: string[] = []
  let depth = 0
  let from = 0
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)/gi)) {
    if (match.index < from || FLAT.has((match[2] ?? '').toLowerCase())) continue
    if (match[1]) depth = Math.max(0, depth - 1)
    else if (depth < depth_limit) depth++
    else {
      const end = html.indexOf('>', match.index)
      kept.push(html.slice(from, match.index))
      from = end === -1 ? html.length : end + 1
    }
  }
  return from === 0 ? html : kept.join('') + html.slice(from)
}
