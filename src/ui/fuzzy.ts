// Finding a command by a few of its letters: "fdc" finds "Fermer le dossier en Cours". Accents and case do not count.

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/**
 * How well `sought` is found in `text`, higher is better; null when its letters do not all occur in order. Whole pieces beat
 * scattered letters, beginnings of words beat middles, short texts beat long ones. Greedy, O(text).
 */
export function score(text: string, sought: string): number | null {
  const [hay, needle] = [bare(text), bare(sought).replace(/\s+/g, '')]
  if (needle === '') return 0
  const whole = hay.replace(/\s+/g, ' ').indexOf(bare(sought).trim())
  if (whole >= 0) return 200 - whole + (whole === 0 || hay[whole - 1] === ' ' ? 40 : 0) - hay.length * 0.1
  return scattered(hay, needle)
}

function scattered(hay: string, needle: string): number | null {
  let [at, total, run] = [0, 0, 0]
  for (const letter of needle) {
    const found = hay.indexOf(letter, at)
    if (found < 0) return null
    const startsWord = found === 0 || /[\s'’\-/]/.test(hay[found - 1] ?? '')
    run = found === at ? run + 1 : 0
    total += 1 + run * 3 + (startsWord ? 6 : 0)
    at = found + 1
  }
  return total - hay.length * 0.1
}

export function bestOf<Item>(items: readonly Item[], sought: string, textOf: (item: Item) => string): Item[] {
  return items
    .flatMap((item, place) => {
      const points = score(textOf(item), sought)
      return points === null ? [] : [{ item, points, place }]
    })
    .sort((a, b) => b.points - a.points || a.place - b.place)
    .map(({ item }) => item)
}
