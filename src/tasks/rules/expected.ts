// When a task that waits for others may be expected to begin: once the last of them is due, each counted from what it waits for itself. Pure.

export type Node = { id: string; due_at: Temporal.Instant | null; after: readonly string[] } // due_at null: it waits as well
type Add = (id: string, from: Temporal.Instant) => Temporal.Instant // when it is due, begun then

/** `nodes` are those that are still open; what is not among them is waited for no longer. A circle (the database refuses them) counts once. */
export function expectedBegin(
  after: readonly string[],
  nodes: ReadonlyMap<string, Node>,
  { now, add }: { now: Temporal.Instant; add: Add },
): Temporal.Instant {
  const known = new Map<string, Temporal.Instant>()
  const beginOf = (ids: readonly string[]): Temporal.Instant => ids.reduce((last, id) => latest(last, dueOf(id)), now)
  const dueOf = (id: string): Temporal.Instant => {
    const node = nodes.get(id)
    if (!node) return now
    const before = known.get(id)
    if (before) return before
    known.set(id, now)
    const due = node.due_at ?? add(id, beginOf(node.after))
    known.set(id, due)
    return due
  }
  return beginOf(after)
}

const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(a, b) >= 0 ? a : b)
