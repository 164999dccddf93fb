// Rings inside this process as soon as something was committed, so that readers need not poll. Other processes hear it by NOTIFY.
import { EventEmitter } from 'node:events'

const emitter = new EventEmitter().setMaxListeners(0)

const heard = new WeakSet<object>()
/** The commit of this unit of work rings, whether it publishes or not. */
export const ringAtCommit = (work: object): void => void heard.add(work)
export const ringsAtCommit = (work: object): boolean => heard.has(work)

export const bell = {
  ring: (): void => void emitter.emit('ring'),
  hear: (listener: () => void): (() => void) => {
    emitter.on('ring', listener)
    return () => void emitter.off('ring', listener)
  },
}
