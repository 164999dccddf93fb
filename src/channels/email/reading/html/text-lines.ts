import type { Line } from '../visible/lines.ts'

const BREAKS = new Set(
  'address article aside blockquote center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
)
const GAPS = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre'.split(' '))
const EMPTY = new Set(['br', 'hr', 'img', 'wbr', 'col'])

type Open = { tag: string; quote: boolean; attribution: boolean; indent: boolean; items: number | null }

/**
 * The text of HTML that `cleanHtml` made, line by line, each line knowing whether it lies in a quote. One pass: the input is well formed
 * and its text and attributes hold no bare "<" or ">".
 */
export function textLines(clean: string): Line[] {
  const walk = new TextWalk()
  for (const match of clean.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>|([^<]+)/g)) {
    const [, slash, tag = '', attributes = '', text] = match
    if (text !== undefined) walk.text(unescape(text))
    else if (slash) walk.close(tag)
    else walk.open(tag, attributes)
  }
  return walk.end()
}

/** A walk has a life: open elements, the line being written. */
class TextWalk {
  #lines: Line[] = []
  #stack: Open[] = []
  #line = ''
  #gap = false
  #rest = false
  #pre = 0

  open(tag: string, attributes: string): void {
    const mark = /\sdata-quote="([a-z]+)"/.exec(attributes)?.[1]
    if (BREAKS.has(tag)) this.#break(GAPS.has(tag))
    if (mark === 'rest') this.#rest = true
    if (EMPTY.has(tag)) {
      this.#empty(tag, attributes)
      return
    }
    if (tag === 'pre') this.#pre++
    const quote = mark === 'quote'
    const items = tag === 'ol' ? 0 : null
    this.#stack.push({ tag, quote, attribution: mark === 'attribution', indent: tag === 'blockquote', items })
    if (tag === 'li') this.#bullet()
    if (tag === 'td' || tag === 'th') this.#cell()
  }

  close(tag: string): void {
    const at = this.#stack.findLastIndex((open) => open.tag === tag)
    if (at === -1) return
    if (BREAKS.has(tag)) this.#break(GAPS.has(tag))
    if (tag === 'pre') this.#pre = Math.max(0, this.#pre - 1)
    this.#stack.splice(at)
  }

  text(text: string): void {
    if (this.#pre > 0) {
      const [first = '', ...others] = text.split('\n')
      this.#line += first
      for (const other of others) {
        this.#newline()
        this.#line += other
      }
      return
    }
    const flat = text.replace(/[\s\u00a0]+/g, ' ')
    this.#line += this.#line === '' || this.#line.endsWith(' ') ? flat.trimStart() : flat
  }

  end(): Line[] {
    this.#break(false)
    return this.#lines
  }

  #empty(tag: string, attributes: string): void {
    if (tag === 'br') this.#newline()
    if (tag === 'hr') this.#break(false)
    if (tag === 'img') this.#image(attributes)
  }

  #cell(): void {
    if (this.#line !== '' && !/\s$/.test(this.#line)) this.#line += ' '
  }

  #bullet(): void {
    const list = this.#stack.findLast((open) => open.tag === 'ol' || open.tag === 'ul')
    if (list?.items !== null && list !== undefined) this.#line += `${++list.items}. `
    else this.#line += '- '
  }

  #image(attributes: string): void {
    const alt = /\salt="([^"]{1,300})"/.exec(attributes)?.[1]
    if (alt?.trim()) this.text(unescape(alt))
  }

  #newline(): void {
    if (this.#gap && this.#lines.length > 0) this.#push('')
    this.#gap = false
    this.#push(this.#line)
    this.#line = ''
  }

  #break(gap: boolean): void {
    if (this.#line.trim() !== '') this.#newline()
    this.#line = ''
    if (gap) this.#gap = true
  }

  #push(text: string): void {
    const line: Line = { text: text.trimEnd(), quoted: this.#stack.some((open) => open.quote) }
    if (this.#stack.some((open) => open.attribution)) line.attribution = true
    if (this.#stack.some((open) => open.indent)) line.indented = true
    if (this.#rest) line.rest = true
    this.#lines.push(line)
  }
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" }

function unescape(text: string): string {
  return text.includes('&') ? text.replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => ENTITIES[entity] ?? entity) : text
}
