import { renewWorker } from './renew-timers.ts'
import { dateWorker } from './timers.ts'

export const workers = [dateWorker, renewWorker]
