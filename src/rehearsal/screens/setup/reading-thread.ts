// The browser's thread in which a file of contacts is read: a month of calls takes seconds, and the page goes on meanwhile.
import { readScenario } from './read-scenario.ts'
import type { Reading, ReadOrNot } from './read-aside.ts'

addEventListener('message', ({ data }: MessageEvent<Reading>) => postMessage(read(data)))

function read({ name, text, withins }: Reading): ReadOrNot {
  try {
    return { read: readScenario(name, text, withins) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}
