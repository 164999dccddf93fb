// The one way a page of ours is written. A template tells text from markup by itself: what is put into it is always text, escaped for the
// place where it stands, unless it is a piece of markup made by this same tag. A place where escaping would not be enough is refused.
type Place = 'text' | 'tag' | 'attribute' | 'address' // between tags · inside one · a quoted value · a quoted value that leads somewhere

/** Markup made by `html`: nothing else is ever written as it is. */
export class Html {
  readonly #markup: string
  constructor(markup: string, key: typeof made) {
    if (key !== made) throw new Error('markup is made by html`…` alone')
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}
const made = Symbol('made')

export type Piece = string | number | Html | null | undefined | false | readonly Piece[]

/**
 * html`<p title="${name}">${name}</p>` → Html. Arrays are written one after the other; null, undefined and false as nothing.
 * Attributes must be quoted. In `href`, `src`, `action` and their like an address that is neither ours nor http(s), mailto or tel becomes "#".
 * Throws on a value inside script, style or a comment, as the name of a tag or attribute, or on markup inside an attribute.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const places = placesOf(strings)
  let markup = strings[0] ?? ''
  for (const [index, value] of values.entries()) markup += written(value, places[index]!) + strings[index + 1]! // one place and one string each
  return new Html(markup, made)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}
export const escaped = (text: string): string => text.toWellFormed().replace(/[&<>"'`]/g, (letter) => ESCAPES[letter]!).replaceAll('\0', '') // prettier-ignore

function written(value: Piece, place: Place): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map((each: Piece) => written(each, place)).join('')
  if (value instanceof Html) {
    if (place === 'attribute' || place === 'address') throw new Error('an attribute holds text, not markup')
    return value.toString()
  }
  if (place === 'tag') throw new Error('a value inside a tag is quoted, or markup made by html`…`')
  return place === 'address' ? escaped(harmless(String(value))) : escaped(String(value))
}

// Browsers skip spaces and control characters in front of a scheme and tabs and line ends within it.
// oxlint-disable-next-line no-control-regex
const BLANKS = /[\u0000-\u0020]/g
function harmless(address: string): string {
  const bare = address.replace(BLANKS, '')
  return /^(https?:|mailto:|tel:)/i.test(bare) || !/^[^/?#]*:/.test(bare) ? address : '#'
}

const known = new WeakMap<TemplateStringsArray, readonly Place[]>()
function placesOf(strings: TemplateStringsArray): readonly Place[] {
  const before = known.get(strings)
  if (before) return before
  const places: Place[] = []
  let reading: Reading = { at: 'text', quote: '', raw: '' }
  for (const text of strings.slice(0, -1)) {
    reading = read(reading, text)
    places.push(placeAfter(reading, text))
  }
  known.set(strings, places)
  return places
}

type Reading = { at: 'text' | 'tag' | 'quoted' | 'raw' | 'comment'; quote: string; raw: string }
const LEADS = /(?:^|[\s"'/])(?:href|src|action|formaction|poster|cite|data|srcset|ping|manifest)\s*=\s*["'][^"']*$/i
const BEGINS = /=\s*["']$/

function placeAfter({ at }: Reading, text: string): Place {
  if (at === 'raw' || at === 'comment') throw new Error('nothing is put into a script, a style or a comment')
  if (at === 'text') {
    if (/<\/?$/.test(text)) throw new Error('the name of a tag is written out')
    return 'text'
  }
  if (at === 'quoted') return LEADS.test(text) && BEGINS.test(text) ? 'address' : 'attribute'
  if (/=\s*$/.test(text) || !/\s$/.test(text)) throw new Error('an attribute is quoted and its name is written out')
  return 'tag'
}

// Only the literals of our own templates are read here, so this needs to know only the HTML we write.
function read(from: Reading, text: string): Reading {
  let reading = from
  for (let index = 0; index < text.length; index++) reading = step(reading, text.slice(index))
  return reading
}

const step = (reading: Reading, rest: string): Reading => steps[reading.at](reading, rest)

const steps: Readonly<Record<Reading['at'], (reading: Reading, rest: string) => Reading>> = {
  text: (reading, rest) => {
    const tag = /^<([a-z][a-z0-9-]*|\/[a-z])/i.exec(rest)?.[1]
    if (rest.startsWith('<!--')) return { ...reading, at: 'comment' }
    return tag ? { at: 'tag', quote: '', raw: /^(script|style)$/i.test(tag) ? tag.toLowerCase() : '' } : reading
  },
  tag: (reading, rest) => {
    if (/^["']/.test(rest)) return { ...reading, at: 'quoted', quote: rest.slice(0, 1) }
    return rest.startsWith('>') ? { ...reading, at: reading.raw === '' ? 'text' : 'raw' } : reading
  },
  quoted: (reading, rest) => (rest.startsWith(reading.quote) ? { ...reading, at: 'tag' } : reading),
  comment: (reading, rest) => (rest.startsWith('-->') ? { ...reading, at: 'text' } : reading),
  raw: (reading, rest) => (rest.toLowerCase().startsWith(`</${reading.raw}`) ? { ...reading, at: 'text' } : reading),
}

export const nothing: Html = html`` // the last line: it needs all of the above
