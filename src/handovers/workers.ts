import { clock } from './clock.ts'
import { passer } from './portfolio/pass-on.ts'
import { portfolioClock } from './portfolio/clock.ts'
import { preparer } from './portfolio/prepare.ts'
import { word } from './send-word.ts'

export const workers = [clock, word, portfolioClock, preparer, passer]
