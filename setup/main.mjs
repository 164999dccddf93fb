import { Sentence, say } from './sentence.mjs'
import { commandOf } from './commands.mjs'

export async function main(args) {
  try {
    process.exitCode = await commandOf(args)
  } catch (error) {
    if (!(error instanceof Sentence)) throw error
    say(`guichet: ${error.message}`)
    process.exitCode = error.code
  }
}
