// Where a text stops being JSON, by line and column, and what is there: the parser itself says it only now and then.

const space = /[ \t\r\n]*/y
// oxlint-disable-next-line no-control-regex -- they are what a string of JSON may not hold (RFC 8259, 7)
const token = /"(?:[^"\\\u0000-\u001F]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true|false|null|[{}[\],:]/y // prettier-ignore

type Awaits = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing'

const awaited: Readonly<Record<Awaits, string>> = {
  value: 'a value belongs (a number, "words", true, false, null, […] or {…})',
  'value or ]': 'a value or ] belongs',
  name: 'the name of a field belongs, in double quotes; no comma before }',
  'name or }': 'the name of a field belongs, in double quotes, or }',
  ':': ': belongs',
  ', or end': '',
  nothing: 'nothing may follow',
}

/** What is wrong with a text that is not JSON, such as `line 2, column 17: “NaN” stands where a value belongs`. */
export function jsonTrouble(text: string): string {
  const open: string[] = []
  let awaits: Awaits = 'value'
  for (let at = 0; ;) {
    at = after(space, text, at)
    const end = after(token, text, at)
    const read = text.slice(at, end)
    if (at >= text.length || read === '') return said(text, at, awaitedIn(awaits, open.at(-1)))
    const next = follow(awaits, read, open)
    if (next === null) return said(text, at, awaitedIn(awaits, open.at(-1)))
    awaits = next
    at = end
  }
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

// What may come after a token, or null where it may not stand; `open` are the lists and objects begun.
function follow(awaits: Awaits, read: string, open: string[]): Awaits | null {
  if (read === '}' || read === ']') return closed(awaits, read, open)
  switch (awaits) {
    case 'nothing':
      return null
    case ':':
      return read === ':' ? 'value' : null
    case ', or end':
      return read !== ',' ? null : open.at(-1) === '{' ? 'name' : 'value'
    case 'name':
    case 'name or }':
      return read.startsWith('"') ? ':' : null
    case 'value':
    case 'value or ]':
      return value(read, open)
  }
}

function value(read: string, open: string[]): Awaits | null {
  if (read === ',' || read === ':') return null
  if (read !== '{' && read !== '[') return done(open)
  open.push(read)
  return read === '{' ? 'name or }' : 'value or ]'
}

function closed(awaits: Awaits, read: '}' | ']', open: string[]): Awaits | null {
  const [begins, empty] = read === '}' ? ['{', 'name or }'] : ['[', 'value or ]']
  if (open.at(-1) !== begins || (awaits !== ', or end' && awaits !== empty)) return null
  open.pop()
  return done(open)
}

const done = (open: readonly string[]): Awaits => (open.length === 0 ? 'nothing' : ', or end')

const awaitedIn = (awaits: Awaits, within: string | undefined): string =>
  awaits === ', or end' ? `a comma or ${within === '{' ? '}' : ']'} belongs` : awaited[awaits]

const MOST_SHOWN = 20

function said(text: string, at: number, wanted: string): string {
  const before = text.slice(0, at).split('\n')
  const where = `line ${before.length}, column ${before.at(-1)!.length + 1}` // the part before always has a line
  if (at >= text.length) return `it ends at ${where}, where ${wanted}`
  const [word = ''] = text.slice(at).split(/[\s,\]}]/u, 1)
  const shown = (word || text[at]!).slice(0, MOST_SHOWN) // at is within the text
  return `${where}: ${shown} stands where ${wanted}`
}
