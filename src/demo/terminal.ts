// What the terminal shows while the demonstration is furnished: one line that fills, on standard error; nothing but a last word when
// nobody watches.
import type { Told } from './furnish/furnish.ts'

const chapters: Record<Told['chapter'], string> = {
  place: 'opening the doors of Maison Lumen',
  customers: 'inviting the customers',
  history: 'living through five weeks of letters',
  today: 'leaving a few things on the desk',
}
const WIDTH = 24

export function progressOn(stream: NodeJS.WriteStream): (told: Told) => void {
  if (!stream.isTTY) return () => {}
  return ({ chapter, done, all }) => {
    const filled = chapter === 'history' ? Math.round((done / all) * WIDTH) : chapter === 'today' ? WIDTH : 0
    const isOver = chapter === 'today' && done === all
    stream.write(`\r\u001b[K${isOver ? '' : `  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${chapters[chapter]}`}`)
  }
}
