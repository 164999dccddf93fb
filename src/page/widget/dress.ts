// The brand's colour, the theme and the language, put on the widget. Custom properties set from code, and sheets of our own making, need no leave
// from the site's policy.
import { themeOf } from '../rules/colour.ts'
import type { Chat } from './chat.ts'
import { colourOf } from './rules/readable.ts'

export const isSheet = '(max-width: 30rem), (max-height: 27rem)' // on a phone, or when all is enlarged, the conversation takes the whole screen

let worn = ''

export function dress(host: HTMLElement, { state, site }: Chat): void {
  const theme = site.theme ?? (state.isDarkOutside ? 'dark' : 'light')
  const colour = colourOf(state.reception?.brand.colour ?? '')
  const wanted = [theme, colour, state.language].join()
  if (wanted === worn) return
  worn = wanted
  const { fill, onFill, ink, soft } = themeOf(colour, theme === 'light')
  for (const [name, value] of Object.entries({ fill, 'on-fill': onFill, ink, soft }))
    host.style.setProperty(`--brand-${name}`, value)
  Object.assign(host.dataset, { theme, side: site.side })
  host.lang = state.language
}

export function wear(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}

export function watchMedia(query: string, turned: (matches: boolean) => void): void {
  const media = matchMedia(query)
  media.addEventListener('change', () => turned(media.matches))
  turned(media.matches)
}
