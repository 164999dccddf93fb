// What no shape can see in a question: what is missing for it to be asked, and what does not go together. Each trouble says where, and what to write.
import type { Trouble } from '#rehearsal/engine'
import { mostErlangs, type PatienceOf } from '../contract/load.ts'
import { mostQuestions, type Question } from '../contract/question.ts'
import { findOf } from './answer.ts'
import { laidOut, sizeOf, type Plain } from './grid.ts'

export function troublesOfQuestions(questions: readonly Question[], isList: boolean): Trouble[] {
  const size = questions.reduce((sum, question) => sum + sizeOf(question), 0)
  if (size > mostQuestions) return [{ path: '', message: `there are ${size} questions in all: write at most ${mostQuestions}` }]
  return questions.flatMap((question, i) =>
    troublesOfQuestion(question).map(({ path, message }) => ({ path: isList ? `${i}.${path}` : path, message })),
  )
}

function troublesOfQuestion(question: Question): Trouble[] {
  const plain = laidOut(question)
  const [first] = plain
  if (!first) return []
  const calls = ofCalls(question)
  return [
    ...calls,
    ...(calls.length > 0 ? [] : missing(first, findOf(first))), // what is found depends on whether calls were said
    ...ofModel(question, first),
    ...ofCurve(first),
    ...plain.flatMap((one) => tooMuch(one)).slice(0, 1),
  ]
}

function ofCalls({ calls, calls_per_hour, interval_min }: Question): Trouble[] {
  if (calls !== undefined && calls_per_hour !== undefined)
    return [{ path: 'calls', message: 'write calls with interval_min, or calls_per_hour, not both' }]
  if (calls !== undefined && interval_min === undefined)
    return [{ path: 'interval_min', message: 'is missing: in how many minutes do these calls come?' }]
  if (calls === undefined && interval_min !== undefined)
    return [{ path: 'calls', message: 'is missing: how many come in interval_min minutes?' }]
  return []
}

function missing({ agents, calls_per_hour, targets, lines }: Plain, find: ReturnType<typeof findOf>): Trouble[] {
  const needsTargets = find !== 'figures' && targets === undefined
  const needsCalls = find !== 'calls_per_hour' && calls_per_hour === undefined
  const needsAgents = (find === 'figures' || find === 'calls_per_hour') && agents === undefined
  const noBlocked = find === 'lines' && !(targets ?? []).some(({ formula }) => formula === 'blocked')
  return [
    ...(needsCalls ? [{ path: 'calls_per_hour', message: 'is missing: write how many come an hour' }] : []),
    ...(needsAgents
      ? [
          {
            path: 'agents',
            message: 'is missing: write how many people are seated, or calls_per_hour and targets to have agents found',
          },
        ]
      : []),
    ...(needsTargets
      ? [
          {
            path: 'targets',
            message:
              'is missing: write what must hold, such as [{"share": 0.8, "within_s": 20}], or agents to have their figures',
          },
        ]
      : []),
    ...(noBlocked && !needsTargets
      ? [{ path: 'targets', message: 'lines are found for a target such as {"formula": "blocked", "most_share": 0.01}' }]
      : []),
    ...(lines !== undefined && find === 'lines' ? [{ path: 'lines', message: 'leave it out to have it found' }] : []),
  ]
}

function ofModel({ model, patience_s, lines }: Question, { patience_s: first }: Plain): Trouble[] {
  const gives = patience_s !== 'never' && first !== 'never'
  if (model === 'erlang_a' && !gives)
    return [{ path: 'patience_s', message: 'Erlang A needs a patience: write its mean in seconds' }]
  if (model === 'erlang_c' && gives)
    return [{ path: 'patience_s', message: 'with Erlang C nobody gives up: write "never", or "model": "erlang_a"' }]
  if (model === 'erlang_c' && lines !== undefined)
    return [{ path: 'lines', message: 'with Erlang C nobody is turned away: leave lines out' }]
  if (model === 'erlang_b' && gives)
    return [{ path: 'patience_s', message: 'with Erlang B nobody waits: leave the patience out' }]
  return []
}

function ofCurve({ patience_s, lines, chats }: Plain): Trouble[] {
  if (typeof patience_s !== 'object') return []
  if (lines !== undefined || (chats && chats.at_once > 1))
    return [
      {
        path: 'patience_s',
        message: 'a measured curve is solved for one at a time and without a bound on lines: write its mean in seconds instead',
      },
    ]
  return troublesOfCurve(patience_s)
}

export function troublesOfCurve({ at_s, surviving }: Extract<PatienceOf, object>): Trouble[] {
  if (at_s.length !== surviving.length)
    return [
      {
        path: 'patience_s.surviving',
        message: `write one share for each of the ${at_s.length} moments of at_s (there are ${surviving.length})`,
      },
    ]
  if (at_s.some((at, i) => i > 0 && at <= (at_s[i - 1] ?? 0)))
    return [{ path: 'patience_s.at_s', message: 'write moments that rise' }]
  if (surviving.some((share, i) => i > 0 && share > (surviving[i - 1] ?? 1)))
    return [{ path: 'patience_s.surviving', message: 'write shares that fall' }]
  return []
}

function tooMuch({ calls_per_hour = 0, handling_s, wrap_up_s }: Plain): Trouble[] {
  const erlangs = (calls_per_hour / 3_600) * (handling_s + wrap_up_s)
  return erlangs > mostErlangs
    ? [
        {
          path: 'calls_per_hour',
          message: `${Math.round(erlangs)} erlangs come: write at most ${mostErlangs} (calls_per_hour ÷ 3600 × handling_s)`,
        },
      ]
    : []
}
