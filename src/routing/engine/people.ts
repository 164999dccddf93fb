// Who may be offered work. Handles as in rules.ts; an agent's own handle is the position in the list given to `newState`.

export type AgentState = 'ready' | 'paused' | 'off'

export type Agent = {
  state: AgentState
  team?: number // absent: in no team, reached by no ring
  capacity?: number // units; 1
  most?: readonly { channel: number; most: number }[] // where not what the channel says; 0: never offered
  not_channels?: readonly number[] // ready, but not for these now
  abilities?: readonly { ability: number; level: number }[]
  degree?: number // of support that they give; 1
  queues: readonly Membership[]
  break_at?: number | null // the next planned break: nothing is offered that would run over it, nothing at all from then on, until this is changed
}

/**
 * `preference` is in points, the higher the rather, 0 by default. When an agent chooses among waiting items it is added to the item's score;
 * when an item chooses among agents the higher goes first, before the queue's strategy.
 */
export type Membership = { queue: number; preference?: number }

/** What may change of somebody in an `agent` event: what is not given stays. */
export type AgentChange = Partial<Agent> & {
  handled?: number // set to 0 when a day begins, for `fewest_handled`
}
