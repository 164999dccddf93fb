// The answer to a task as it comes into an answer to the customer: its words alone, to be looked at before they leave. Pure.
import type { TaskAnswer } from '../contract.ts'

/** What an editor wrote with nothing but paragraphs needs no HTML: its words say it all. */
export const isPlain = (html: string): boolean => !/<(?!\/?(p|br)\b)/i.test(html)

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function quoteOf({ html, text }: Pick<TaskAnswer, 'html' | 'text'>): { html: string; text: string } {
  const paragraphs = text.split(/\n{2,}/).map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`)
  return { html: html ?? paragraphs.join(''), text }
}
