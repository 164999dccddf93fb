// What the site says about itself in its script tag: <script async src="https://…/widget.js" data-widget="wd_…"></script>.
import type { Language } from './words/speak.ts'

export type Site = {
  key: string
  base: string // where Guichet is: the folder of the script's own address, with a slash at its end
  language: Language | null
  theme: 'light' | 'dark' | null // null: as the visitor's system says
  side: 'left' | 'right'
}

export function readSite(script: HTMLScriptElement | null): Site | null {
  const { widget, language, theme, side } = script?.dataset ?? {}
  if (!script || !widget) return null
  return {
    key: widget,
    base: new URL('.', script.src).href,
    language: languageIn(language) ?? languageIn(document.documentElement.lang),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    side: side === 'left' ? 'left' : 'right',
  }
}

export const languageIn = (tag: unknown): Language | null => {
  const short = typeof tag === 'string' ? tag.slice(0, 2).toLowerCase() : ''
  return short === 'fr' || short === 'en' ? short : null
}

export const apiOf = ({ base, key }: Site, rest = ''): string => `${base}api/widget/${encodeURIComponent(key)}${rest}`
export const socketOf = (site: Site): string => apiOf(site, '/socket').replace(/^http/, 'ws')
