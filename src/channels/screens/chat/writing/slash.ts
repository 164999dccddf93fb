// What the writer is looking for while they write: a template after "/", an emoji after ":". Pure.
export type Sought = { kind: 'template' | 'emoji'; text: string; from: number; to: number }

// "/" begins a line or stands alone after a space; an address such as https://… or "et/ou" is not one.
const TEMPLATE = /(?:^|\s)\/([^\s/]{0,40})$/u
const EMOJI = /(?:^|\s):(\p{L}[\p{L}-]{1,20})$/u

/** Found just before the caret, with the part of the text that a choice replaces; null when nothing is sought. */
export function soughtAt(text: string, caret: number): Sought | null {
  const before = text.slice(0, caret)
  const template = TEMPLATE.exec(before)
  if (template) return found('template', template[1] ?? '', caret)
  const sign = EMOJI.exec(before)
  return sign ? found('emoji', sign[1] ?? '', caret) : null
}

const found = (kind: Sought['kind'], text: string, caret: number): Sought => ({
  kind,
  text,
  from: caret - text.length - 1,
  to: caret,
})

/** The text with the choice in its place, and where the caret then stands. */
export function put(text: string, { from, to }: Pick<Sought, 'from' | 'to'>, chosen: string): { text: string; caret: number } {
  return { text: text.slice(0, from) + chosen + text.slice(to), caret: from + chosen.length }
}
