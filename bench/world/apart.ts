// Helpers of the bench (senders, relay, desks) live in processes of their own, so that what they cost does not slow down what is
// measured more than another program on the machine would. One question, one answer, in order.
import { fork } from 'node:child_process'
import path from 'node:path'

export type Helper = { ask<Answer>(question: object): Promise<Answer>; stop(): void }

export function startHelper(file: string): Helper {
  const child = fork(path.join(import.meta.dirname, file), { serialization: 'advanced' })
  let waiting: { resolve(answer: unknown): void; reject(error: Error): void } | null = null
  child.on('message', (answer) => {
    const asker = waiting
    waiting = null
    if (answer && typeof answer === 'object' && 'failed' in answer) asker?.reject(new Error(String(answer.failed)))
    else asker?.resolve(answer)
  })
  child.on('exit', (code) => waiting?.reject(new Error(`${file} ended with ${code}`)))
  return {
    ask: <Answer>(question: object) =>
      new Promise<Answer>((resolve, reject) => {
        waiting = { resolve: resolve as (answer: unknown) => void, reject } // the helper's own file says what it answers
        child.send(question)
      }),
    stop: () => void child.kill(),
  }
}

export function answerWith<Question>(verb: (question: Question) => Promise<unknown>): void {
  process.on('message', (question) => {
    verb(question as Question).then(
      // only our own bench speaks here
      (answer) => process.send?.(answer ?? {}),
      (error: unknown) => process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit(0))
}
