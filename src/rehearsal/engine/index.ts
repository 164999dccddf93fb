// The door of the simulator: pure. A scenario goes in, a report comes out; README.md of the room says how.
export { rehearse } from './rehearse.ts'
export { prepareRehearsal, replicate, type Ready, type Rehearsal, type Replicated } from './rehearsal.ts'
export { gather, newGathered, wantedOf, type Gathered } from './gather.ts'
export { mergeHurt, type HurtSums } from './hurt.ts'
export { reportOf } from './report.ts'
export { isReady, readScenario, scenarioSchema, type Read } from '../rules/read-scenario.ts'
export type { Trouble } from '../rules/troubles.ts'
export { sentencesOf } from '../rules/say-issue.ts'
