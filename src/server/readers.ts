// Who listens to the journal, bottom-up.
import * as cases from '#cases'
import * as brands from '#brands'
import * as channels from '#channels'
import * as clocks from '#clocks'
import * as commitments from '#commitments'
import * as handovers from '#handovers'
import * as cover from '#cover'
import * as knowledge from '#knowledge'
import * as routing from '#routing'
import * as forecasting from '#forecasting'
import * as intraday from '#intraday'
import * as scheduling from '#scheduling'
import * as staffing from '#staffing'
import * as tasks from '#tasks'
import * as today from '#today'
import type { Reader } from '#base/journal'

export const readers: Reader[] = [
  ...brands.readers,
  ...commitments.readers,
  ...clocks.readers,
  ...tasks.readers,
  channels.outgoingMail,
  channels.conversations,
  channels.signInLinks,
  channels.taskLetters,
  ...handovers.readers,
  ...cover.readers,
  ...routing.readers,
  ...forecasting.readers,
  ...staffing.readers,
  ...scheduling.readers,
  ...intraday.readers,
]

// Nobody waits for these.
export const slowReaders: Reader[] = [
  channels.acknowledgements,
  channels.noticesByMail,
  cases.caseWords,
  knowledge.articleWords,
  today.unhappy,
  ...forecasting.slowReaders,
]
