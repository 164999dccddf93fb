// What a rehearsal says: each figure with its confidence interval and the name of its formula, of the whole, and by queue, team and hour of the day.
import { z } from 'zod'

// Names of a report that nobody wrote; the desk says them in the reader's language.
export const withTheirPerson = 'with their own person' // the queue of what no queue takes
export const ofTheDeferred = ' (deferred)' // after the name of a queue that is two, the half that can wait

export const serviceFormulas = [
  'answered_within_of_offered',
  'answered_within_of_answered',
  'answered_within_of_offered_less_short_abandons',
  'answered_or_left_within_of_offered',
] as const
export type ServiceFormula = (typeof serviceFormulas)[number]

export const figureNames = [
  'service_level',
  'offered',
  'answered',
  'abandoned',
  'blocked',
  'called_back',
  'retried',
  'unserved',
  'waited',
  'wait_mean',
  'wait_of_all_mean',
  'wait_p50',
  'wait_p80',
  'wait_p95',
  'wait_max',
  'abandoned_wait_mean',
  'handling_mean',
  'sojourn_mean',
  'waiting_mean',
  'due_kept',
  'person_first',
  'overflowed',
  'occupancy',
  'staffed_hours',
  'people_met',
  'cost',
  'cost_per_answered',
] as const
export type FigureName = (typeof figureNames)[number]

type Said = { unit: 'share' | 's' | 'count' | 'h' | 'money'; en: string; fr: string }

// The formula of each figure, in words. Counted are contacts that came after the warm-up. Service level and waits of the whole and of an hour are those of
// instant work, where there is any: deferred work is judged by its due dates.
export const figureFormulas: Record<Exclude<FigureName, 'service_level'> | ServiceFormula, Said> = {
  answered_within_of_offered: { unit: 'share', en: 'answered in time ÷ offered', fr: 'répondus à temps ÷ présentés' },
  answered_within_of_answered: { unit: 'share', en: 'answered in time ÷ answered', fr: 'répondus à temps ÷ répondus' },
  answered_within_of_offered_less_short_abandons: {
    unit: 'share',
    en: 'answered in time ÷ (offered − given up within that time)',
    fr: 'répondus à temps ÷ (présentés − abandons dans ce délai)',
  },
  answered_or_left_within_of_offered: {
    unit: 'share',
    en: '(answered in time + given up within that time) ÷ offered',
    fr: '(répondus à temps + abandons dans ce délai) ÷ présentés',
  },
  offered: {
    unit: 'count',
    en: 'contacts that came, turned away and tried again included',
    fr: 'contacts présentés, refus et nouveaux essais compris',
  },
  answered: { unit: 'count', en: 'contacts that somebody began to serve', fr: 'contacts que quelqu’un a commencé à servir' },
  abandoned: { unit: 'share', en: 'given up ÷ offered', fr: 'abandons ÷ présentés' },
  blocked: {
    unit: 'share',
    en: 'turned away (no room, or closed) ÷ offered',
    fr: 'refusés (faute de place ou fermé) ÷ présentés',
  },
  called_back: { unit: 'share', en: 'took a call-back ÷ offered', fr: 'rappels acceptés ÷ présentés' },
  retried: { unit: 'share', en: 'came again after being lost ÷ offered', fr: 'nouveaux essais ÷ présentés' },
  unserved: { unit: 'share', en: 'still waiting at the end ÷ offered', fr: 'encore en attente à la fin ÷ présentés' },
  waited: { unit: 'share', en: 'had to wait at all ÷ offered', fr: 'ont dû attendre ÷ présentés' },
  wait_mean: {
    unit: 's',
    en: 'waits of the answered ÷ answered (average speed of answer)',
    fr: 'attentes des répondus ÷ répondus',
  },
  wait_of_all_mean: { unit: 's', en: 'waits of all ÷ (answered + given up)', fr: 'attentes de tous ÷ (répondus + abandons)' },
  wait_p50: {
    unit: 's',
    en: 'the wait that half of the answered did not exceed',
    fr: 'attente non dépassée par la moitié des répondus',
  },
  wait_p80: {
    unit: 's',
    en: 'the wait that 80 % of the answered did not exceed',
    fr: 'attente non dépassée par 80 % des répondus',
  },
  wait_p95: {
    unit: 's',
    en: 'the wait that 95 % of the answered did not exceed',
    fr: 'attente non dépassée par 95 % des répondus',
  },
  wait_max: { unit: 's', en: 'the longest wait of the answered', fr: 'plus longue attente des répondus' },
  abandoned_wait_mean: { unit: 's', en: 'waits of those who gave up ÷ given up', fr: 'attentes des abandons ÷ abandons' },
  handling_mean: {
    unit: 's',
    en: 'time from answer to end, without wrap-up ÷ finished',
    fr: 'de la réponse à la fin, hors clôture ÷ terminés',
  },
  sojourn_mean: { unit: 's', en: 'time from arrival to end ÷ finished', fr: 'de l’arrivée à la fin ÷ terminés' },
  waiting_mean: {
    unit: 'count',
    en: 'waits of all ÷ length of the period (mean number waiting)',
    fr: 'attentes de tous ÷ durée (nombre moyen en attente)',
  },
  due_kept: {
    unit: 'share',
    en: 'answered before it was due ÷ answered and had a due date',
    fr: 'répondus avant l’échéance ÷ répondus avec échéance',
  },
  person_first: {
    unit: 'share',
    en: 'served by the case’s own person ÷ answered of cases that had one',
    fr: 'servis par leur interlocuteur ÷ répondus qui en avaient un',
  },
  overflowed: { unit: 'share', en: 'moved to another queue ÷ offered', fr: 'passés à une autre file ÷ présentés' },
  occupancy: {
    unit: 'share',
    en: 'time serving or wrapping up ÷ time at work',
    fr: 'temps occupé (clôture comprise) ÷ temps au travail',
  },
  staffed_hours: { unit: 'h', en: 'hours at work, breaks not included', fr: 'heures au travail, hors pauses' },
  people_met: {
    unit: 'count',
    en: 'different people who served a case ÷ cases served',
    fr: 'personnes différentes rencontrées ÷ dossiers servis',
  },
  cost: { unit: 'money', en: 'hours paid × cost of an hour', fr: 'heures payées × coût horaire' },
  cost_per_answered: { unit: 'money', en: 'cost ÷ answered', fr: 'coût ÷ répondus' },
}

export const figureShape = z
  .object({
    mean: z.number().nullable().describe('The figure; null where there is nothing to divide by'),
    low: z.number().nullable().describe('Lower end of its confidence interval; null with fewer than two replications'),
    high: z.number().nullable().describe('Upper end of its confidence interval'),
    n: z.int().describe('Replications it stands on'),
    formula: z.string().describe('Name of its formula'),
  })
  .describe('A figure with its confidence interval')
const figures = z.partialRecord(z.enum(figureNames), figureShape)
const part = z.object({ name: z.string(), figures })
const sentence = z.object({ code: z.string(), en: z.string(), fr: z.string() })

export const resultShape = z.object({
  name: z.string(),
  whole: figures,
  queues: z.array(part).describe('By the queue each contact came to'),
  teams: z.array(part),
  hours: z.array(z.object({ hour: z.int().min(0).max(23), figures })).describe('By the hour of the day each contact came in'),
  warnings: z
    .array(sentence)
    .describe('What must be known before these figures are believed: unstable queues, people without work …'),
})

export const hurtShape = z.object({
  id: z.string().describe('The contact: its name where it has one, else kind and number'),
  kind: z.string(),
  at_s: z.number().describe('When it came, in seconds since the beginning of the run'),
  hurt_s: z.number().describe('Seconds more it waits, mean over the replications; whoever is lost counts for lost_counts_as_s'),
  today: z.object({ wait_s: z.number(), lost: z.number().describe('Share of the replications in which it was lost') }),
  tomorrow: z.object({ wait_s: z.number(), lost: z.number() }),
})

export const reportShape = z.object({
  scenario: z.string(),
  seed: z.int(),
  confidence: z.number(),
  replications: z.int(),
  precision_reached: z.boolean().nullable().describe('null when no precision was asked for'),
  service_level: z.object({ within_s: z.number(), formula: z.enum(serviceFormulas) }),
  days: z.number(),
  warm_up_s: z.number(),
  events: z.int().describe('Events that were played, in all replications'),
  today: resultShape,
  tomorrow: resultShape.nullable().describe('The compared rules, staff or hours'),
  difference: resultShape.nullable().describe('Tomorrow less today, contact by contact and replication by replication'),
  most_hurt: z.array(hurtShape).max(20).describe('The twenty contacts that lose most under tomorrow'),
})

export type Figure = z.infer<typeof figureShape>
export type Figures = Partial<Record<FigureName, Figure>>
export type Result = z.infer<typeof resultShape>
export type Hurt = z.infer<typeof hurtShape>
export type Report = z.infer<typeof reportShape>
