// How an answer ends in the mail: the name of who wrote it and the signature of the brand, below what they wrote. Pure.
import { endingOf } from '#cases/contract'

export type Written = { html: string | null; text: string }
type Below = { name: string | null; signature: string }

/** The message with its ending, in both of its forms; "-- " alone on a line (RFC 3676 §4.3) lets mail programs fold it. */
export function signOff({ html, text }: Written, below: Below): Written {
  const lines = endingOf({ text, ...below })
  if (lines.length === 0) return { html, text }
  return {
    html: html && `${html}<p>-- <br>${lines.map(escaped).join('<br>')}</p>`,
    text: text && `${text.trimEnd()}\n\n-- \n${lines.join('\n')}\n`,
  }
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
