import type { Bodies } from './bodies.ts'
import { cleanHtml } from './html/clean-html.ts'
import { textLines } from './html/text-lines.ts'
import type { Allowance } from './limits.ts'
import { LIMITS, cutText } from './limits.ts'
import { plainLines } from './visible/lines.ts'
import type { Line } from './visible/lines.ts'

type Texts = { text: string; lines: Line[]; html: string | null; remote: string[] }

/** The bodies as one text, one list of lines to fold, and one cleaned HTML (null when the mail has none). */
export function joinBodies({ stretches }: Bodies, allowance: Allowance): Texts {
  const has_html = stretches.some((stretch) => stretch.html !== null)
  const html: string[] = []
  const lines: Line[] = []
  const remote: string[] = []
  for (const stretch of stretches) {
    const read = readStretch(stretch, allowance)
    remote.push(...read.remote)
    if (has_html) html.push(read.html ?? asHtml(stretch.plain ?? ''))
    if (lines.length > 0 && read.lines.length > 0) lines.push({ text: '', quoted: false })
    for (const line of read.lines) lines.push(line)
  }
  const text = cutText(lines.map((line) => line.text).join('\n'), LIMITS.text_characters, () => allowance.truncated.add('text'))
  return {
    text: text.replace(/^\n+/, '').trimEnd(),
    lines,
    html: has_html ? html.join('\n<hr />\n') : null,
    remote: [...new Set(remote)].slice(0, 500),
  }
}

function readStretch({ plain, html }: Bodies['stretches'][number], allowance: Allowance): Omit<Texts, 'text'> {
  const clean = html === null ? null : cleanHtml(html)
  if (clean?.is_truncated) allowance.truncated.add('html')
  const lines = plain !== null && plain.trim() !== '' ? plainLines(plain.trimEnd()) : textLines(clean?.html ?? '')
  return { lines, html: clean?.html ?? null, remote: clean?.remote ?? [] }
}

function asHtml(plain: string): string {
  const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  return `<p>${escaped.replaceAll('\n', '<br />')}</p>`
}
