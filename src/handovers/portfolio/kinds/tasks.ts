// Tasks asked of a person, or taken by them.
import type { Kind } from './kind.ts'

export const tasks: Kind = {
  kind: 'task',
  count: () => Promise.resolve(0),
  page: () => Promise.resolve({ items: [], next: null }),
  holds: () => Promise.resolve(new Set<string>()),
  pass: () => Promise.resolve(),
}
