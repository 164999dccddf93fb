// What stands for a while, such as shifts on offer: one notice a person under its key, said anew when there is more of it, put in other words as it
// changes, and gone when there is nothing of it any more.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { noticesSeen, told, type PersonId, type Telling } from './contract.ts'
import * as store from './store/notice.ts'
import { short, type Own } from './tell.ts'

type About = Pick<Telling, 'kind' | 'path' | 'key'>

/** Told again, also to whoever has seen what it said before. */
export async function tellAnew(work: Work, own: readonly Own[], about: About): Promise<void> {
  if (own.length === 0) return
  const rows = own.map((each) => ({ ...each, id: newId<'notice'>(work.now), fr: short(each.fr), en: short(each.en) }))
  for (const { id: notice, person_id: person, urgent } of await store.putNotices(work, about, rows))
    work.publish(told, { notice, person, kind: about.kind, urgent })
}

/** In other words: nobody is called for it. */
export async function reword(work: Work, key: string, own: readonly Omit<Own, 'urgent'>[]): Promise<void> {
  const rows = own.map(({ person, fr, en }) => ({ person, fr: short(fr), en: short(en) }))
  if (rows.length > 0) await refresh(work, await store.rewordNotices(work, key, rows))
}

/** It asks for nothing any more: it is not shown, and no mail follows. */
export async function untell(work: Work, { keys, to }: { keys: readonly string[]; to: readonly PersonId[] }): Promise<void> {
  if (to.length > 0) await refresh(work, await store.removeNotices(work, keys, to))
}

async function refresh(work: Work, changed: readonly { person_id: PersonId }[]): Promise<void> {
  for (const person of new Set(changed.map(({ person_id }) => person_id))) work.publish(noticesSeen, { person }) // their bells look again
}
