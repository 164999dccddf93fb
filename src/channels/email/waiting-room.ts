// Mails that wait to be read: each tenant's in turn, so that a flood for one holds up nobody else; bounded in number and in bytes. Whoever
// finds no room waits in the database.
import type { TenantId } from '#base/contract'
import type { Kept } from './filer.ts'

type Limits = { mails: number; raw_bytes: number }
export type WaitingRoom = {
  hasRoomFor(tenant: TenantId): boolean
  enter(mail: Kept): void
  next(): Kept | undefined
  empty(): void
}

export function openWaitingRoom({ mails, raw_bytes }: Limits): WaitingRoom {
  const lines = new Map<TenantId, Kept[]>() // in the order of their turns
  let size = 0
  let held = 0
  return {
    hasRoomFor: (tenant) => size < mails && (lines.get(tenant)?.length ?? 0) < mails / 2,
    enter: (mail) => {
      const keepsBytes = mail.raw !== null && held + mail.raw.length <= raw_bytes
      if (keepsBytes) held += mail.raw!.length
      const line = lines.get(mail.tenant)
      const waits = keepsBytes ? mail : { ...mail, raw: null } // read again when its turn comes
      if (line) line.push(waits)
      else lines.set(mail.tenant, [waits])
      size++
    },
    next: () => {
      const [first] = lines
      if (!first) return undefined
      const [tenant, line] = first
      const mail = line.shift()!
      lines.delete(tenant)
      if (line.length > 0) lines.set(tenant, line)
      size--
      held -= mail.raw?.length ?? 0
      return mail
    },
    empty: () => {
      lines.clear()
      size = 0
      held = 0
    },
  }
}
