-- A version of the rules on trial: it serves a share of the contacts until it is taken back, stopped, or becomes the rules for everybody.
create table routing.trial (
  tenant_id uuid not null,
  id uuid not null,
  tried_id uuid not null,           -- the version on trial
  usual_id uuid not null,           -- the one in force, for everybody else
  share_per_mille int not null check (share_per_mille between 10 and 990),
  share_since timestamptz not null,
  formula text not null check (length(formula) between 1 and 60),
  least numeric check (least between 0 and 1),
  below_others numeric check (below_others between 0 and 1),
  window_minutes int not null check (window_minutes between 5 and 10080),
  fewest int not null check (fewest between 10 and 100000),
  publishes boolean not null,       -- at the end of its plan, by itself
  publish_after_minutes int not null check (publish_after_minutes > 0),
  steps_taken int not null default 0 check (steps_taken >= 0),
  because text not null check (length(because) <= 500),
  started_at timestamptz not null,
  started_by text not null check (length(started_by) between 1 and 120),
  looked_at timestamptz,
  verdict text not null default 'too_few' check (verdict in ('too_few', 'holds', 'falls')),
  holds_since timestamptz,          -- since the first look at this share that said so; none has said otherwise
  ended_at timestamptz,
  ended_by text check (length(ended_by) between 1 and 120),
  ending text check (ending in ('rolled_back', 'stopped', 'published')),
  ending_because text check (length(ending_because) <= 500),
  figures jsonb,                    -- what was counted when it ended
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, tried_id) references routing.rulebook (tenant_id, id),
  foreign key (tenant_id, usual_id) references routing.rulebook (tenant_id, id),
  check (tried_id <> usual_id),
  constraint a_guard_guards check (num_nonnulls(least, below_others) > 0),
  constraint an_end_is_whole check (num_nonnulls(ended_at, ended_by, ending, ending_because, figures) in (0, 5)),
  constraint rolled_back_for_falling check (ending is distinct from 'rolled_back' or verdict = 'falls'),
  constraint a_fall_ends_it check (verdict <> 'falls' or ending is not null),
  check (verdict <> 'holds' or holds_since is not null)
);
create unique index trial_one on routing.trial (tenant_id) where ended_at is null;
create index trial_begun on routing.trial (tenant_id, started_at, id);
create index trial_of_tried on routing.trial (tenant_id, tried_id);
create index trial_of_usual on routing.trial (tenant_id, usual_id);
select base.isolate('routing.trial');
revoke delete on routing.trial from guichet_server;

-- The plan: after it has held for so long, the next share.
create table routing.trial_step (
  tenant_id uuid not null,
  trial_id uuid not null,
  place int not null check (place between 1 and 10),
  share_per_mille int not null check (share_per_mille between 10 and 990),
  after_minutes int not null check (after_minutes > 0),
  primary key (tenant_id, trial_id, place),
  foreign key (tenant_id, trial_id) references routing.trial (tenant_id, id)
);
select base.isolate('routing.trial_step');
revoke update, delete on routing.trial_step from guichet_server;

-- Which share it had from when on.
create table routing.trial_share (
  tenant_id uuid not null,
  trial_id uuid not null,
  place int not null check (place > 0),
  at timestamptz not null,
  share_per_mille int not null check (share_per_mille between 10 and 990),
  how text not null check (how in ('began', 'by_hand', 'by_plan')),
  by text not null check (length(by) between 1 and 120),
  primary key (tenant_id, trial_id, place),
  foreign key (tenant_id, trial_id) references routing.trial (tenant_id, id),
  check ((place = 1) = (how = 'began'))
);
select base.isolate('routing.trial_share');
revoke update, delete on routing.trial_share from guichet_server;

-- What is over stays as it was, what was agreed when it began is not changed on the way, and a share changes only with its own row of history.
create function routing.trial_goes_forward() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'a trial that is over does not change' using errcode = 'check_violation', constraint = 'trial_over';
  end if;
  if (new.tried_id, new.usual_id, new.formula, new.window_minutes, new.fewest, new.started_at, new.started_by)
       is distinct from (old.tried_id, old.usual_id, old.formula, old.window_minutes, old.fewest, old.started_at, old.started_by)
     or (new.least, new.below_others) is distinct from (old.least, old.below_others) or new.steps_taken < old.steps_taken then
    raise exception 'what was agreed when a trial began stays' using errcode = 'check_violation', constraint = 'trial_as_agreed';
  end if;
  return new;
end $$;
create trigger trial_goes_forward before update on routing.trial for each row execute function routing.trial_goes_forward();

create function routing.trial_share_is_told() returns trigger language plpgsql as $$
declare told int;
begin
  select s.share_per_mille into told from routing.trial_share s
    where s.tenant_id = new.tenant_id and s.trial_id = new.id order by s.place desc limit 1;
  if told is distinct from (select t.share_per_mille from routing.trial t where t.tenant_id = new.tenant_id and t.id = new.id) then
    raise exception 'the share of a trial is not the last one told' using errcode = 'check_violation', constraint = 'trial_share_told';
  end if;
  return null;
end $$;
create constraint trigger trial_share_is_told after insert or update of share_per_mille on routing.trial deferrable initially deferred
  for each row execute function routing.trial_share_is_told();

-- While a version is on trial, the rules beside it stay what they are: the two would no longer be compared.
create function routing.rules_stay_during_trial() returns trigger language plpgsql as $$
begin
  if exists (select from routing.trial t where t.tenant_id = new.tenant_id and t.ended_at is null) then
    raise exception 'a trial is under way' using errcode = 'check_violation', constraint = 'rules_in_trial';
  end if;
  return new;
end $$;
create trigger rules_stay_during_trial before insert on routing.in_force for each row execute function routing.rules_stay_during_trial();
