// Lines of separated values (RFC 4180): quotes around a value that holds the separator, two quotes for one. Line breaks within quotes are
// refused, since nobody writes them into a file of calls and a forgotten quote would swallow the rest of it.

/** A row with its line in the file (the heading is line 1). `null`: a line whose quotes do not close. */
export type Row = { line: number; cells: string[] | null }

export function* rowsOf(text: string, separator: string): Generator<Row> {
  let line = 0
  for (let from = text.charCodeAt(0) === 0xfeff ? 1 : 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const stop = end === -1 ? text.length : end
    const written = text.slice(from, text.charCodeAt(stop - 1) === CARRIAGE_RETURN ? stop - 1 : stop)
    line += 1
    from = stop + 1
    if (written.trim() !== '') yield { line, cells: cellsOf(written, separator) }
  }
}

function cellsOf(written: string, separator: string): string[] | null {
  if (!written.includes('"')) return written.split(separator).map((cell) => cell.trim())
  const cells: string[] = []
  for (let from = 0; from <= written.length;) {
    const quoted = written[from] === '"'
    const end = quoted ? endOfQuote(written, from + 1) : endOf(written, separator, from)
    if (end === -1) return null
    cells.push(quoted ? written.slice(from + 1, end).replaceAll('""', '"') : written.slice(from, end).trim())
    from = quoted ? end + 2 : end + 1
  }
  return cells
}

function endOf(written: string, separator: string, from: number) {
  const end = written.indexOf(separator, from)
  return end === -1 ? written.length : end
}

function endOfQuote(written: string, from: number): number {
  for (let i = from; i < written.length; i++) {
    if (written[i] !== '"') continue
    if (written[i + 1] !== '"') return i
    i += 1
  }
  return -1
}

const CARRIAGE_RETURN = 13
