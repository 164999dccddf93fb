// Colours come from people's settings: what may be read on them is computed, and what is no colour becomes the house's own. Pure.
import { contrast } from '../../rules/colour.ts'

const HEX = /^#[0-9a-f]{6}$/i
const HOUSE = '#0e6063'

export const colourOf = (text: string): string => (HEX.test(text) ? text.toLowerCase() : HOUSE)

/** White or black, whichever stands out more: one of them always reaches 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const readableOn = (colour: string): string => {
  const ground = colourOf(colour)
  return contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000'
}
