// Shifts as an iCalendar object (RFC 5545), in UTC, so that no VTIMEZONE is needed and an hour the clocks take twice is one. It has no METHOD: it is read, nobody is
// invited (RFC 5546 would want an ORGANIZER), and DTSTAMP is when it was last changed (§3.8.7.2). What is no longer is not in it: who subscribes reads all of it. Pure.
export type CalendarEvent = {
  uid: string // the same for the same shift of the same person, for ever (§3.8.4.7)
  sequence: number // grows with every change (§3.8.7.4)
  changed_at: Temporal.Instant
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  summary: string
  description: string
  location: string | null
}
export type Calendar = { name: string; language: 'fr' | 'en'; events: readonly CalendarEvent[] }

const OCTETS = 75 // of a line, its end not counted (§3.1)

/** The whole object, its lines folded and ended by CRLF. */
export function writeCalendar({ name, language, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Guichet//Shifts//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`, // RFC 7986 §5.1
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H', // RFC 7986 §5.7
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(writeEvent),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const writeEvent = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${utc(event.changed_at)}`,
  `LAST-MODIFIED:${utc(event.changed_at)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART:${utc(event.starts_at)}`,
  `DTEND:${utc(event.ends_at)}`,
  `SUMMARY:${escaped(event.summary)}`,
  ...(event.description === '' ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
  ...(event.location === null ? [] : [`LOCATION:${escaped(event.location)}`]),
  'STATUS:CONFIRMED',
  'TRANSP:OPAQUE',
  'END:VEVENT',
]

/** Form #2 of §3.3.5: 20261123T080000Z. */
const utc = (instant: Temporal.Instant): string => instant.round('second').toString().replaceAll(/[-:]/g, '')

/** TEXT of §3.3.11. Other control characters have no place in it. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ') // eslint-disable-line no-control-regex -- these are what is looked for
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')

/** At most 75 octets a line; what follows begins with a space. No character is cut in two. */
export function folded(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += size
  }
  return [...lines, current].join('\r\n')
}
