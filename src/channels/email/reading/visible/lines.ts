/** A line of a mail, before it is decided whether it is shown. */
export type Line = {
  text: string
  /** Surely somebody else's words: after ">" in plain text, in a marked quote in HTML. */
  quoted: boolean
  /** HTML says: the line that introduces a quote. */
  attribution?: boolean
  /** In an unmarked block quote: a quote only if an attribution stands above it. */
  indented?: boolean
  /** HTML says: from here on the earlier mail. */
  rest?: boolean
}

export function plainLines(text: string): Line[] {
  return text.split('\n').map((line) => ({ text: line, quoted: /^[ \t]{0,3}>(?!:\s*$)/.test(line) }))
}

export function isBlank(line: Line | undefined): boolean {
  return line !== undefined && line.text.trim() === ''
}
