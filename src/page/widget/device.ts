// What stays on the visitor's device: nothing until they write; then the secret of their conversation, and what they wrote that has not left.
// One entry per message, so that two tabs never overwrite each other. Where storage is denied or full, the page's memory does.
import { readOutgoing } from './rules/kept.ts'
import { drawSecret, isSecret } from './rules/secret.ts'
import type { Outgoing } from './rules/conversation.ts'

export type Device = {
  secret: () => string
  isKept: () => boolean
  keep: () => void // from here on this device knows the conversation
  put: (outgoing: Outgoing) => void
  drop: (id: string) => void
  outbox: () => Outgoing[]
  forget: () => void
  watch: (heard: Heard) => () => void
}
export type Heard = { changed: () => void; forgotten: () => void; adopted: () => void } // by another tab: the outbox, all of it, the secret
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys(): string[] }

export function openDevice(key: string, storage: Storage | null = ours()): Device {
  const prefix = `guichet.${key}.`
  const visit = `${prefix}visit`
  const shelf = shelfOf(storage)
  const keptSecret = (): string | null => {
    const found = shelf.getItem(visit)
    return isSecret(found) ? found : null
  }
  let secret = keptSecret() ?? draw(key)
  return {
    secret: () => secret,
    isKept: () => keptSecret() !== null,
    keep: () => {
      secret = keptSecret() ?? secret // another tab may have written first
      shelf.setItem(visit, secret)
    },
    put: (outgoing) => shelf.setItem(prefix + outgoing.id, JSON.stringify(outgoing)),
    drop: (id) => shelf.removeItem(prefix + id),
    outbox: () =>
      shelf
        .keys()
        .filter((name) => name.startsWith(prefix) && name !== visit)
        .map((name) => readOutgoing(shelf.getItem(name)))
        .filter((each) => each !== null),
    forget: () => {
      for (const name of shelf.keys()) if (name.startsWith(prefix)) shelf.removeItem(name)
      secret = draw(key)
    },
    watch: ({ changed, forgotten, adopted }) => {
      const listener = (event: StorageEvent): void => {
        if (event.storageArea !== storage || (event.key !== null && !event.key.startsWith(prefix))) return
        if (event.key !== null && event.key !== visit) return changed()
        const now = keptSecret()
        if (now === secret) return
        secret = now ?? draw(key)
        if (now === null) forgotten()
        else adopted()
      }
      globalThis.addEventListener('storage', listener)
      return () => globalThis.removeEventListener('storage', listener)
    },
  }
}

const draw = (key: string): string => drawSecret(key, crypto.getRandomValues(new Uint8Array(26)))

// Where a browser denies storage, even asking for it throws.
function ours(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

function shelfOf(storage: Storage | null): Shelf {
  const memory = new Map<string, string>() // what the storage would not take
  const tried = <Result>(act: (from: Storage) => Result): Result | null => {
    try {
      return storage === null ? null : act(storage)
    } catch {
      return null
    }
  }
  return {
    getItem: (name) => tried((from) => from.getItem(name)) ?? memory.get(name) ?? null,
    setItem: (name, value) => {
      tried((from) => from.setItem(name, value))
      if (tried((from) => from.getItem(name)) !== value) memory.set(name, value)
    },
    removeItem: (name) => {
      tried((from) => from.removeItem(name))
      memory.delete(name)
    },
    keys: () => [...new Set([...(tried((from) => Object.keys(from)) ?? []), ...memory.keys()])],
  }
}
