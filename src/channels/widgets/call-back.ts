// A visitor would rather be called: checked, said in their conversation as their own words, and promised for the moment they wished.
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as customers from '#customers'
import { refuse, type Work } from '#base/work'
import type { Calendar } from '#calendars/contract'
import type { CaseId } from '#cases/contract'
import { countryOf } from './rules/country-of.ts'
import { callBackEnough, callBackNotOffered, callBackTooFar, phoneUnreadable, type FromVisitor } from '../contract.ts'

export type CallBackWish = Omit<FromVisitor['call_back'], 'id'>
export type CallBack = {
  due: Temporal.Instant
  phone: string // E.164
  text: string // what the visitor says by it
  promise: string // what we promise
}
type Asking = {
  hours: Calendar | null
  zone: string
  now: Temporal.Instant
  offered: boolean
  language: 'fr' | 'en'
}

const MOST_DAYS = 30
const MOST_OWED = 3 // calls promised in a request and not made yet
const SOON: Temporal.DurationLike = { hours: 1 } // "as soon as possible": within an hour of opening time
const FORGIVEN_MINUTES = 10 // the moment wished has just gone by
const LONGEST = { name: 200, about: 2_000 }

export function readCallBack(wish: CallBackWish, asking: Asking): CallBack {
  if (!asking.offered) throw refuse(callBackNotOffered, {})
  const phone = customers.readPhone(wish.phone, countryAt(asking.zone))
  if (!phone.valid || !phone.e164) throw refuse(phoneUnreadable, {})
  const wished = momentOf(wish.at, asking.now)
  const due = openMoment(wished, asking)
  const name = oneLine(wish.name).slice(0, LONGEST.name)
  const about = wish.about.trim().slice(0, LONGEST.about)
  const said = { phone: phone.e164, name, about, when: wished && shown(due, asking) }
  return { due, phone: phone.e164, text: words[asking.language].text(said), promise: words[asking.language].promise(said) }
}

/** Promised once the wish stands in the case: `again` when it was said before, and then nothing new is promised. */
export async function promiseCallBack(
  work: Work,
  call: CallBack,
  took: { case: CaseId; again: boolean },
): Promise<{ promised: string; number: number }> {
  const made = took.again ? await madeBefore(work, call, took.case) : undefined
  if (!made && (await callsOwed(work, took.case)) >= MOST_OWED) throw refuse(callBackEnough, {}) // and what was said with it is not said
  const promise = made ?? (await commitments.promise(work, { case: took.case, what: call.promise, due: { at: call.due.toString() }, channel: 'phone' })) // prettier-ignore
  return { promised: promise.due_at, number: promise.case.number }
}

async function callsOwed(work: Work, of: CaseId): Promise<number> {
  const owed = (await commitments.promisesOf(work, [of])).filter(({ state }) => state === 'open' || state === 'broken')
  return owed.filter(({ channel }) => channel === 'phone').length
}

async function madeBefore(work: Work, call: CallBack, of: CaseId) {
  const found = (await commitments.promisesOf(work, [of])).find(
    ({ channel, what }) => channel === 'phone' && what === call.promise,
  )
  const number = found && (await cases.facts(work, [of])).get(of)?.number
  return found && number ? { due_at: found.due_at.toString(), case: { number } } : undefined
}

function momentOf(at: string | null, now: Temporal.Instant): Temporal.Instant | null {
  if (at === null || at.trim() === '') return null
  const wished = instantOf(at)
  if (!wished) throw refuse(callBackTooFar, { days: MOST_DAYS })
  if (Temporal.Instant.compare(wished, now) <= 0)
    return Temporal.Instant.compare(wished, now.subtract({ minutes: FORGIVEN_MINUTES })) > 0 ? null : tooFar()
  return Temporal.Instant.compare(wished, now.add({ hours: 24 * MOST_DAYS })) > 0 ? tooFar() : wished
}

function tooFar(): never {
  throw refuse(callBackTooFar, { days: MOST_DAYS })
}

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text.trim().slice(0, 60)).round('millisecond')
  } catch {
    return undefined // said by the caller
  }
}

// At the moment wished if we are open then, else when we next are; without a wish, within an hour of opening time.
function openMoment(wished: Temporal.Instant | null, { hours, now }: Asking): Temporal.Instant {
  if (!hours) return wished ?? now.add(SOON)
  const found = wished ? calendars.nextOpening(hours, wished) : calendars.addWorkingTime(hours, now, Temporal.Duration.from(SOON))
  return 'at' in found ? found.at : tooFar()
}

function countryAt(zone: string) {
  const country = countryOf(zone)
  return customers.isCountry(country) ? country : customers.defaultCountry
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()

const shown = (at: Temporal.Instant, { zone, hours, language }: Asking): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: hours?.zone ?? zone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit',
  }).format(at.epochMilliseconds) // prettier-ignore

type Said = { phone: string; name: string; about: string; when: string | null }
const words = {
  fr: {
    text: ({ phone, name, about, when }: Said) =>
      `Merci de me rappeler au ${phone}${name && ` (${name})`}, ${when ?? 'dès que possible'}.${about && `\n\n${about}`}`,
    promise: ({ phone }: Said) => `Vous rappeler au ${phone}`,
  },
  en: {
    text: ({ phone, name, about, when }: Said) =>
      `Please call me back on ${phone}${name && ` (${name})`}, ${when ?? 'as soon as possible'}.${about && `\n\n${about}`}`,
    promise: ({ phone }: Said) => `Call you back on ${phone}`,
  },
}
