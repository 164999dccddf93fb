import type { Worker } from '#base/jobs'
import type { Reader } from '#base/journal'

export const readers: Reader[] = []
export const workers: Worker[] = []
