// A brand brings one colour; what may be read on it, and how it must be shaded to be read on paper, is computed. Pure.
// Contrast and luminance: WCAG 2.2, "relative luminance" and criteria 1.4.3 (text, 4.5 : 1) and 1.4.11 (shapes, 3 : 1).
type Rgb = readonly [red: number, green: number, blue: number] // 0–255

export type Theme = { fill: string; onFill: string; ink: string; soft: string }
export const grounds = { light: ['#ffffff', '#f6f4ee'], dark: ['#1e2220', '#161917'] } as const // the cards and the paper of page.css

const TEXT = 4.5
const SHAPE = 3
const STEPS = 50

/** A colour for buttons with what is written on it, one for words on paper, and a tint, for a light or a dark page. `hex`: #rrggbb. */
export function themeOf(hex: string, light: boolean): Theme {
  const paper = light ? grounds.light : grounds.dark
  const away = light ? '#000000' : '#ffffff'
  const fill = toward(
    hex,
    away,
    (colour) => paper.every((ground) => contrast(colour, ground) >= SHAPE) && readable(colour) !== null,
  )
  const soft = blend(paper[0], fill, light ? 0.1 : 0.2)
  const ink = toward(fill, away, (colour) => [...paper, soft].every((ground) => contrast(colour, ground) >= TEXT))
  return { fill, onFill: readable(fill) ?? '#ffffff', ink, soft }
}

/** The style sheet of a brand: `light-dark()` pairs that page.css uses. */
export function colourSheet(hex: string): string {
  const [light, dark] = [themeOf(hex, true), themeOf(hex, false)]
  const pair = (name: keyof Theme): string => `light-dark(${light[name]}, ${dark[name]})`
  return `:root{--brand:${pair('fill')};--on-brand:${pair('onFill')};--brand-ink:${pair('ink')};--brand-soft:${pair('soft')}}\n`
}

export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number] // two go in, two come out
  return (lighter + 0.05) / (darker + 0.05)
}

const readable = (fill: string): string | null => ['#ffffff', '#14110b'].find((ink) => contrast(ink, fill) >= TEXT) ?? null

function toward(from: string, to: string, isGood: (colour: string) => boolean): string {
  for (let step = 0; step <= STEPS; step++) {
    const colour = blend(from, to, step / STEPS)
    if (isGood(colour)) return colour
  }
  return to
}

function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number] // map keeps the three
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb // three go in
function blend(from: string, to: string, share: number): string {
  const [start, end] = [rgb(from), rgb(to)]
  return `#${start.map((value, index) => Math.round(value + (end[index]! - value) * share).toString(16).padStart(2, '0')).join('')}` // prettier-ignore
}
