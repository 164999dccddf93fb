// Who does the jobs and keeps the clocks, bottom-up.
import * as channels from '#channels'
import * as clocks from '#clocks'
import * as commitments from '#commitments'
import * as fields from '#fields'
import * as handovers from '#handovers'
import * as routing from '#routing'
import * as forecasting from '#forecasting'
import * as intraday from '#intraday'
import * as scheduling from '#scheduling'
import * as staffing from '#staffing'
import * as tasks from '#tasks'
import * as cover from '#cover'
import * as demo from '#demo'
import type { Worker } from '#base/jobs'
import { parkedWorker } from '#base/parked'
import type { Open } from '#base/work'
import { readers, slowReaders } from './readers.ts'
import type { Stage } from './stages.ts'

export const allWorkers = (open: Open, office: channels.Office, stage: Stage): Worker[] => [
  parkedWorker([...readers, ...slowReaders]),
  ...commitments.workers,
  ...clocks.workers,
  ...tasks.workers,
  ...handovers.workers,
  ...cover.workers,
  ...fields.workers,
  ...routing.workers,
  ...forecasting.workers,
  ...staffing.workers,
  ...scheduling.workers,
  ...intraday.workers,
  ...office.workers,
  ...stage.workers,
  channels.formFiler(),
  channels.unreadMailer,
  demo.customersAnswer(open, office.ports.smtp),
  demo.outsidersAnswer(open, office.ports.smtp),
  ...demo.colleaguesWork(open),
]
