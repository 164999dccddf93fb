// The grammar of Authentication-Results (RFC 8601 §2.2) and of its ARC twin. Words of the sender stand in it in quotes or comments only,
// so those are taken out before anything is looked for.
export type Finding = { method: string; result: string; properties: Map<string, string>; comment: string }

/** Reads the value of the header; null when it names nobody. */
export function resultsIn(value: string): { authservId: string; findings: Finding[] } | null {
  const [first = '', ...parts] = splitOutsideQuotes(value.replace(/\r?\n/g, ' '))
  const [authservId] = withoutComments(first).text.trim().split(/\s+/)
  if (!authservId) return null
  return { authservId: authservId.replace(/^"|"$/g, ''), findings: parts.flatMap(findingIn) }
}

function findingIn(part: string): Finding[] {
  const { text, comments } = withoutComments(part)
  const pairs = [...text.matchAll(/([\w.-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;]+)/g)]
  const [main, ...rest] = pairs.map(([, name = '', worth = '']) => [name.toLowerCase(), worth.replace(/^"|"$/g, '')] as const)
  return main ? [{ method: main[0], result: main[1].toLowerCase(), properties: new Map(rest), comment: comments }] : []
}

type Place = 'plain' | 'quoted' | 'comment'

// Walks once over the text, minding quotes and nested comments (RFC 5322 §3.2.2); a backslash takes the next character with it.
function walk(text: string, see: (piece: string, place: Place) => void): void {
  let quoted = false
  let depth = 0
  const place = (): Place => (depth > 0 ? 'comment' : quoted ? 'quoted' : 'plain')
  for (const [piece] of text.matchAll(/\\.|[^]/g)) {
    if (piece === '"' && depth === 0) quoted = !quoted
    if (piece === '(' && !quoted) depth++
    see(piece, place())
    if (piece === ')' && depth > 0) depth--
  }
}

function splitOutsideQuotes(text: string): string[] {
  const parts = ['']
  walk(text, (character, place) => {
    if (character === ';' && place === 'plain') parts.push('')
    else parts[parts.length - 1] += character
  })
  return parts
}

function withoutComments(text: string): { text: string; comments: string } {
  const kept = { text: '', comments: '' }
  walk(text, (character, place) => (kept[place === 'comment' ? 'comments' : 'text'] += character))
  return kept
}
