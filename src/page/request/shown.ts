// Everything the markup of the customer's page is made from, in one place and one language.
import { randomUUID, createHash } from 'node:crypto'
import type { Seal } from '#base/seal'
import { firstName, type ListedRequest, type LinkRow, type RequestHere } from '#portal'
import type { Pictured } from '../face.ts'
import { withLanguage } from '../frame.ts'
import type { Language } from '../rules/language.ts'
import { makeStamp } from '../stamp.ts'
import type { At } from './moments.ts'
import { sayIn, type Say, type Word } from './words.ts'

export type ContactHere = RequestHere['contact']
export type Flash = Extract<Word, `said_${string}`>
export type Shown = {
  request: RequestHere
  others: readonly ListedRequest[]
  language: Language
  say: Say
  at: At
  name: string // the first name of who answers right now
  flash: Flash | null
  problem: string | null // why what was sent was not taken
  draft: string // and what it said
  unconfirmed: boolean
  state: string
  stamp: () => { once: string; text: string } // one for each form: what it sends is done once
  first: (name: string) => string
  address: (path: string, number?: number) => string
  pictured: (person: { id: string; name: string; photo: boolean }) => Pictured
}

type Made = {
  token: string
  link: LinkRow
  request: RequestHere
  others: readonly ListedRequest[]
  language: Language
  now: Temporal.Instant
  seal: Seal
  flash?: Flash | null
  problem?: string | null
  draft?: string
}

/** Which form, of which link: a stamp of another opens nothing here. */
export const purposeOf = (link: { id: string }, once: string): string => `page ${link.id} ${once}`

/** Says nothing by itself. */
export const stateOf = (state: string): string => createHash('sha256').update(state).digest('base64url').slice(0, 16)

export function shownOf({
  token,
  link,
  request,
  others,
  language,
  now,
  seal,
  flash = null,
  problem = null,
  draft = '',
}: Made): Shown {
  const { contact, number } = request
  const address: Shown['address'] = (path, of = number) => withLanguage(`/r/${token}${path}?request=${of}`, language)
  return {
    request, others, language, flash, problem, draft, address,
    say: sayIn(language),
    at: { zone: contact.zone, language, now },
    name: firstName((contact.stands_in ?? contact.person).name),
    unconfirmed: link.scope === 'case' && link.mailed_to !== null && link.confirmed_at === null,
    state: stateOf(request.state),
    stamp: () => {
      const once = randomUUID()
      return { once, text: makeStamp(seal, { purpose: purposeOf(link, once), now }) }
    },
    first: firstName,
    pictured: ({ id, name, photo }) => ({ id, name, photo: photo ? address(`/photo/${id}`) : null }),
  } // prettier-ignore
}
