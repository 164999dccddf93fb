// What is asked or answered, as it was written: cleaned, with its plain twin. Pure.
import * as cases from '#cases'

export function written({ text, html }: { text?: string | undefined; html?: string | null | undefined }): {
  text: string
  html: string | null
} {
  const clean = html ? cases.cleanWritten(html).trim() : ''
  return { text: (text ?? '').trim() || (clean ? cases.wordsOfWritten(clean).trim() : ''), html: clean || null }
}
