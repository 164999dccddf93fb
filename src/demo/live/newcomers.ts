// Customers out of the blue, one after the other, for as long as the demonstration stands: by mail, in the chat, by a form, through the real doors.
import * as brands from '#brands'
import type { TenantId } from '#base/contract'
import { log } from '#base/log'
import type { Seal } from '#base/seal'
import { inWork, system, type Open, type Work } from '#base/work'
import type { Speed } from '../contract.ts'
import { doors } from '../furnish/roster.ts'
import { nextLetter, webDoors, type WebDoor } from '../store.ts'
import { castOf } from '../texts/cast.ts'
import { chanceOf } from '../texts/chance.ts'
import { chatOf } from '../texts/chats.ts'
import { filledForm } from '../texts/forms.ts'
import { letterOf, type Letter } from '../texts/letters.ts'
import { chat } from './chatting.ts'
import { fillForm } from './fill-form.ts'
import { paces } from './pace.ts'
import { post } from './post.ts'

export type World = { tenant: TenantId; smtpPort: number; url: string; origin: string; seal: Seal } // origin: under which the pages of this house are seen
export type Newcomers = { stop(): void }
export type Way = 'mail' | 'chat' | 'form'
const MOST_CHATTING = 8

export function startNewcomers(open: Open, { speed, ...world }: World & { speed: Speed }): Newcomers {
  const [least, most] = paces[speed].letters_seconds
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let chatting = 0
  const wait = (seconds: number): void => {
    if (!stopped) timer = setTimeout(() => void come(), seconds * 1_000).unref()
  }
  const come = async (): Promise<void> => {
    const number = await comeOne(open, world, {
      way: (wanted) => (wanted === 'chat' && chatting >= MOST_CHATTING ? 'mail' : wanted),
      chatted: (talk) => {
        chatting++
        void talk.catch(complain).finally(() => chatting--)
      },
      haste: paces[speed].haste,
    }).catch((error: Error) => (complain(error), 0))
    if (number !== null) wait(chanceOf(number).between(least, most))
  }
  wait(least / 3)
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

const complain = (error: Error): void => log.warn({ error }, 'a customer of the demonstration did not get through')

type Manner = { way: (wanted: Way) => Way; chatted: (talk: Promise<void>) => void; haste: number }

/** The number of the newcomer; null when there is no demonstration any more. A chat goes on by itself. */
export async function comeOne(open: Open, world: World, { way, chatted, haste }: Manner): Promise<number | null> {
  const next = await inWork(open, { tenant: world.tenant, actor: system('demo') }, async (work) => {
    const taken = await nextLetter(work)
    return (
      taken && {
        number: taken.letters,
        seed: taken.seed,
        chats: await webDoors(work, 'chat'),
        forms: await webDoors(work, 'form'),
      }
    )
  })
  if (!next) return null
  const { number, seed, chats, forms } = next
  switch (way(wayOf(number, world))) {
    case 'chat':
      chatted(talk({ number, seed, doors: chats }, world, haste))
      break
    case 'form':
      await fill({ number, seed, doors: forms }, world)
      break
    case 'mail':
      await write(open, world, { number, seed })
  }
  return number
}

const ways: readonly Way[] = ['mail', 'chat', 'mail', 'form', 'chat', 'mail']
const wayOf = (number: number, { smtpPort }: World): Way => {
  const way = ways[number % ways.length]!
  return way === 'mail' && smtpPort === 0 ? 'chat' : way
}

type Coming = { number: number; seed: number }
type ByWeb = Coming & { doors: readonly Omit<WebDoor, 'kind'>[] }

// Everybody comes from a place of their own (RFC 5737), so that the bounds of an address are theirs.
const homeOf = (number: number): string => `203.0.113.${(number % 250) + 1}`

async function talk({ number, seed, doors: chats }: ByWeb, { url, origin, seal }: World, haste: number): Promise<void> {
  const told = chatOf(seed, number, castOf(seed))
  const door = chats.find(({ name }) => name === told.story.brand)
  if (door) await chat(told, { url, origin, from: homeOf(number), seal, door, chance: chanceOf(number), haste })
}

async function fill({ number, seed, doors: forms }: ByWeb, { url, origin }: World): Promise<void> {
  const filled = filledForm(seed, number, castOf(seed))
  const door = forms.find(({ name }) => name === filled.form)
  if (door) await fillForm(filled, { url, origin, from: homeOf(number), key: door.key })
}

async function write(open: Open, { tenant, smtpPort }: World, { number, seed }: Coming): Promise<void> {
  const letter = letterOf(seed, number)
  const to = await inWork(open, { tenant, actor: system('demo') }, (work) => addressOf(work, letter))
  const at = open.clock.now()
  await post(smtpPort, { ...letter, to, at, id: `l${number}-${at.epochMilliseconds}`, dressed: number % 5 === 4 })
}

async function addressOf(work: Work, { door }: Letter): Promise<string> {
  const { items } = await brands.listEntryPoints(work, { limit: 50 })
  const mailboxes = items.filter(({ address }) => address !== null)
  return mailboxes.find(({ name }) => name === doors[door].name)?.address ?? mailboxes[0]?.address ?? ''
}
