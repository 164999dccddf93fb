// Letters out of the blue, one after the other, for as long as the demonstration stands.
import * as brands from '#brands'
import type { TenantId } from '#base/contract'
import { log } from '#base/log'
import { inWork, system, type Open } from '#base/work'
import type { Speed } from '../contract.ts'
import { doors } from '../furnish/roster.ts'
import { nextLetter } from '../store.ts'
import { chanceOf } from '../texts/chance.ts'
import { letterOf, type Letter } from '../texts/letters.ts'
import { paces } from './pace.ts'
import { post } from './post.ts'

type Means = { tenant: TenantId; smtpPort: number; speed: Speed }
export type Newcomers = { stop(): void }

export function startNewcomers(open: Open, means: Means): Newcomers {
  const [least, most] = paces[means.speed].letters_seconds
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const wait = (seconds: number): void => {
    if (!stopped) timer = setTimeout(() => void write(), seconds * 1_000).unref()
  }
  const write = async (): Promise<void> => {
    const number = await writeOne(open, means).catch((error: Error) => {
      log.warn({ error }, 'a customer of the demonstration could not write')
      return 0
    })
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

/** The number of the letter; null when there is no demonstration any more. */
export async function writeOne(open: Open, { tenant, smtpPort }: Omit<Means, 'speed'>): Promise<number | null> {
  const next = await inWork(open, { tenant, actor: system('demo') }, async (work) => {
    const taken = await nextLetter(work)
    if (!taken) return null
    const letter = letterOf(taken.seed, taken.letters)
    return { letter, number: taken.letters, to: await addressOf(work, letter) }
  })
  if (!next) return null
  const { letter, number, to } = next
  const at = open.clock.now()
  await post(smtpPort, { ...letter, to, at, id: `l${number}-${at.epochMilliseconds}`, dressed: number % 5 === 4 })
  return number
}

async function addressOf(work: Parameters<typeof nextLetter>[0], { door }: Letter): Promise<string> {
  const { items } = await brands.listEntryPoints(work, { limit: 50 })
  return items.find(({ name }) => name === doors[door].name)?.address ?? items[0]?.address ?? ''
}
