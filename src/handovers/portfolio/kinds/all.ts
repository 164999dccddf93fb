import type { ItemKind } from '../../contract.ts'
import { cases } from './cases.ts'
import { contacts } from './contacts.ts'
import type { Kind } from './kind.ts'
import { promises } from './promises.ts'
import { tasks } from './tasks.ts'

// In the order in which they are offered and shown.
export const kinds: readonly Kind[] = [contacts, cases, promises, tasks]
export const kindNamed = (kind: ItemKind): Kind => kinds.find((each) => each.kind === kind)!
