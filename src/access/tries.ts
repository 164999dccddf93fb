// The throttle at the sign-in door. A try is counted before the password is looked at, in a transaction of its own: a thousand tries
// sent at once are a thousand tries, and a server killed in between has counted them.
import { createHash } from 'node:crypto'
import { refuse } from '#base/refusal'
import { inWork, type Open, type Work } from '#base/work'
import { anonymous } from './can.ts'
import { signInThrottled } from './contract.ts'
import { network } from './rules/address.ts'
import { afterTry, policies, secondsToWait, type DoorKind } from './rules/throttle.ts'
import * as store from './store/throttle.ts'
import { DOORSTEP } from './tenants.ts'

export type Caller = { email: string; address: string }
const KNOWN_DAYS = 60

const onDoorstep = { tenant: DOORSTEP, actor: anonymous }
const door = (kind: DoorKind, ...parts: string[]): Buffer =>
  createHash('sha256')
    .update([kind, ...parts].join('\0'))
    .digest()
const doorsOf = ({ email, address }: Caller) => ({
  account: door('account', email),
  pair: door('pair', email, network(address)),
  address: door('address', network(address)),
})

export const countPasswordTry = (open: Open, caller: Caller): Promise<void> =>
  inWork(open, onDoorstep, async (work) => {
    const { account, pair, address } = doorsOf(caller)
    const rows = await held(work, [account, pair, address])
    const known = rows.of(pair).known_until
    const isKnown = known !== null && Temporal.Instant.compare(known, work.now) > 0
    const asked: [Buffer, DoorKind][] = [[address, 'address'], isKnown ? [pair, 'pair'] : [account, 'account']] // prettier-ignore
    await countOrRefuse(work, rows, asked)
  })

export const countLinkRequest = (open: Open, { email, address }: Caller): Promise<void> =>
  inWork(open, onDoorstep, async (work) => {
    const asked: [Buffer, DoorKind][] = [[door('link_address', network(address)), 'link_address'], [door('link_account', email), 'link_account']] // prettier-ignore
    await countOrRefuse(work, await held(work, asked.map(([key]) => key)), asked) // prettier-ignore
  })

// The right password: the account's tries are forgotten, the address gets back only this one, since it may be guessing at others.
export const welcome = (open: Open, caller: Caller): Promise<void> =>
  inWork(open, onDoorstep, async (work) => {
    const { account, pair, address } = doorsOf(caller)
    await held(work, [account, pair, address])
    await store.clearDoors(work.sql, work, [account, pair])
    await store.giveBackTry(work.sql, work, address)
    await store.markKnown(work.sql, work, { door: pair, until: work.now.add({ hours: KNOWN_DAYS * 24 }) })
  })

type Rows = { of(key: Buffer): store.DoorRow }
async function held(work: Work, keys: Buffer[]): Promise<Rows> {
  await store.forgetDoors(work.sql, work, work.now.subtract({ hours: 24 }))
  const rows = new Map((await store.holdDoors(work.sql, work, keys)).map((row) => [row.door.toString('hex'), row]))
  return { of: (key) => rows.get(key.toString('hex'))! } // each was made or found by the statement above
}

async function countOrRefuse(work: Work, rows: Rows, asked: [Buffer, DoorKind][]): Promise<void> {
  const now = work.now.epochMilliseconds / 1_000
  const doors = asked.map(([key, kind]) => ({
    key,
    kind,
    was: { tries: rows.of(key).tries, tried_at: rows.of(key).tried_at.epochMilliseconds / 1_000 },
  }))
  const wait = Math.max(...doors.map(({ was, kind }) => secondsToWait(was, now, policies[kind])))
  if (wait > 0) throw refuse(signInThrottled, { retry_after_seconds: Math.ceil(wait) })
  for (const { key, kind, was } of doors)
    await store.countTry(work.sql, work, { door: key, tries: afterTry(was, now, policies[kind]).tries })
}
