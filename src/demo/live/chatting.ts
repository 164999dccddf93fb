// A customer opens the chat on the site, says what they came for, and goes on when somebody answers.
import { SignJWT } from 'jose'
import type { Seal } from '#base/seal'
import * as channels from '#channels'
import type { WebDoor } from '../store.ts'
import type { Chance } from '../texts/chance.ts'
import type { ChatTold } from '../texts/chats.ts'

const LONGEST_WAIT_MILLISECONDS = 20 * 60_000
const nap = (seconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, seconds * 1_000).unref())

type Means = {
  url: string
  origin: string
  from: string
  door: Pick<WebDoor, 'key' | 'identity_key' | 'sealed'>
  seal: Seal
  chance: Chance
  haste: number
}

/** `haste` 1: as people type; 0.1: ten times as fast. Ends when the story does, or when nobody answers for long. */
export async function chat(told: ChatTold, { url, origin, from, door, seal, chance, haste }: Means): Promise<void> {
  const { customer, story } = told
  const known = chance.happens(0.4) // signed in at the shop, so the site vouches for them
  const identity = known ? await vouchFor(customer, door, seal) : null
  const visitor = channels.visitor({
    url, origin, key: door.key, address: from, language: story.language, identity, page: `${origin}/boutique`, patience_milliseconds: LONGEST_WAIT_MILLISECONDS,
  }) // prettier-ignore
  await visitor.connect()
  try {
    for (const line of told.opens) await type(visitor, line, haste)
    if (!known && chance.happens(0.7)) visitor.send({ who: { name: customer.name, email: customer.email } })
    let seen: number | null = 0
    for (const line of told.replies) {
      seen = await read(visitor, seen)
      if (seen === null) return
      await nap(chance.between(2, 6) * haste)
      await type(visitor, line, haste)
    }
    await read(visitor, seen)
  } finally {
    await visitor.close()
  }
}

// Waits for an answer that was not read yet, and reads it. Gives its place; null when nobody answers.
async function read(visitor: channels.VisitorProgram, seen: number): Promise<number | null> {
  const heard = await visitor.next('message', ({ from, seq }) => from === 'agent' && seq > seen, 0).catch(() => null)
  if (heard) visitor.send({ read: { seq: heard.seq } })
  return heard?.seq ?? null
}

async function type(visitor: channels.VisitorProgram, line: string, haste: number): Promise<void> {
  visitor.send({ typing: { on: true } })
  await nap(Math.min(6, 0.8 + line.length / 18) * haste)
  await visitor.say(line)
}

/** What the site's own server signs for somebody who is signed in there. */
export async function vouchFor(
  { name, email }: { name: string; email: string },
  { key, identity_key, sealed }: Means['door'],
  seal: Seal,
): Promise<string | null> {
  if (!identity_key || !sealed) return null
  return await new SignJWT({ name, email, email_verified: true })
    .setProtectedHeader({ alg: 'HS256', kid: identity_key })
    .setSubject(email)
    .setAudience(key)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(seal.open(sealed)))
}
