// What a person can mend is told in one sentence, without a stack: code 1 for a machine that is not ready, 2 for a wrong call.
export class Sentence extends Error {
  constructor(words, code = 1) {
    super(words)
    this.code = code
  }
}

export const wrongCall = (words) => new Sentence(words, 2)
export const say = (words) => process.stderr.write(`${words}\n`)
