// For the frame of the desk, which must not carry what counts: how much I was told and have not seen, what opening a page makes seen, and what
// is said aloud at once.
import { getSession } from '#access/contract'
import { send } from '#ui/api'
import { language } from '#ui/language'
import { live, type JournalEvent } from '#ui/live'
import { keyOf, queries, refetch } from '#ui/query'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import { listNotices, noticesSeen, seeNotices, told, type Notice } from '../../contract.ts'
import { words } from './words.ts'

const MOST = 100
const EVERY_MILLISECONDS = 120_000 // for who has no live line

export type Watch = {
  count: () => number | undefined
  listen: (listener: () => void) => () => void
  opened: (path: string) => void
}

let unseen: Notice[] = []
const listeners = new Set<() => void>()

/** Once, after the first page. */
export async function unseenNotices(): Promise<Watch> {
  await read()
  live.on([told.name], (event) => isMine(event) && void hear(event))
  live.on([noticesSeen.name], (event) => isMine(event) && void freshen())
  setInterval(() => void read(), EVERY_MILLISECONDS)
  return {
    count: () => unseen.length,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    opened: (path) => {
      if (unseen.some((notice) => pageOf(notice) === path)) void see(path)
    },
  }
}

const pageOf = ({ path }: Notice): string => path.split(/[?#]/, 1)[0] ?? path

async function read(): Promise<void> {
  const page = await send(listNotices, { only: 'unseen', limit: MOST }).catch(() => undefined) // shown the next time
  if (!page) return
  unseen = page.items
  for (const each of listeners) each()
}

async function freshen(): Promise<void> {
  await Promise.all([read(), refetch(listNotices)])
}

async function see(path: string): Promise<void> {
  await send(seeNotices, { path }).catch(() => {}) // still unseen: the next look says so again
  await freshen()
}

async function hear({ payload }: JournalEvent): Promise<void> {
  await freshen()
  const { notice, urgent } = told.shape.parse(payload)
  const found = unseen.find(({ id }) => id === notice)
  if (!found || !urgent) return
  const here = location.pathname.replace(/^\/desk/, '')
  if (pageOf(found) === here) return await see(here) // it is before their eyes
  toast({
    text: found[language()],
    tone: 'danger',
    seconds: null,
    action: { label: say(words, 'open'), run: () => location.assign(`/desk${found.path}`) },
  })
}

const isMine = ({ payload }: JournalEvent): boolean =>
  typeof payload === 'object' && payload !== null && 'person' in payload && payload.person === me()
const me = (): string | undefined => queries.getQueryData<{ person: { id: string } | null }>(keyOf(getSession, {}))?.person?.id
