// A customer opens the chat on the site, says what they came for, and goes on when somebody answers.
import { SignJWT } from 'jose'
import type { Seal } from '#base/seal'
import type { WebDoor } from '../store.ts'
import type { Chance } from '../texts/chance.ts'
import type { ChatTold } from '../texts/chats.ts'
import { visit, type Visitor } from './visitor.ts'

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
  const visitor = await visit({ url, origin, from, key: door.key, language: story.language, identity })
  try {
    for (const line of told.opens) await type(visitor, line, haste)
    if (!known && chance.happens(0.7)) visitor.tell({ who: { name: customer.name, email: customer.email } })
    for (const line of told.replies) {
      if (!(await visitor.hear(LONGEST_WAIT_MILLISECONDS))) return
      await nap(chance.between(2, 6) * haste)
      await type(visitor, line, haste)
    }
    await visitor.hear(LONGEST_WAIT_MILLISECONDS / 4)
  } finally {
    visitor.leave()
  }
}

async function type(visitor: Visitor, line: string, haste: number): Promise<void> {
  visitor.tell({ typing: { on: true } })
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
