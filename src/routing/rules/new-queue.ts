// A queue begun, copied, or moved within a rulebook. Pure.
import { queueName, queueShape, type Queue, type Rulebook } from '../contract/rulebook.ts'

/** Added before the first queue that takes everything, which would otherwise leave it nothing. */
export function withNewQueue(book: Rulebook, name: string): { book: Rulebook; key: string } {
  const key = keyFor(name, book)
  const queue = queueShape.parse({ key, name })
  const last = book.queues.findIndex(({ takes }) => Object.values(takes).every((each) => each === null || each === 'always'))
  const at = last < 0 ? book.queues.length : last
  return { book: { ...book, queues: book.queues.toSpliced(at, 0, queue) }, key }
}

export function withCopy(book: Rulebook, queue: Queue, name: string): { book: Rulebook; key: string } {
  const key = keyFor(name, book)
  const at = book.queues.indexOf(queue)
  return { book: { ...book, queues: book.queues.toSpliced(at, 0, { ...queue, key, name }) }, key }
}

export function withMoved(book: Rulebook, key: string, by: 1 | -1): Rulebook {
  const at = book.queues.findIndex((queue) => queue.key === key)
  const to = at + by
  if (at < 0 || to < 0 || to >= book.queues.length) return book
  return { ...book, queues: book.queues.toSpliced(at, 1).toSpliced(to, 0, book.queues[at]!) }
}

export const withoutQueue = (book: Rulebook, key: string): Rulebook => ({
  ...book,
  queues: book.queues.filter((queue) => queue.key !== key),
})

export const withQueue = (book: Rulebook, key: string, change: Partial<Queue>): Rulebook => ({
  ...book,
  queues: book.queues.map((queue) => (queue.key === key ? { ...queue, ...change } : queue)),
})

const MOST_LETTERS = 40

/** What a queue is known by for good: its first name in small letters, with a number where that is taken. */
function keyFor(name: string, { queues }: Rulebook): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const key = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, MOST_LETTERS) || 'queue' // prettier-ignore
  const taken = new Set(queues.map((queue) => queue.key))
  if (!taken.has(key)) return key
  for (let n = 2; ; n++) if (!taken.has(`${key}-${n}`)) return `${key}-${n}`
}

/** Another name than those there are. */
export function freeName(book: Rulebook, name: string): string {
  const taken = new Set(book.queues.map(queueName))
  if (!taken.has(name)) return name
  for (let n = 2; ; n++) if (!taken.has(`${name} ${n}`)) return `${name} ${n}`
}
