// Large files are read beside: whoever works meanwhile notices nothing. What a file says is handed over queue by queue, as it is asked for.
import { parentPort, workerData } from 'node:worker_threads'
import { readFileOfCounts, type How } from './read-counts.ts'
import { inParts, type Part } from './parts.ts'

const { text, how } = workerData as { text: string; how: How } // as read-aside.ts gives them
const read = readFileOfCounts(text, how)
const { told, parts } = 'file' in read ? inParts(read.file) : { told: null, parts: [] as Part[] }
parentPort?.postMessage(told ? { file: told } : read)
parentPort?.on('message', () => parentPort?.postMessage(parts.shift() ?? null))
