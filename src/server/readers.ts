// Who listens to the journal, bottom-up.
import * as cases from '#cases'
import * as channels from '#channels'
import type { Reader } from '#base/journal'

export const readers: Reader[] = [cases.caseWords, channels.outgoingMail, channels.acknowledgements]
