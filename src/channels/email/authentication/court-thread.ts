// The thread in which senders are judged: hostile signatures and slow name servers are met here, where they can be cut off.
import { parentPort } from 'node:worker_threads'
import { authenticate, wellKnownForwarders } from './authenticate.ts'
import type { Question, Ruling } from './court.ts'
import { systemResolver } from './system-resolver.ts'

const means = { resolve: systemResolver(), name: 'guichet', trustedForwarders: wellKnownForwarders }

parentPort?.on('message', ({ id, bytes, arrival }: Question) => {
  void authenticate(Buffer.from(bytes), arrival, means).then(
    ({ verdict, sentences }) => parentPort?.postMessage({ id, verdict, sentences } satisfies Ruling),
    () => parentPort?.postMessage({ id, verdict: 'unknown', sentences: [] } satisfies Ruling), // a fault of ours is no verdict on the sender
  )
})
