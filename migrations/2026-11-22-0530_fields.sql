-- What a house wants to know beyond what everybody knows. A value is of its field's kind and of its field's subject, or it cannot be written.
create schema fields;
grant usage on schema fields to guichet_server;

create table fields.field (
  tenant_id uuid not null,
  id uuid not null,
  subject text not null check (subject in ('case', 'customer', 'company', 'project')),
  kind text not null check (kind in ('text', 'long_text', 'number', 'money', 'date', 'choice', 'choices', 'yes_no', 'person', 'link')),
  name_fr text not null check (length(btrim(name_fr)) between 1 and 120),
  name_en text not null check (length(btrim(name_en)) between 1 and 120),
  help_fr text not null default '' check (length(help_fr) <= 500),
  help_en text not null default '' check (length(help_en) <= 500),
  group_fr text not null default '' check (length(group_fr) <= 120),
  group_en text not null default '' check (length(group_en) <= 120),
  position int not null check (position >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  required_at_closing boolean not null default false,
  remind_working_days int check (remind_working_days between 0 and 250),
  remind_way text check (remind_way in ('tell', 'open')),
  remind_what_fr text check (length(remind_what_fr) <= 200),
  remind_what_en text check (length(remind_what_en) <= 200),
  made_at timestamptz not null,
  retired_at timestamptz check (retired_at >= made_at),
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, id, subject, kind),
  constraint only_cases_are_closed check (not required_at_closing or subject = 'case'),
  constraint only_money_has_a_currency check (currency is null or kind = 'money'),
  constraint only_a_date_reminds check (remind_way is null or kind = 'date'),
  constraint reminding_is_whole check (num_nonnulls(remind_working_days, remind_way, remind_what_fr, remind_what_en) in (0, 4))
);
create unique index field_name_fr on fields.field (tenant_id, subject, lower(name_fr)) where retired_at is null;
create unique index field_name_en on fields.field (tenant_id, subject, lower(name_en)) where retired_at is null;
create index field_needed on fields.field (tenant_id) where required_at_closing and retired_at is null;
select base.isolate('fields.field');
revoke delete on fields.field from guichet_server;

-- Asked for cases of these reasons only; no row: for all.
create table fields.field_reason (
  tenant_id uuid not null,
  field_id uuid not null,
  subject text not null default 'case' check (subject = 'case'),
  kind text not null,
  reason_id uuid not null,
  primary key (tenant_id, field_id, reason_id),
  foreign key (tenant_id, field_id, subject, kind) references fields.field (tenant_id, id, subject, kind),
  foreign key (tenant_id, reason_id) references cases.reason (tenant_id, id)
);
select base.isolate('fields.field_reason');

create table fields.option (
  tenant_id uuid not null,
  id uuid not null,
  field_id uuid not null,
  subject text not null,
  kind text not null check (kind in ('choice', 'choices')),
  name_fr text not null check (length(btrim(name_fr)) between 1 and 120),
  name_en text not null check (length(btrim(name_en)) between 1 and 120),
  colour text not null check (colour in ('neutral', 'accent', 'good', 'promise', 'danger')),
  position int not null check (position >= 0),
  retired_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, field_id, id),
  foreign key (tenant_id, field_id, subject, kind) references fields.field (tenant_id, id, subject, kind)
);
create index option_of_field on fields.option (tenant_id, field_id, position);
select base.isolate('fields.option');
revoke delete on fields.option from guichet_server;

-- What was filled in. Emptied is not deleted: the row stays, so that its version goes on and its history has a place.
create table fields.value (
  tenant_id uuid not null,
  id uuid not null,                -- of the clock of its date, too
  field_id uuid not null,
  subject text not null,
  kind text not null,
  case_id uuid,
  customer_id uuid,
  company_id uuid,
  project_id uuid,
  of_id uuid not null generated always as (coalesce(case_id, customer_id, company_id, project_id)) stored,
  words text,                      -- of text, long_text and link
  number numeric(21, 6),
  cents bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  date date check (date between '1900-01-01' and '2199-12-31'),
  option_id uuid,
  chosen int check (chosen > 0),   -- of choices: how many, each a row of fields.chosen
  yes boolean,
  person_id uuid,
  set_at timestamptz not null,
  set_by text not null,
  set_by_id uuid,                  -- a person of ours
  emptied_at timestamptz,
  remind_at timestamptz,
  reminded_for date,               -- the date it spoke up for: it speaks once for each
  reminded_at timestamptz,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, field_id, of_id),
  unique (tenant_id, id),
  foreign key (tenant_id, field_id, subject, kind) references fields.field (tenant_id, id, subject, kind),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  foreign key (tenant_id, company_id) references customers.company (tenant_id, id),
  foreign key (tenant_id, field_id, option_id) references fields.option (tenant_id, field_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, set_by_id) references staff.person (tenant_id, id),
  constraint of_its_subject check (
    num_nonnulls(case_id, customer_id, company_id, project_id) = 1
    and case subject when 'case' then case_id is not null when 'customer' then customer_id is not null
      when 'company' then company_id is not null else project_id is not null end),
  constraint of_its_kind check (
    case when emptied_at is not null then num_nonnulls(words, number, cents, currency, date, option_id, chosen, yes, person_id) = 0
    else num_nonnulls(words, number, cents, date, option_id, chosen, yes, person_id) = 1 and (cents is null) = (currency is null)
      and case kind
        when 'text' then words is not null and length(words) between 1 and 500 and words !~ '[\r\n]'
        when 'long_text' then words is not null and length(words) between 1 and 20000
        when 'link' then words is not null and length(words) <= 2000 and words ~ '^https?://[^[:space:]]+$'
        when 'number' then number is not null
        when 'money' then cents is not null
        when 'date' then date is not null
        when 'choice' then option_id is not null
        when 'choices' then chosen is not null
        when 'yes_no' then yes is not null
        else person_id is not null
      end
    end),
  constraint only_a_date_speaks_up check (remind_at is null or date is not null),
  constraint speaking_up_is_whole check ((reminded_for is null) = (reminded_at is null))
);
create index value_of on fields.value (tenant_id, of_id);
create index value_date on fields.value (tenant_id, field_id, date, of_id) where date is not null;
create index value_number on fields.value (tenant_id, field_id, number, of_id) where number is not null;
create index value_cents on fields.value (tenant_id, field_id, cents, of_id) where cents is not null;
create index value_option on fields.value (tenant_id, field_id, option_id, of_id) where option_id is not null;
create index value_yes on fields.value (tenant_id, field_id, yes, of_id) where yes is not null;
create index value_person on fields.value (tenant_id, field_id, person_id, of_id) where person_id is not null;
create index value_words on fields.value (tenant_id, field_id, lower(left(words, 200)), of_id) where words is not null;
create index value_filled on fields.value (tenant_id, field_id, of_id) where emptied_at is null;
create index value_to_remind on fields.value (tenant_id, remind_at) where remind_at is not null;
select base.isolate('fields.value');
revoke delete on fields.value from guichet_server;

create table fields.chosen (
  tenant_id uuid not null,
  field_id uuid not null,
  of_id uuid not null,
  option_id uuid not null,
  primary key (tenant_id, field_id, of_id, option_id),
  foreign key (tenant_id, field_id, of_id) references fields.value (tenant_id, field_id, of_id) deferrable initially deferred,
  foreign key (tenant_id, field_id, option_id) references fields.option (tenant_id, field_id, id)
);
create index chosen_option on fields.chosen (tenant_id, field_id, option_id, of_id);
select base.isolate('fields.chosen');

-- As many are chosen as the value says, at commit.
create function fields.chosen_are_counted(tenant uuid, field uuid, thing uuid) returns void language plpgsql set search_path = pg_catalog as $$
begin
  if (select count(*) from fields.chosen c where c.tenant_id = tenant and c.field_id = field and c.of_id = thing)
    <> coalesce((select v.chosen from fields.value v where v.tenant_id = tenant and v.field_id = field and v.of_id = thing), 0)
  then raise exception 'what was chosen is not what the value counts' using errcode = '23514', constraint = 'chosen_are_counted';
  end if;
end $$;
create function fields.value_counts() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform fields.chosen_are_counted(new.tenant_id, new.field_id, new.of_id);
  return null;
end $$;
create function fields.chosen_counts() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform fields.chosen_are_counted(coalesce(new.tenant_id, old.tenant_id), coalesce(new.field_id, old.field_id), coalesce(new.of_id, old.of_id));
  return null;
end $$;
create constraint trigger value_counts after insert or update of chosen on fields.value
  deferrable initially deferred for each row when (new.kind = 'choices') execute function fields.value_counts();
create constraint trigger chosen_counts after insert or update or delete on fields.chosen
  deferrable initially deferred for each row execute function fields.chosen_counts();

-- What it was, what it became, as one reads it and as it was kept. Added to, never changed.
create table fields.change (
  tenant_id uuid not null,
  id uuid not null,
  field_id uuid not null,
  of_id uuid not null,
  before jsonb not null check (jsonb_typeof(before) = 'object'), -- {value, fr, en}
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  at timestamptz not null,
  by text not null,
  by_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, field_id, of_id) references fields.value (tenant_id, field_id, of_id),
  foreign key (tenant_id, by_id) references staff.person (tenant_id, id)
);
create index change_of on fields.change (tenant_id, of_id, id);
select base.isolate('fields.change');
revoke update, delete on fields.change from guichet_server;

-- Nobody of ours closes a case over a field that is asked before. Programs do, and customers: it is not theirs to fill in.
create function fields.missing_of(tenant uuid, of_case uuid) returns jsonb language sql stable set search_path = pg_catalog as $$
  select jsonb_agg(jsonb_build_object('id', f.id, 'fr', f.name_fr, 'en', f.name_en) order by f.position, f.id)
  from fields.field f
  where f.tenant_id = tenant and f.required_at_closing and f.retired_at is null
    and (not exists (select from fields.field_reason r where r.tenant_id = tenant and r.field_id = f.id)
      or exists (
        select from fields.field_reason r join cases."case" c on c.tenant_id = r.tenant_id and c.reason_id = r.reason_id
        where r.tenant_id = tenant and r.field_id = f.id and c.id = of_case))
    and not exists (
      select from fields.value v where v.tenant_id = tenant and v.field_id = f.id and v.of_id = of_case and v.emptied_at is null)
$$;
create function fields.filled_in_first() returns trigger language plpgsql set search_path = pg_catalog as $$
declare missing jsonb;
begin
  if not exists (select from fields.field f where f.tenant_id = new.tenant_id and f.required_at_closing and f.retired_at is null)
    or new.closed_by !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' -- a program by its name
  then return null;
  end if;
  missing := fields.missing_of(new.tenant_id, new.id);
  if missing is not null
  then raise exception 'fields that are asked before are still empty' using errcode = '23514', constraint = 'case_is_complete', detail = missing::text;
  end if;
  return null;
end $$;
create trigger filled_in_first after update of closed_at on cases."case"
  for each row when (new.closed_at is not null and old.closed_at is null) execute function fields.filled_in_first();

-- A list of cases that has a name: somebody's, or everybody's.
create table fields.view (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 80),
  owner_id uuid,
  shared_at timestamptz,
  filter jsonb not null check (jsonb_typeof(filter) = 'object'),
  columns jsonb not null check (jsonb_typeof(columns) = 'array'),
  sort jsonb not null check (jsonb_typeof(sort) = 'object'),
  in_rail boolean not null,
  position int not null check (position >= 0),
  made_at timestamptz not null,
  made_by text not null,
  retired_at timestamptz,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references staff.person (tenant_id, id),
  constraint somebody_sees_it check (owner_id is not null or shared_at is not null)
);
create unique index view_name_mine on fields.view (tenant_id, owner_id, lower(name)) where retired_at is null and shared_at is null;
create unique index view_name_shared on fields.view (tenant_id, lower(name)) where retired_at is null and shared_at is not null;
create index view_seen on fields.view (tenant_id, owner_id, position) where retired_at is null;
select base.isolate('fields.view');
revoke delete on fields.view from guichet_server;
