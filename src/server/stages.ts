// The threads of this server in which what takes long is made, bottom-up: rehearsals, needs, …
import * as forecasting from '#forecasting'
import * as intraday from '#intraday'
import * as rehearsal from '#rehearsal'
import * as scheduling from '#scheduling'
import * as staffing from '#staffing'
import type { Worker } from '#base/jobs'

export type Stage = { workers: Worker[]; stop(): Promise<void> }

export function openStages(): Stage {
  const all: Stage[] = [
    rehearsal.openStage(),
    forecasting.openStage(),
    staffing.openStage(),
    scheduling.openPlanningOffice(),
    intraday.openStage(),
  ]
  return {
    workers: all.flatMap(({ workers }) => workers),
    stop: async () => void (await Promise.all(all.map((stage) => stage.stop()))),
  }
}
