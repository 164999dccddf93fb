// A reply template, written as HTML for mail, as the plain words of a chat. Pure.
import type { Template } from '#cases/contract'

export type Values = Readonly<Record<string, string>>

const VARIABLE_SPAN = /<span[^>]*\bdata-variable="([\w.]+)"[^>]*>[^<]*<\/span>/g
const IN_TEXT = /\{\{\s*([\w.]+)\s*\}\}/g
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: '\u00a0' }

/** Paragraphs become lines, lists dashes; what a variable stands for is written out, and what is not known stays to be seen. */
export function templateText(html: string, values: Values): string {
  const marked = html.replace(VARIABLE_SPAN, (_, name: string) => `{{${name}}}`)
  const lines = marked
    .replace(/<(?:br|hr)\s*\/?>/gi, '\n')
    .replace(/<li[^>]*>\s*(?:<p[^>]*>)?/gi, '– ')
    .replace(/<\/(?:p|div|h[1-6])>\s*(?=<\/li>)/gi, '')
    .replace(/<\/(?:p|h[1-6]|ul|ol|blockquote)>/gi, '\n\n')
    .replace(/<\/(?:li|div|tr)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
  return signs(lines)
    .replace(IN_TEXT, (whole, name: string) => values[name] || whole)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const signs = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => SIGNS[name] ?? whole)

/** The variables that stand unfilled in a text, each once. */
export const unfilled = (text: string): string[] => [...new Set([...text.matchAll(IN_TEXT)].map(([, name]) => name ?? ''))]

/** Templates that fit this chat, the best first: of its brand or of all, in the visitor's language, by what was typed. */
export function fitting(
  all: readonly Template[],
  { brand, language, sought }: { brand: string; language: string; sought: string },
): Template[] {
  const typed = bare(sought)
  return all
    .filter(({ brand_id, name }) => (brand_id === null || brand_id === brand) && bare(name).includes(typed))
    .toSorted(
      (a, b) =>
        Number(b.language === language) - Number(a.language === language) ||
        Number(bare(b.name).startsWith(typed)) - Number(bare(a.name).startsWith(typed)) ||
        a.name.localeCompare(b.name),
    )
}
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
