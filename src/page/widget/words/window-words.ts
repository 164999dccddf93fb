// Both catalogues side by side, for the reader of catalogues; the widget itself loads the one it speaks.
import { english } from './english.ts'
import { french } from './french.ts'

export const windowWords = { fr: french, en: english }
