// What a visitor is told before anybody answers: are we open, when are we, how long may it take.
import * as calendars from '#calendars'
import type { Calendar } from '#calendars/contract'
import { LONGEST_CHAT_TEXT, MOST_FILES_A_MESSAGE, type Reception } from '../contract.ts'
import type { Line } from './gate.ts'
import type { Known } from './known-widgets.ts'
import { expectedWait } from './rules/expected-wait.ts'
import { hoursShown } from './rules/hours-shown.ts'

const MOST_FACES = 3

type Asked = { known: Known; line: Line; now: Temporal.Instant; since: Temporal.Instant | null }

export function receptionOf({ known, line, now, since }: Asked): Reception {
  const { brand, hours, settings } = known
  const open = isOpen(hours, now)
  const before = line.waiting.filter((at) => since === null || Temporal.Instant.compare(at, since) < 0)
  return {
    brand: { name: brand.name, colour: brand.colour, language: brand.language },
    greeting: settings.greeting,
    open,
    opens_at: open ? null : opensAt(hours, now),
    hours: hours ? hoursShown(hours) : [],
    wait_seconds: open ? expectedWait({ ...line, waited_seconds: longest(line, now), present: line.answering.length }) : null,
    ahead: before.length,
    may_call_back: settings.may_call_back,
    may_leave: settings.may_leave_message,
    answering: open ? line.answering.slice(0, MOST_FACES) : [],
    privacy: settings.privacy_url,
    limits: {
      text: LONGEST_CHAT_TEXT,
      file_bytes: settings.file_bytes,
      files: Math.min(MOST_FILES_A_MESSAGE, settings.files_per_visit),
    },
  }
}

/** A door without a calendar is always open. */
export const isOpen = (hours: Calendar | null, now: Temporal.Instant): boolean => hours === null || calendars.isOpen(hours, now)

export function opensAt(hours: Calendar | null, now: Temporal.Instant): string | null {
  if (!hours) return null
  const found = calendars.nextOpening(hours, now)
  if (!('at' in found)) return null
  return found.at.toZonedDateTimeISO(hours.zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

const longest = ({ waiting }: Line, now: Temporal.Instant): number =>
  waiting[0] ? Math.max(0, waiting[0].until(now).total('seconds')) : 0
