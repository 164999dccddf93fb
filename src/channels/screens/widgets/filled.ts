// The settings as they are typed, and back.
import { originShape, usualSettings, type Widget, type WidgetSettings } from '../../contract.ts'

export type Filled = {
  origins: string // a line each
  greetingFr: string
  greetingEn: string
  privacy: string
  mayCallBack: boolean
  mayLeave: boolean
  mailAfter: string // minutes
  perMinute: string
  perHour: string
  megabytes: string
  files: string
}
export type Wrong = { [Field in keyof Filled]?: Sentence }
export type Sentence =
  | { key: 'originWrong'; line: string }
  | { key: 'privacyWrong' }
  | { key: 'numberWrong'; least: number; most: number }

const MEGABYTE = 1_000_000
export const bounds = {
  perMinute: { least: 1, most: 100_000 },
  perHour: { least: 1, most: 1_000_000 },
  megabytes: { least: 1, most: 25 },
  files: { least: 0, most: 1_000 },
} as const

export const filledFrom = (widget: Pick<Widget, keyof WidgetSettings> = usualSettings): Filled => ({
  origins: widget.origins.join('\n'),
  greetingFr: widget.greeting.fr,
  greetingEn: widget.greeting.en,
  privacy: widget.privacy_url ?? '',
  mayCallBack: widget.may_call_back,
  mayLeave: widget.may_leave_message,
  mailAfter: String(widget.mail_after_minutes),
  perMinute: String(widget.new_per_minute),
  perHour: String(widget.new_per_hour),
  megabytes: String(Math.round(widget.file_bytes / MEGABYTE)),
  files: String(widget.files_per_visit),
})

export const originsIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

export function settingsFrom(filled: Filled): { settings: WidgetSettings } | { wrong: Wrong } {
  const wrong = wrongIn(filled)
  if (Object.keys(wrong).length > 0) return { wrong }
  const settings: WidgetSettings = {
    origins: originsIn(filled.origins).map((line) => originShape.parse(line)),
    greeting: { fr: filled.greetingFr.trim(), en: filled.greetingEn.trim() },
    privacy_url: filled.privacy.trim() || null,
    may_call_back: filled.mayCallBack,
    may_leave_message: filled.mayLeave,
    mail_after_minutes: Number(filled.mailAfter),
    new_per_minute: Number(filled.perMinute),
    new_per_hour: Number(filled.perHour),
    file_bytes: Number(filled.megabytes) * MEGABYTE,
    files_per_visit: Number(filled.files),
  }
  return { settings }
}

export function wrongIn(filled: Filled): Wrong {
  const line = originsIn(filled.origins).find((each) => !originShape.safeParse(each).success)
  const privacy = filled.privacy.trim()
  const numbers = (['perMinute', 'perHour', 'megabytes', 'files'] as const).flatMap((field) =>
    isWhole(filled[field], bounds[field]) ? [] : [[field, { key: 'numberWrong', ...bounds[field] }] as const],
  )
  return {
    ...(line === undefined ? {} : { origins: { key: 'originWrong', line } }),
    ...(privacy === '' || isPage(privacy) ? {} : { privacy: { key: 'privacyWrong' } }),
    ...Object.fromEntries(numbers),
  }
}

const isPage = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
const isWhole = (text: string, { least, most }: { least: number; most: number }): boolean =>
  /^\d{1,7}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
