import type { Reader } from '#base/journal'
import { readers as router } from './listen.ts'
import { waitingWords } from './waiting-words.ts'

export const readers: Reader[] = [...router, waitingWords]
