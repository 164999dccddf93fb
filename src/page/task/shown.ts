// Everything the markup of a task's page is made from, in one place and one language.
import { randomUUID } from 'node:crypto'
import type { OutsideFacts } from '#tasks'
import type { Seal } from '#base/seal'
import { outsideDeeds, type OutsideDeed } from '#tasks/contract'
import { withLanguage } from '../frame.ts'
import type { Language } from '../rules/language.ts'
import { makeStamp } from '../stamp.ts'
import { sayIn, type Say } from './words.ts'

export type Shown = OutsideFacts & {
  language: Language
  say: Say
  now: Temporal.Instant
  done: OutsideDeed | null // what was just done
  problem: string | null // why it was not
  draft: string // and what was written
  tried: OutsideDeed | null
  stamp: (did: OutsideDeed) => { once: string; text: string }
  address: (path?: string) => string
}
type Made = {
  facts: OutsideFacts
  token: string
  language: Language
  now: Temporal.Instant
  seal: Seal
  done?: OutsideDeed | null
  problem?: string | null
  draft?: string
  tried?: OutsideDeed | null
}

/** Which form, of which task: a stamp of another does nothing here. */
export const purposeOf = (task: string, did: OutsideDeed, once: string): string => `task ${task} ${did} ${once}`

export const deedOf = (text: string | undefined): OutsideDeed | null => outsideDeeds.find((each) => each === text) ?? null

export function shownOf({
  facts,
  token,
  language,
  now,
  seal,
  done = null,
  problem = null,
  draft = '',
  tried = null,
}: Made): Shown {
  return {
    ...facts, language, now, done, problem, draft, tried, say: sayIn(language),
    stamp: (did) => {
      const once = randomUUID()
      return { once, text: makeStamp(seal, { purpose: purposeOf(facts.row.id, did, once), now }) }
    },
    address: (path = '') => withLanguage(`/t/${token}${path}`, language),
  } // prettier-ignore
}
