// A long text is kept in passages, so that showing a hit reads a few of them and not all. Pure.
const LENGTH = 8_000
const MOST = 25

export function cut(text: string): string[] {
  const made: string[] = []
  let rest = text.toWellFormed()
  while (rest !== '' && made.length < MOST) {
    const end = rest.length <= LENGTH ? rest.length : Math.max(rest.lastIndexOf(' ', LENGTH), LENGTH / 2)
    made.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return made
}
