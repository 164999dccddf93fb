import type { Arrival } from '../automatic.ts'
import type { Reading } from '../shapes.ts'

/** House to reader. Only our own two processes speak this, so what arrives is trusted to have this shape. */
export type Request = { id: number; raw: Uint8Array; arrival: Arrival }

/** Reader to house: first `ready`, then one answer a request, in the order of the requests. */
export type Answer = { ready: true } | { id: number; reading: Reading }
