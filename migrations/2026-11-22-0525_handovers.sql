-- What we keep beside a hand-over of cases: the terms on which it was offered, its brief in all its versions, and the word that introduces
-- the new person to the customer. And portfolios: many things that rest on one person, offered to another as one.
create schema handovers;
grant usage on schema handovers to guichet_server;

create table handovers.portfolio (
  tenant_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  occasion text not null check (occasion in ('leave', 'departure', 'reorganisation', 'back')),
  message text not null check (length(message) <= 4000),
  introduce boolean not null,
  offered_at timestamptz not null,
  offered_by text not null,
  remind_at timestamptz not null,
  answer_by timestamptz not null check (answer_by > offered_at),
  returns_id uuid,                  -- the portfolio this one gives back
  prepared_at timestamptz,          -- everything in it has been offered
  reminded_at timestamptz,
  escalated_at timestamptz,
  escalated_to uuid[] not null default '{}',
  answered_as text check (answered_as in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  answered_by text,
  answer text check (length(answer) <= 4000),
  ended_at timestamptz,
  ended_as text check (ended_as in ('accepted', 'declined', 'withdrawn', 'partly', 'overtaken')),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, to_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, returns_id) references handovers.portfolio (tenant_id, id),
  check (from_id <> to_id),
  check (remind_at <= answer_by),
  check (num_nonnulls(answered_as, answered_at, answered_by) in (0, 3)),
  check ((ended_at is null) = (ended_as is null)),
  constraint declining_a_portfolio_needs_a_reason check (answered_as is distinct from 'declined' or length(btrim(answer)) > 0)
);
create index portfolio_to on handovers.portfolio (tenant_id, to_id, offered_at desc, id desc);
create index portfolio_from on handovers.portfolio (tenant_id, from_id, offered_at desc, id desc);
create index portfolio_waiting on handovers.portfolio (tenant_id, answer_by, id) where ended_at is null;
select base.isolate('handovers.portfolio');
revoke delete on handovers.portfolio from guichet_server;

create table handovers.item (
  tenant_id uuid not null,
  portfolio_id uuid not null,
  kind text not null check (kind in ('contact', 'case', 'promise', 'task')),
  id uuid not null,
  position int not null,
  hand_over_id uuid,                -- of a case, once it is offered
  wish text check (wish in ('accepted', 'declined', 'withdrawn')), -- what the receiver answered for it, until it is done
  state text not null default 'waiting' check (state in ('waiting', 'passed', 'declined', 'gone')),
  settled_at timestamptz,
  because text check (length(because) <= 4000),
  primary key (tenant_id, portfolio_id, kind, id),
  foreign key (tenant_id, portfolio_id) references handovers.portfolio (tenant_id, id),
  check ((state = 'waiting') = (settled_at is null))
);
create index item_waiting on handovers.item (tenant_id, portfolio_id, position) where state = 'waiting';
create index item_offered on handovers.item (tenant_id, kind, id) where state = 'waiting';
create index item_of_hand_over on handovers.item (tenant_id, hand_over_id) where hand_over_id is not null;
select base.isolate('handovers.item');
revoke delete on handovers.item from guichet_server;

create table handovers.baton (
  tenant_id uuid not null,
  id uuid not null,                 -- of the hand-over in cases
  case_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  portfolio_id uuid,
  message text not null check (length(message) <= 4000),
  offered_at timestamptz not null,
  remind_at timestamptz,            -- null: it goes with its portfolio, which is reminded as one
  answer_by timestamptz not null check (answer_by > offered_at),
  reminded_at timestamptz,
  escalated_at timestamptz,
  escalated_to uuid[] not null default '{}',
  ended_at timestamptz,
  ended_as text check (ended_as in ('accepted', 'declined', 'withdrawn', 'overtaken')),
  ended_by uuid,                    -- when it was not the one who was asked
  answer text check (length(answer) <= 4000),
  put_away_at timestamptz,          -- the receiver has read the brief
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references cases.hand_over (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, from_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, to_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, portfolio_id) references handovers.portfolio (tenant_id, id),
  check ((ended_at is null) = (ended_as is null)),
  constraint declining_needs_a_reason check (ended_as is distinct from 'declined' or length(btrim(answer)) > 0)
);
create index baton_to on handovers.baton (tenant_id, to_id, answer_by, id) where ended_at is null;
create index baton_from on handovers.baton (tenant_id, from_id, answer_by, id) where ended_at is null;
create index baton_waiting on handovers.baton (tenant_id, answer_by, id) where ended_at is null;
create index baton_ended_to on handovers.baton (tenant_id, to_id, ended_at desc, id desc) where ended_at is not null;
create index baton_ended_from on handovers.baton (tenant_id, from_id, ended_at desc, id desc) where ended_at is not null;
create index baton_ended on handovers.baton (tenant_id, ended_at desc, id desc) where ended_at is not null;
create index baton_case on handovers.baton (tenant_id, case_id, offered_at desc);
create index baton_portfolio on handovers.baton (tenant_id, portfolio_id) where portfolio_id is not null;
select base.isolate('handovers.baton');
revoke delete on handovers.baton from guichet_server;

-- What the brief said, each time it was written. Nothing is written over.
create table handovers.brief (
  tenant_id uuid not null,
  baton_id uuid not null,
  number int not null check (number > 0),
  brief jsonb not null check (jsonb_typeof(brief) = 'object'),
  written_at timestamptz not null,
  written_by uuid,                  -- null: as it was read from the dossier
  primary key (tenant_id, baton_id, number),
  foreign key (tenant_id, baton_id) references handovers.baton (tenant_id, id)
);
select base.isolate('handovers.brief');
revoke update, delete on handovers.brief from guichet_server;

create table handovers.introduction (
  tenant_id uuid not null,
  baton_id uuid not null,
  case_id uuid not null,
  text text not null check (length(text) <= 4000),
  language text not null check (language in ('fr', 'en')),
  channel text,
  leaves_at timestamptz,            -- once the hand-over is accepted
  sent_at timestamptz,
  interaction_id uuid,
  skipped_at timestamptz,
  skipped_by text,
  because text check (length(because) <= 4000),
  failed_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, baton_id),
  foreign key (tenant_id, baton_id) references handovers.baton (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  constraint leaves_once check (num_nonnulls(sent_at, skipped_at) <= 1),
  constraint sending_is_whole check ((sent_at is null) = (interaction_id is null)),
  constraint skipping_needs_a_word check ((skipped_at is null) = (skipped_by is null) and (skipped_at is null or length(btrim(because)) > 0)),
  constraint what_leaves_says_something check (skipped_at is not null or length(btrim(text)) > 0)
);
select base.isolate('handovers.introduction');
revoke delete on handovers.introduction from guichet_server;
