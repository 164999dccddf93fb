// One question to the formulas, as somebody writes it: whatever is left out of calls, agents and lines is what is found.
import { z } from 'zod'
import { requirementShape } from './figures.ts'
import {
  agentCount,
  callsPerHour,
  chatsShape,
  handlingSeconds,
  mostAgents,
  mostLines,
  patienceOf,
  shrinkageShare,
} from './load.ts'
import { mostSeconds, targetsShape } from './target.ts'

const oneOrMore = <T extends z.ZodType>(of: T, what: string) =>
  z
    .union([of, z.array(of).min(1).max(10_000)])
    .optional()
    .describe(what)

export const models = ['erlang_b', 'erlang_c', 'erlang_a'] as const
export const finds = ['agents', 'calls_per_hour', 'lines', 'figures'] as const

export const questionShape = z
  .strictObject({
    name: z.string().trim().min(1).max(120).optional().describe('A name, said again in the answer'),
    model: z
      .enum(models)
      .optional()
      .describe(
        'Which formula, where it must be a certain one: erlang_b (nobody waits: as many lines as agents), erlang_c (nobody gives up), erlang_a (people give up). Without it: what patience and lines say',
      ),
    calls_per_hour: oneOrMore(callsPerHour(), 'Contacts an hour (12.5 is 12.5); a list asks once for each'),
    calls: callsPerHour().optional().describe('Instead of calls_per_hour: contacts in an interval of interval_min minutes'),
    interval_min: z.number().gt(0).max(1_440).optional().describe('Length of that interval, in minutes'),
    handling_s: z
      .union([handlingSeconds(), z.array(handlingSeconds()).min(1).max(10_000)])
      .describe('Mean handling time in seconds, of somebody who does nothing else; a list asks once for each'),
    wrap_up_s: z.number().min(0).max(1e7).default(0).describe('Mean wrap-up after it, in seconds; added to handling_s'),
    patience_s: z
      .union([
        patienceOf(),
        z
          .array(z.union([z.literal('never'), z.number().gt(0).max(mostSeconds)]))
          .min(1)
          .max(10_000),
      ])
      .default('never')
      .describe(
        'How long people wait before they give up: a mean in seconds (Erlang A), "never" (Erlang C), a measured curve {"at_s": […], "surviving": […]}; a list asks once for each',
      ),
    agents: oneOrMore(
      agentCount(),
      `People seated, 0 to ${mostAgents}; a list asks once for each. Left out: found for the targets`,
    ),
    lines: z
      .int()
      .min(0)
      .max(mostLines)
      .optional()
      .describe('Places in all, those being served included; without it there is no bound. Find "lines" to have it found'),
    chats: chatsShape.optional().describe('Several at once by one person; without it one at a time'),
    within_s: z
      .number()
      .min(0)
      .max(mostSeconds)
      .optional()
      .describe('What counts as in time in the figures, in seconds; without it that of the first target that has one, else 20'),
    times_s: z
      .array(z.number().min(0).max(mostSeconds))
      .max(1_000)
      .optional()
      .describe('Seconds after which it is told what has become of those who came: the distribution of the wait'),
    quantiles: z
      .array(z.number().gt(0).lt(1))
      .max(1_000)
      .optional()
      .describe('Shares of the answered, 0 to 1, whose wait is told: 0.9 is the wait that nine in ten of them do not exceed'),
    targets: targetsShape.optional(),
    shrinkage: shrinkageShare()
      .default(0)
      .describe(
        'Share of paid time in which people are not seated (leave, illness, breaks, training), 0 to below 1: scheduled = seated ÷ (1 − shrinkage)',
      ),
    find: z
      .enum(finds)
      .optional()
      .describe(
        'agents: the least people for the targets; calls_per_hour: the most calls that given agents serve within the targets; lines: the least lines for a target “blocked”; figures: nothing, only figures. Without it: agents where none are given, calls_per_hour where no calls are, else figures',
      ),
  })
  .meta({ id: 'question', description: 'One question, or, where a field is a list, one for each combination' })

export const mostQuestions = 10_000
export const erlangShape = z
  .union([questionShape, z.array(questionShape).min(1).max(mostQuestions)])
  .describe('A question or a list of questions; at most 10,000 answers in all')

export const askedShape = z.object({
  name: z.string().nullable(),
  find: z.enum(finds),
  calls_per_hour: z.number().nullable().describe('As asked, or as found; null: not found'),
  handling_s: z.number().describe('Wrap-up included'),
  patience_s: patienceOf(),
  lines: z.int().nullable().describe('As asked, or as found; null: no bound'),
})
const distributionShape = z
  .object({
    times: z.array(
      z.object({
        within_s: z.number(),
        answered: z.number().describe('Share of those offered that has been answered by then'),
        gave_up: z.number().describe('Share that has given up by then'),
        still_waits: z.number().describe('Share that still waits'),
      }),
    ),
    quantiles: z.array(
      z.object({
        share: z.number(),
        wait_s: z
          .number()
          .nullable()
          .describe(
            'The wait that so many of the answered do not exceed; null where it grows without end, or nobody is answered',
          ),
      }),
    ),
  })
  .describe('How the wait is spread, at the times and shares that were asked for')
export type Distribution = z.infer<typeof distributionShape>

export const answerShape = askedShape
  .extend(requirementShape.shape)
  .extend({ distribution: distributionShape.nullable().describe('null: no times and no shares were asked for') })
  .meta({ id: 'answer', description: 'An answer: what was asked, what was found, and what it comes to' })
export const erlangReportShape = z
  .union([answerShape, z.array(answerShape)])
  .describe('One answer for one question; a list for a list, or where a field of the question was a list')

export type Question = z.output<typeof questionShape>
export type Answer = z.infer<typeof answerShape>
export type ErlangReport = z.infer<typeof erlangReportShape>
