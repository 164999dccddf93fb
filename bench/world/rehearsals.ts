// The rehearsals that are measured: one queue of one skill; many skills, teams and queues; a month of a centre of five hundred.
const HOUR = 3_600

/** M/M/c: `servers` people, each busy for a share `load` of the time. */
export const oneSkill = ({ servers, load, contacts }: { servers: number; load: number; contacts: number }) => ({
  name: 'one skill',
  replications: 1,
  days: (contacts * 100) / (servers * load) / 86_400,
  traffic: [
    { name: 'calls', arrivals: { per_hour: (servers * load * HOUR) / 100 }, handling: { law: 'exponential', mean_s: 100 } },
  ],
  staff: [{ name: 'agents', count: servers }],
})

/** `queues` queues, each with a skill of its own; every agent has three of them at levels of their own. */
export const manySkills = ({ queues, people, days }: { queues: number; people: number; days: number }) => ({
  name: 'many skills',
  replications: 1,
  days,
  queues: Array.from({ length: queues }, (_, i) => ({
    name: `q${i}`,
    skills: [{ skill: `s${i}`, level: 2, relax: [{ after_s: 60, level: 1 }] }],
    priority: i % 3,
    ageing_per_minute: 1,
  })),
  traffic: Array.from({ length: queues }, (_, i) => ({
    name: `q${i}`,
    arrivals: { per_hour: (people * 0.92 * HOUR) / 300 / queues },
    handling: { law: 'lognormal', mean_s: 300, cv: 0.8 },
    patience: { law: 'exponential', mean_s: 240 },
  })),
  staff: Array.from({ length: people }, (_, i) => ({
    name: `a${i}`,
    team: `t${i % 10}`,
    skills: { [`s${i % queues}`]: 3, [`s${(i * 7 + 1) % queues}`]: 2, [`s${(i * 3 + 5) % queues}`]: 1 },
  })),
})

const day = [0.3, 0.8, 1.2, 1.3, 1.1, 0.9, 1, 1.2, 1.1, 0.9, 0.7, 0.5]

/** A month of 500 people at five skills in two shifts: about half a million calls, mails beside them, breaks, wrap-up, retrials, busy days. */
export const month = () => ({
  name: 'a month of 500 people',
  replications: 1,
  days: 30,
  busyness: { cv: 0.08 },
  queues: Array.from({ length: 5 }, (_, i) => [
    { name: `q${i}`, skills: [{ skill: `s${i}` }], ageing_per_minute: 1 },
    { name: `q${i} mail`, skills: [{ skill: `s${i}` }] },
  ]).flat(),
  traffic: [
    ...Array.from({ length: 5 }, (_, i) => ({
      name: `q${i}`,
      arrivals: { per_hour: day.map((share) => share * 310), from: '08:00' },
      handling: { law: 'lognormal', mean_s: 300, cv: 0.9 },
      wrap_up: { law: 'exponential', mean_s: 40 },
      patience: { law: 'weibull', mean_s: 240, cv: 1.3 },
      retrial: { probability: 0.3, after: { law: 'exponential', mean_s: 1_200 } },
    })),
    ...Array.from({ length: 5 }, (_, i) => ({
      name: `mail ${i}`,
      queue: `q${i} mail`,
      channel: 'email',
      arrivals: { per_hour: day.map((share) => share * 40), from: '08:00' },
      handling: { law: 'lognormal', mean_s: 400, cv: 1 },
      due_after_s: 4 * HOUR,
    })),
  ],
  staff: Array.from({ length: 500 }, (_, i) => ({
    name: `a${i}`,
    team: `t${i % 20}`,
    cost_per_hour: 25,
    skills: { [`s${i % 5}`]: 3, [`s${(i + 1 + (i % 3)) % 5}`]: 2 },
    shifts: [
      i % 2 === 0
        ? { from: '08:00', to: '16:00', breaks: [{ at: `${11 + (i % 4)}:00`, for_s: 1_800 }] }
        : { from: '12:00', to: '20:00', breaks: [{ at: `${15 + (i % 4)}:00`, for_s: 1_800 }] },
    ],
  })),
})
