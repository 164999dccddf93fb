-- Brands and their doors to the world. A door names who answers for what nobody else answers for.
create schema brands;
grant usage on schema brands to guichet_server, guichet_dispatcher;

create table brands.brand (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('fr', 'en')),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  signature text not null default '' check (length(signature) <= 4000),
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id)
);
create unique index brand_name on brands.brand (tenant_id, lower(name)) where closed_at is null;
select base.isolate('brands.brand');

create table brands.entry_point (
  tenant_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  kind text not null check (kind in ('email', 'form', 'chat', 'phone', 'sms', 'social', 'letter', 'visit', 'video')),
  name text not null check (length(name) between 1 and 200),
  address text check (length(address) between 1 and 320),
  accepts_any boolean not null default false,
  calendar_id uuid,
  duty_person_id uuid not null,
  zone text not null check (length(zone) between 1 and 64),
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id),
  foreign key (tenant_id, calendar_id) references calendars.calendar (tenant_id, id),
  foreign key (tenant_id, duty_person_id) references staff.person (tenant_id, id),
  constraint only_mail_accepts_any check (not accepts_any or kind = 'email'),
  constraint a_mail_door_has_an_address check (kind <> 'email' or address is not null or accepts_any)
);
-- A mail address leads to one tenant of the installation, or the mail door could not tell whose it is: no tenant in these two keys.
create unique index entry_point_email on brands.entry_point (lower(address)) where kind = 'email' and closed_at is null;
create unique index entry_point_accepts_any on brands.entry_point (accepts_any) where accepts_any and closed_at is null;
create unique index entry_point_address on brands.entry_point (tenant_id, kind, lower(address)) where closed_at is null;
create index entry_point_brand on brands.entry_point (tenant_id, brand_id);
create index entry_point_duty on brands.entry_point (tenant_id, duty_person_id) where closed_at is null;
select base.isolate('brands.entry_point');
select base.show_dispatcher('brands.entry_point', 'select (tenant_id, id, kind, address, accepts_any, closed_at)');

-- Whose turn it is at a door: every week at the same time (wall clock of the entry point's zone), or once.
create table brands.duty_turn (
  tenant_id uuid not null,
  id uuid not null,
  entry_point_id uuid not null,
  person_id uuid not null,
  weekday int check (weekday between 1 and 7),
  starts_minute int check (starts_minute between 0 and 1439),
  ends_minute int check (ends_minute > starts_minute and ends_minute <= starts_minute + 1440),
  starts_at timestamptz,
  ends_at timestamptz check (ends_at > starts_at),
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_point_id) references brands.entry_point (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  constraint weekly_or_once check (
    (num_nulls(weekday, starts_minute, ends_minute) = 0 and num_nonnulls(starts_at, ends_at) = 0)
    or (num_nonnulls(weekday, starts_minute, ends_minute) = 0 and num_nulls(starts_at, ends_at) = 0))
);
create index duty_turn_entry_point on brands.duty_turn (tenant_id, entry_point_id, id);
create index duty_turn_person on brands.duty_turn (tenant_id, person_id);
select base.isolate('brands.duty_turn');
