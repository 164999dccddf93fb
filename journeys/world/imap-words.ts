// The words of IMAP as the scripted server reads and writes them (RFC 3501 §9): just enough grammar for a client that is correct,
// and a plain refusal for anything else.

export type Word = string | Word[]

/** Splits one complete command line, literals already read, into words; a parenthesis becomes a list. */
export function wordsOf(line: string, literals: readonly string[]): Word[] {
  let at = 0
  let nextLiteral = 0
  const list = (closing: boolean): Word[] => {
    const words: Word[] = []
    while (at < line.length) {
      const char = line.charAt(at)
      if (char === ' ') at++
      else if (char === '(') {
        at++
        words.push(list(true))
      } else if (char === ')') {
        at++
        if (closing) return words
      } else if (char === '"') words.push(quoted())
      else if (char === '{') {
        at = line.indexOf('}', at) + 1
        words.push(literals[nextLiteral++] ?? '')
      } else words.push(atom())
    }
    return words
  }
  const quoted = (): string => {
    let text = ''
    for (at++; at < line.length && line[at] !== '"'; at++) text += line[at] === '\\' ? line[++at] : line[at]
    at++
    return text
  }
  // BODY.PEEK[HEADER.FIELDS (FROM)]<0.100> is one atom although it holds blanks.
  const atom = (): string => {
    const from = at
    for (let depth = 0; at < line.length; at++) {
      const char = line.charAt(at)
      if (char === '[') depth++
      else if (char === ']') depth--
      else if (depth <= 0 && (char === ' ' || char === '(' || char === ')')) break
    }
    return line.slice(from, at)
  }
  return list(false)
}

export const quote = (text: string) => `"${text.replace(/["\\]/g, (char) => `\\${char}`)}"`
export const textOf = (word: Word | undefined): string => (typeof word === 'string' ? word : '')
export const listOf = (word: Word | undefined): Word[] => (Array.isArray(word) ? word : word === undefined ? [] : [word])

/** Whether a sequence set such as `3:5,9,12:*` names this number; `*` is the highest there is (RFC 3501 §9 seq-number). */
export function names(set: string, last: number): (number: number) => boolean {
  const ranges = set.split(',').map((part) => {
    const [from = '', to = from] = part.split(':')
    const ends = [from, to].map((end) => (end === '*' ? last : Number(end)))
    return [Math.min(...ends), Math.max(...ends)] as const
  })
  return (number) => ranges.some(([low, high]) => number >= low && number <= high)
}

/** Members of `all` (ascending) that the set names. */
export const within = (set: string, all: readonly number[]): number[] => all.filter(names(set, all.at(-1) ?? 0))

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** INTERNALDATE as servers write it, always in UTC here: `"21-Nov-2026 22:51:38 +0000"`. */
export function internalDate(at: Temporal.Instant): string {
  const time = at.toZonedDateTimeISO('UTC')
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${String(time.day).padStart(2, ' ')}-${MONTHS[time.month - 1]}-${time.year}`
  return `"${day} ${two(time.hour)}:${two(time.minute)}:${two(time.second)} +0000"`
}

/** A search date such as `21-Nov-2026`, as the first instant of that day in UTC. */
export function searchDay(text: string): Temporal.Instant {
  const [day = '1', month = 'Jan', year = '1970'] = text.split('-')
  return new Temporal.PlainDate(Number(year), MONTHS.indexOf(month) + 1, Number(day)).toZonedDateTime('UTC').toInstant()
}
