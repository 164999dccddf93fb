// What rooms above offer whoever writes an answer: an article to insert, a promise seen in the words … The desk hands it in, as it does
// the panels beside a case (../panels.ts).
import type { ComponentType } from 'react'
import type { Case } from '../../contract.ts'

export type Written = {
  found: Case
  text: string // what is written so far, as plain text
  insert: (html: string) => void // at the cursor; cleaned like anything typed
}
export type ComposerExtra = {
  name: string
  place: 'above' | 'foot' // a line between the text and the foot, or a small quiet button beside "templates"
  needs?: string // what one must be allowed to do in this case (`may`) to see it
  screen: ComponentType<Written> // lazy; what has nothing to offer shows nothing
}

let extras: readonly ComposerExtra[] = []

export const showComposerExtras = (given: readonly ComposerExtra[]): void => void (extras = given)

export const composerExtras = (place: ComposerExtra['place'], { may }: Case): readonly ComposerExtra[] =>
  extras.filter((extra) => extra.place === place && (!extra.needs || may.includes(extra.needs)))
