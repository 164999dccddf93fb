// Questions as they were written, answered; or what is wrong in them.
import type { Trouble } from '#rehearsal/engine'
import type { Answer, ErlangReport, Question } from '../contract/question.ts'
import { answerOf } from './answer.ts'
import { troublesOfQuestions } from './check-question.ts'
import { isGrid, laidOut } from './grid.ts'

/** One question gives one answer; a list, or a question with a field that is a list, gives a list. */
export function ask(asked: Question | readonly Question[]): { report: ErlangReport } | { fields: Trouble[] } {
  const isList = Array.isArray(asked)
  const questions: readonly Question[] = isList ? (asked as readonly Question[]) : [asked as Question] // as isList says
  const fields = troublesOfQuestions(questions, isList)
  if (fields.length > 0) return { fields }
  const answers: Answer[] = []
  for (const [i, question] of questions.entries())
    for (const plain of laidOut(question)) {
      const answer = answered(plain)
      if ('message' in answer)
        return { fields: [{ path: isList ? `${i}.${answer.path}` : answer.path, message: answer.message }] }
      answers.push(answer)
    }
  const [only] = answers
  return { report: !isList && only && !isGrid(questions[0]!) ? only : answers } // one question at least
}

// A patience so long that millions would be waiting: told as any other trouble.
function answered(plain: Parameters<typeof answerOf>[0]): Answer | Trouble {
  try {
    return answerOf(plain)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { path: 'patience_s', message: `${error.message}: write fewer calls, more agents, a shorter patience or lines` }
  }
}
