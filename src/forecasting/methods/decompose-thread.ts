// The thread of the heavy method: multiple seasonal-trend decomposition, its trend told by exponential smoothing. It gets one series after the other and
// may be ended at any moment. WebAssembly: given as bytes, refuses NaN, and wants its memory back.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initSync, MSTL } from '@bsull/augurs/mstl'
import type { HeavyTask } from '../engine/index.ts'
import type { Asked, Said } from './said.ts'

initSync({
  module: readFileSync(
    createRequire(import.meta.url)
      .resolve('@bsull/augurs/mstl')
      .replace(/\.js$/, '_bg.wasm'),
  ),
})

parentPort?.on('message', ({ number, task }: Asked) => {
  parentPort?.postMessage({ number, ...told(task) } satisfies Said)
})

function told({ values, periods, horizon }: HeavyTask): { told: Float64Array } | { failed: string } {
  const model = MSTL.ets(periods, { impute: false })
  try {
    model.fit(values)
    return { told: Float64Array.from(model.predict(horizon).point) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  } finally {
    model.free()
  }
}
