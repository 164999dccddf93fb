// The timer of a trial: one row, the trial's own id, that looks every minute. What it does it decides from the contacts as it finds them, holding
// the trial: two servers, or a clock that jumps, make it look twice, and it still goes back once.
import { jobKind, setTimers } from '#base/jobs'
import type { Work } from '#base/work'
import type { TrialId } from '../contract/trial.ts'

export const LOOK_SECONDS = 60
export const trialClock = jobKind<{ trial: TrialId }>('routing.trial_clock')

export const watchTrial = (work: Work, trial: TrialId): Promise<void> =>
  setTimers(work, trialClock, [{ id: trial, payload: { trial }, at: work.now.add({ seconds: LOOK_SECONDS }) }])
