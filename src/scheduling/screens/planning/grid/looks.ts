// How each activity looks: a colour and a pattern and a letter, because no colour stands alone for a meaning.
import type { ActivityKind } from '../../../contract/activity.ts'

export type Fill = 'plain' | 'gap' | 'slash' | 'backslash' | 'cross' | 'dots' | 'level' | 'upright' | 'wide'
export type Look = { soft: Token; ink: Token; fill: Fill }

export const looks: Readonly<Record<ActivityKind, Look>> = {
  work: { soft: '--hue-1-soft', ink: '--hue-1-ink', fill: 'plain' },
  lunch: { soft: '--surface', ink: '--ink-faint', fill: 'gap' },
  break: { soft: '--surface', ink: '--ink-faint', fill: 'gap' },
  training: { soft: '--hue-3-soft', ink: '--hue-3-ink', fill: 'slash' },
  meeting: { soft: '--hue-6-soft', ink: '--hue-6-ink', fill: 'dots' },
  coaching: { soft: '--hue-4-soft', ink: '--hue-4-ink', fill: 'cross' },
  project: { soft: '--hue-5-soft', ink: '--hue-5-ink', fill: 'level' },
  delegation: { soft: '--hue-2-soft', ink: '--hue-2-ink', fill: 'upright' },
  absence: { soft: '--neutral-soft', ink: '--ink-faint', fill: 'wide' },
}

const tokens = [
  '--paper', '--surface', '--raised', '--sunken', '--line', '--edge', '--ink', '--ink-soft', '--ink-faint', '--accent', '--accent-soft', '--accent-ink',
  '--promise', '--promise-soft', '--danger', '--danger-soft', '--danger-ink', '--good-mark', '--neutral-soft', '--hue-1-soft', '--hue-1-ink', '--hue-2-soft', '--hue-2-ink',
  '--hue-3-soft', '--hue-3-ink', '--hue-4-soft', '--hue-4-ink', '--hue-5-soft', '--hue-5-ink', '--hue-6-soft', '--hue-6-ink',
] as const // prettier-ignore
export type Token = (typeof tokens)[number]
export type Palette = { colour: Readonly<Record<Token, string>>; face: string; fills: Map<string, CanvasPattern | string> }

/** The colours of this moment as a canvas needs them: no canvas reads `light-dark()`. */
export function readPalette(room: HTMLElement): Palette {
  const probe = room.ownerDocument.createElement('i')
  room.append(probe)
  const colour = Object.fromEntries(
    tokens.map((token) => {
      probe.style.color = `var(${token})`
      return [token, getComputedStyle(probe).color]
    }),
  ) as Record<Token, string> // one entry for each token
  const face = getComputedStyle(room).fontFamily
  probe.remove()
  return { colour, face, fills: new Map() }
}

/** What an activity is filled with; patterns are drawn once for each palette. */
export function fillOf(palette: Palette, kind: ActivityKind): CanvasPattern | string {
  const made = palette.fills.get(kind) ?? drawn(palette, looks[kind])
  palette.fills.set(kind, made)
  return made
}

const SIDE = 8

function drawn({ colour }: Palette, { soft, ink, fill }: Look): CanvasPattern | string {
  if (fill === 'plain' || fill === 'gap') return colour[soft]
  const tile = document.createElement('canvas')
  tile.width = SIDE
  tile.height = SIDE
  const paint = tile.getContext('2d')
  if (!paint) return colour[soft]
  paint.fillStyle = colour[soft]
  paint.fillRect(0, 0, SIDE, SIDE)
  paint.strokeStyle = colour[ink]
  paint.fillStyle = colour[ink]
  paint.globalAlpha = fill === 'wide' ? 0.35 : 0.5
  paint.lineWidth = 1
  paint.stroke(new Path2D(strokes[fill]))
  if (fill === 'dots') for (const at of [1, 5]) paint.fillRect(at, at, 2, 2)
  return paint.createPattern(tile, 'repeat') ?? colour[soft]
}

// One tile of 8 × 8: lines that go on in the next.
const strokes: Record<Exclude<Fill, 'plain' | 'gap'>, string> = {
  slash: 'M-1 5L5 -1M-1 9L9 -1M3 9L9 3',
  backslash: 'M-1 3L5 9M-1 -1L9 9M3 -1L9 5',
  cross: 'M-1 9L9 -1M-1 -1L9 9',
  dots: '',
  level: 'M0 1.5H8M0 5.5H8',
  upright: 'M1.5 0V8M5.5 0V8',
  wide: 'M-1 9L9 -1',
}
