// The worker that does it, so that the page stays alive meanwhile.
import { prove } from './form-proof.js'

addEventListener('message', ({ data: { stamp, bits } }) => postMessage({ stamp, proof: prove(stamp, bits) }))
