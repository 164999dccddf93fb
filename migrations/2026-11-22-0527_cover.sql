-- Who covers what while somebody is away, what they find on their return, and the steps by which somebody leaves the house.
create schema cover;
grant usage on schema cover to guichet_server;
-- A deputy may be named for a case for the time of an absence, and the one before again after it.
grant update (deputy_is_named) on cases.ownership to guichet_server;

-- Chosen for one thing, where the rule finds nobody or somebody else fits better. Everything else is covered by the rule.
create table cover.choice (
  tenant_id uuid not null,
  id uuid not null,
  absence_id uuid not null,
  kind text not null check (kind in ('case', 'contact')),
  about_id uuid not null,           -- the case; the customer, company or project of the point of contact
  person_id uuid not null,          -- who covers it
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  chosen_at timestamptz not null,
  chosen_by text not null,
  applied_at timestamptz,           -- from then on it counts: the absence is approved
  before_id uuid,                   -- the deputy named for the case before, who is again after
  ended_at timestamptz,             -- the absence is over, called off, or somebody else was chosen
  primary key (tenant_id, id),
  foreign key (tenant_id, absence_id) references staff.absence (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, before_id) references staff.person (tenant_id, id)
);
create unique index choice_one on cover.choice (tenant_id, absence_id, kind, about_id) where ended_at is null;
create index choice_person on cover.choice (tenant_id, person_id) where ended_at is null;
select base.isolate('cover.choice');
revoke delete on cover.choice from guichet_server;

-- That an absence was approved with its cover looked at: by whom, and why although something is covered by nobody.
create table cover.approval (
  tenant_id uuid not null,
  absence_id uuid not null,
  approved_at timestamptz not null,
  approved_by text not null,
  gaps int not null check (gaps >= 0),
  because text check (length(because) <= 1000),
  primary key (tenant_id, absence_id),
  foreign key (tenant_id, absence_id) references staff.absence (tenant_id, id),
  constraint gaps_need_a_reason check (gaps = 0 or length(btrim(because)) > 0)
);
select base.isolate('cover.approval');
revoke update, delete on cover.approval from guichet_server;

-- Somebody came back: what happened meanwhile waits for them to read it.
create table cover.homecoming (
  tenant_id uuid not null,
  absence_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  until timestamptz not null check (until > since),
  read_at timestamptz,
  primary key (tenant_id, absence_id),
  foreign key (tenant_id, absence_id) references staff.absence (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
create index homecoming_unread on cover.homecoming (tenant_id, person_id, until desc) where read_at is null;
select base.isolate('cover.homecoming');
revoke delete on cover.homecoming from guichet_server;

create table cover.departure (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  last_day date not null,
  begun_at timestamptz not null,
  begun_by text not null,
  finished_at timestamptz,
  finished_by text,
  called_off_at timestamptz,
  called_off_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check ((finished_at is null) = (finished_by is null)),
  check ((called_off_at is null) = (called_off_by is null)),
  check (num_nonnulls(finished_at, called_off_at) <= 1)
);
create unique index departure_one on cover.departure (tenant_id, person_id) where finished_at is null and called_off_at is null;
select base.isolate('cover.departure');
revoke delete on cover.departure from guichet_server;

-- What was offered on the way out: each portfolio belongs to the departure it clears.
create table cover.departure_offer (
  tenant_id uuid not null,
  departure_id uuid not null,
  portfolio_id uuid not null,
  primary key (tenant_id, departure_id, portfolio_id),
  foreign key (tenant_id, departure_id) references cover.departure (tenant_id, id),
  foreign key (tenant_id, portfolio_id) references handovers.portfolio (tenant_id, id)
);
select base.isolate('cover.departure_offer');
revoke update, delete on cover.departure_offer from guichet_server;
