// Two hundred deadlines, reckoned twice: by our arithmetic, and by PostgreSQL's, which knows the zones from its own tables, reads a wall
// clock by looking at every five minutes around it, and Easter by another formula (Oudin, 1940; ours is Butcher and Meeus).
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { testCluster } from '#base/test-database'
import type { Hours } from '../contract.ts'
import { addWorkingTime, workingTimeBetween } from './working-time.ts'

const at = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const week = (days: number[], ...ranges: string[]): Hours['weekly'] =>
  days.flatMap((weekday) =>
    ranges.map((range) => ({ weekday, opens_minute: at(range.slice(0, 5)), closes_minute: at(range.slice(6)) })),
  )
const paris = { zone: 'Europe/Paris', exceptions: [], holidays: null, good_friday: false } as const
const WORKDAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [...WORKDAYS, 6, 7]
const calendars: Record<string, Hours> = {
  office: { ...paris, weekly: week(WORKDAYS, '09:00-12:00', '13:00-18:00'), holidays: 'FR' },
  strasbourg: { ...paris, weekly: week(WORKDAYS, '08:30-12:15', '13:30-17:45'), holidays: 'FR-AM', good_friday: true },
  shop: { ...paris, weekly: week([2, 3, 4, 5, 6], '10:00-19:00'), holidays: 'FR' },
  night: { ...paris, weekly: week(EVERY_DAY, '22:00-30:00') },
  always: { ...paris, weekly: week(EVERY_DAY, '00:00-24:00') },
  small_hours: { ...paris, weekly: week(EVERY_DAY, '01:00-02:30', '02:30-03:15') },
  bridges: {
    ...paris,
    weekly: week(WORKDAYS, '09:00-17:00'),
    holidays: 'FR',
    exceptions: [
      { day: '2026-05-15', name: 'Pont', ranges: [] },
      { day: '2026-12-24', name: 'Veille de Noël', ranges: [{ opens_minute: 540, closes_minute: 720 }] },
      { day: '2026-11-11', name: 'Ouvert', ranges: [{ opens_minute: 600, closes_minute: 660 }] },
    ],
  },
  montreal: { ...paris, zone: 'America/Montreal', weekly: week(WORKDAYS, '08:30-17:00') },
  santiago: { ...paris, zone: 'America/Santiago', weekly: week(EVERY_DAY, '00:00-08:00') },
  lord_howe: { ...paris, zone: 'Australia/Lord_Howe', weekly: week(EVERY_DAY, '01:00-09:00') },
  kathmandu: { ...paris, zone: 'Asia/Kathmandu', weekly: week([7, 1, 2, 3, 4], '10:00-17:00') },
}

type Deadline = { calendar: string; from: string; work: string; due: string }
const table: Deadline[] = readFileSync(`${import.meta.dirname}/deadlines.tsv`, 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t'))
  .map(([calendar = '', from = '', work = '', due = '']) => ({ calendar, from, work, due }))

type Ask = <Column extends string>(sql: string, values: string[]) => Promise<Record<Column, unknown>>
async function asking(body: (ask: Ask) => Promise<void>): Promise<void> {
  const client = new pg.Client((await testCluster()).addresses.owner)
  await client.connect()
  try {
    await client.query(SECOND_OPINION)
    await body(async (sql, values) => (await client.query(sql, values)).rows[0])
  } finally {
    await client.end()
  }
}
const dueOf = async (ask: Ask, each: Deadline): Promise<string> =>
  instant(await ask<'due'>('select to_json(pg_temp.due($1, $2, $3)) as due', asked(each)).then(({ due }) => String(due)))
const instant = (text: string): string => Temporal.Instant.from(text).toString()

const hoursOf = ({ calendar }: Deadline): Hours => calendars[calendar] ?? assert.fail(`there is no calendar ${calendar}`)
const say = ({ calendar, from, work }: Deadline): string => `${calendar} ${from} + ${work}`

test('the table has two hundred deadlines, of every calendar, and no two alike', () => {
  assert.equal(new Set(table.map(say)).size, 200)
  assert.deepEqual(new Set(table.map(({ calendar }) => calendar)), new Set(Object.keys(calendars)))
})

test('every deadline of the table is the one we reckon', () => {
  for (const each of table) {
    const found = addWorkingTime(hoursOf(each), Temporal.Instant.from(each.from), Temporal.Duration.from(each.work))
    assert.equal('at' in found ? found.at.toString() : 'never', instant(each.due), say(each))
  }
})

test('every deadline of the table is the one PostgreSQL reckons', () =>
  asking(async (ask) => {
    for (const each of table) assert.equal(await dueOf(ask, each), instant(each.due), say(each))
  }))

test('what PostgreSQL counts between the two ends is the working time asked for, and so is what we count', () =>
  asking(async (ask) => {
    for (const each of table) {
      const [hours, from, work] = asked(each)
      const wanted = Temporal.Duration.from(work).total('minutes')
      const { minutes } = await ask<'minutes'>('select pg_temp.worked($1, $2, $3) as minutes', [hours, from, each.due])
      assert.equal(Number(minutes), wanted, say(each))
      const ours = workingTimeBetween(hoursOf(each), Temporal.Instant.from(each.from), Temporal.Instant.from(each.due))
      assert.equal(ours.total('minutes'), wanted, say(each))
    }
  }))

test('whoever counts on the wall clock over a change of the hour is an hour off, and is noticed', () =>
  asking(async (ask) => {
    const spring = table.find(
      ({ calendar, from, work }) => calendar === 'always' && from.startsWith('2026-03-28') && work === 'PT24H',
    )!
    const wall = Temporal.Instant.from(spring.from).toZonedDateTimeISO('Europe/Paris').toPlainDateTime().add(spring.work)
    assert.notEqual(await dueOf(ask, spring), wall.toZonedDateTime('Europe/Paris').toInstant().toString())
  }))

const asked = (each: Deadline): [string, string, string] => [JSON.stringify(hoursOf(each)), each.from, each.work]

const SECOND_OPINION = `
create function pg_temp.reached(zone text, wall timestamp) returns timestamptz language sql immutable as $$
  select min(t) from generate_series((wall at time zone zone) - interval '150 minutes', (wall at time zone zone) + interval '150 minutes',
    interval '5 minutes') t where t at time zone zone >= wall $$;

create function pg_temp.easter(y int) returns date language plpgsql immutable as $$
declare c int := y / 100; n int := y % 19; k int := (c - 17) / 25; i int; j int; l int; m int;
begin
  i := (c - c / 4 - (c - k) / 3 + 19 * n + 15) % 30;
  i := i - (i / 28) * (1 - (i / 28) * (29 / (i + 1)) * ((21 - n) / 11));
  j := (y + y / 4 + i + 2 - c + c / 4) % 7;
  l := i - j;
  m := 3 + (l + 40) / 44;
  return make_date(y, m, l + 28 - 31 * (m / 4));
end $$;

create function pg_temp.is_holiday(region text, good_friday boolean, day date) returns boolean language sql immutable as $$
  select region is not null and (
    to_char(day, 'MM-DD') in ('01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25')
    or day - pg_temp.easter(extract(year from day)::int) in (1, 39, 50)
    or region = 'FR-AM' and (to_char(day, 'MM-DD') = '12-26' or good_friday and day - pg_temp.easter(extract(year from day)::int) = -2)) $$;

create function pg_temp.stretches(hours jsonb, since timestamptz, days int) returns table (opens timestamptz, closes timestamptz)
language sql as $$
  with day as (
    select ((since at time zone (hours->>'zone'))::date + n) as day from generate_series(-2, days) n
  ), ranges as (
    select day, (r->>'opens_minute')::int as a, (r->>'closes_minute')::int as b
    from day cross join jsonb_array_elements(hours->'weekly') r
    where (r->>'weekday')::int = extract(isodow from day)
      and not pg_temp.is_holiday(hours->>'holidays', (hours->>'good_friday')::boolean, day)
      and not exists (select from jsonb_array_elements(hours->'exceptions') e where (e->>'day')::date = day)
    union all
    select day, (r->>'opens_minute')::int, (r->>'closes_minute')::int
    from day join jsonb_array_elements(hours->'exceptions') e on (e->>'day')::date = day cross join jsonb_array_elements(e->'ranges') r
  ), open as (
    select range_agg(tstzrange(pg_temp.reached(hours->>'zone', day + a * interval '1 minute'),
      pg_temp.reached(hours->>'zone', day + b * interval '1 minute'))) * tstzmultirange(tstzrange(since, null)) as ranges from ranges
  )
  select lower(r), upper(r) from open, unnest(ranges) r $$;

create function pg_temp.due(hours jsonb, since timestamptz, work interval) returns timestamptz language sql as $$
  select case when work = interval '0' then since else (
    select opens + (work - before) from (
      select opens, closes, coalesce(sum(closes - opens) over (order by opens rows between unbounded preceding and 1 preceding), interval '0') as before
      from pg_temp.stretches(hours, since, 60 + 3 * extract(epoch from work)::int / 3600)) s
    where before + (closes - opens) >= work order by opens limit 1) end $$;

create function pg_temp.worked(hours jsonb, since timestamptz, until timestamptz) returns numeric language sql as $$
  select coalesce(sum(extract(epoch from least(closes, until) - opens)) / 60, 0)
  from pg_temp.stretches(hours, since, (until::date - since::date) + 3) where opens < until $$;
`
