// Large files are read beside: whoever works meanwhile notices nothing.
import { parentPort, workerData } from 'node:worker_threads'
import { readFileOfCounts, type How } from './read-counts.ts'

const { text, how } = workerData as { text: string; how: How } // as read-aside.ts gives them
parentPort?.postMessage(readFileOfCounts(text, how))
