import { isAttribution, isProgramMade } from './attribution.ts'
import { isRuler, markedBelow, startsEarlierMail, startsForward } from './header-block.ts'
import { isBlank } from './lines.ts'
import type { Line } from './lines.ts'
import { findSignature } from './signature.ts'

/** How many lines a mail program may have wrapped an attribution over. */
const WRAPPED = 4

/**
 * What the sender newly wrote: quotes, the lines that introduce them, the earlier mail below an Outlook block and the signature are
 * folded. Above all it never hides what was typed: text between and under quotes stays, a forwarded mail is shown whole, and so is
 * everything when nothing would be left. One pass; every look-around is bounded.
 */
export function visibleText(lines: Line[], is_forward: boolean): string {
  const hidden = new Uint8Array(lines.length)
  const forward = lines.findIndex(startsForward)
  const own = forward === -1 ? lines.length : forward
  foldQuotes(lines, hidden, own)
  if (!is_forward) foldEarlierMail(lines, hidden, own)
  foldSignatures(lines, hidden)
  const shown = assemble(lines, hidden)
  return shown === ''
    ? lines
        .map((line) => line.text)
        .join('\n')
        .trim()
    : shown
}

function foldQuotes(lines: Line[], hidden: Uint8Array, end: number): void {
  for (let i = 0; i < end; i++) {
    const line = lines[i]
    if (!line) continue
    if (line.quoted) {
      hidden[i] = 1
      if (i > 0 && !lines[i - 1]?.quoted) foldAttribution(lines, hidden, i)
    } else if (line.indented && !lines[i - 1]?.indented && foldAttribution(lines, hidden, i)) {
      for (let j = i; lines[j]?.indented; j++) hidden[j] = 1
    }
  }
}

/** Looks up from a quote for its "On … wrote:", past blank lines; says whether there was one. */
function foldAttribution(lines: Line[], hidden: Uint8Array, quote: number): boolean {
  let end = quote
  while (end > 0 && quote - end < 4 && isBlank(lines[end - 1])) end--
  let joined = ''
  for (let start = end - 1; start >= 0 && end - start <= WRAPPED; start--) {
    const line = lines[start]
    if (!line || isBlank(line) || line.quoted) return false
    joined = `${line.text} ${joined}`
    if (line.attribution || isAttribution(joined)) {
      hidden.fill(1, start, quote)
      return true
    }
  }
  return false
}

function foldEarlierMail(lines: Line[], hidden: Uint8Array, end: number): void {
  let written = false
  for (let i = 0; i < end; i++) {
    const line = lines[i]
    if (!line || hidden[i]) continue
    if (written && (line.rest || startsEarlierMail(lines, i) || isUnquotedReply(lines, i))) {
      const marked = line.rest ? null : markedBelow(lines, i)
      hidden.fill(1, rulerAbove(lines, i), marked ?? lines.length)
      if (marked === null) return
      i = marked - 1
    }
    if (!isBlank(line) && !isRuler(line.text)) written = true
  }
}

/** Some programs quote without any mark: a line no person types, an empty line, then the earlier mail. */
function isUnquotedReply(lines: Line[], at: number): boolean {
  if (at > 0 && !isBlank(lines[at - 1])) return false
  let joined = ''
  for (let i = at; i < at + WRAPPED && i < lines.length; i++) {
    const line = lines[i]
    if (!line || isBlank(line) || line.text.length > 300) return false
    joined = `${joined} ${line.text}`
    if (/[::]\s*$/.test(line.text)) return isProgramMade(joined)
  }
  return false
}

function rulerAbove(lines: Line[], at: number): number {
  let from = at
  while (from > 0 && at - from < 3 && isBlank(lines[from - 1])) from--
  return from > 0 && isRuler(lines[from - 1]?.text ?? '') ? from - 1 : at
}

function foldSignatures(lines: Line[], hidden: Uint8Array): void {
  let start = 0
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && !hidden[i]) continue
    if (i > start) hidden.fill(1, findSignature(lines, [start, i]), i)
    start = i + 1
  }
}

function assemble(lines: Line[], hidden: Uint8Array): string {
  const shown: string[] = []
  let gap = false
  lines.forEach((line, index) => {
    if (hidden[index]) {
      gap = true
      return
    }
    if (gap && isBlank(line)) return
    if (gap && shown.length > 0 && shown.at(-1)?.trim() !== '') shown.push('')
    gap = false
    shown.push(line.text)
  })
  return shown.join('\n').trim()
}
