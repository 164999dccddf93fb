// The moment a mail becomes ours: raw copy and receipt in one commit, then the 250, then reading. One mail to two of our mailboxes is
// two receipts; the same mail to two tenants is kept in each, apart.
import * as brands from '#brands'
import type { TenantId } from '#base/contract'
import { point } from '#base/crash-points'
import { isDiskFull } from '#base/database'
import { log } from '#base/log'
import type { Open } from '#base/work'
import type { ReceiptId } from '../contract.ts'
import { openCounter } from './counter.ts'
import type { Filer } from './filer.ts'
import type { HasRoom } from './room-left.ts'
import { noRoom, noSuchMailbox, tryLater } from './smtp/answers.ts'
import type { Envelope, Kept, KeptBody } from './smtp/open-door.ts'

const IN_MEMORY = 1_048_576
const MOST_REMEMBERED = 5_000
export type Place = { tenant: TenantId; entryPoint: string; address: string }

export type Intake = {
  isOurs: (address: string) => Promise<boolean>
  keep: (envelope: Envelope, body: KeptBody) => Promise<Kept>
}

export function openIntake(open: Open, filer: Filer, hasRoom: HasRoom): Intake {
  const places = rememberPlaces(open)
  const counter = openCounter(open)
  return {
    isOurs: async (address) => (await places.look(address)).length > 0,
    keep: async (envelope, body) => {
      try {
        if (!(await hasRoom(body.length))) return { refused: noRoom }
        const found = await places.forAll(envelope.rcptTo)
        if (found.length === 0) return { refused: noSuchMailbox(envelope.rcptTo[0] ?? '') }
        const raw = body.length <= IN_MEMORY ? await body.bytes() : null
        const receipts: ReceiptId[] = []
        for (const [tenant, ours] of Map.groupBy(found, (place) => place.tenant)) {
          const slips = await counter.keep(tenant, { ours, envelope, body, raw })
          point('intake.after_commit')
          for (const { id, wire } of slips) filer.take({ tenant, receipt: id, raw, wire })
          receipts.push(...slips.map(({ id }) => id))
        }
        return { receipt: receipts[0]! }
      } catch (error) {
        log.error({ error }, 'a mail could not be kept; the sender was asked to come back')
        return { refused: isDiskFull(error) || !(await hasRoom(body.length)) ? noRoom : tryLater }
      }
    },
  }
}

export const makeKeep = (open: Open, filer: Filer): Intake['keep'] => openIntake(open, filer, async () => true).keep

// Whose an address is was asked when the sender named it (RCPT); it holds for the mail that follows, and is asked anew for the next.
function rememberPlaces(open: Open) {
  const known = new Map<string, Place[]>()
  const look = async (address: string): Promise<Place[]> => {
    const found = await placesFor(open, [address])
    if (known.size >= MOST_REMEMBERED) known.clear()
    if (found.length > 0) known.set(address, found)
    else known.delete(address)
    return found
  }
  return {
    look,
    forAll: async (addresses: readonly string[]): Promise<Place[]> => {
      const remembered = addresses.map((address) => known.get(address))
      return remembered.every((each) => each !== undefined) ? remembered.flat() : await placesFor(open, addresses)
    },
  }
}

export async function placesFor(open: Open, addresses: readonly string[]): Promise<Place[]> {
  const found: Place[] = await brands.entryPointsForAddresses(open.database.dispatcher, addresses)
  if (found.length === addresses.length) return found
  const any = await brands.catchAll(open.database.dispatcher)
  if (!any) return found
  const named = new Set(found.map((place) => place.address))
  return [...found, ...addresses.filter((address) => !named.has(address)).map((address) => ({ ...any, address }))]
}
