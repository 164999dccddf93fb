-- Projects, and points of contact that may be a team, with a chain of deputies, of a customer, a company or a project.
create table customers.project (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  folded text collate "C" not null,
  customer_id uuid,
  company_id uuid,
  since date not null,
  until date check (until >= since), -- the last day
  version int not null default 1 check (version > 0),
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  foreign key (tenant_id, company_id) references customers.company (tenant_id, id),
  constraint project_of_one check (num_nonnulls(customer_id, company_id) = 1)
);
create index project_name on customers.project (tenant_id, folded, id);
create index project_customer on customers.project (tenant_id, customer_id) where customer_id is not null;
create index project_company on customers.project (tenant_id, company_id) where company_id is not null;
select base.isolate('customers.project');
revoke delete on customers.project from guichet_server;

alter table customers.point_of_contact
  add project_id uuid,
  add team_id uuid,
  add because text not null default 'named' check (because in ('named', 'passed')),
  alter person_id drop not null, -- of a team: the member it shows; null: whoever is here
  add foreign key (tenant_id, project_id) references customers.project (tenant_id, id),
  add foreign key (tenant_id, team_id) references staff.team (tenant_id, id),
  add constraint somebody_answers check (person_id is not null or team_id is not null),
  drop constraint point_of_contact_check,
  add constraint contact_of_one check (num_nonnulls(customer_id, company_id, project_id) = 1),
  add constraint one_contact_of_a_project exclude using gist
    (tenant_id with =, project_id with =, tstzrange(valid_from, valid_to) with &&) where (project_id is not null);
create index point_of_contact_project on customers.point_of_contact (tenant_id, project_id, valid_from) where project_id is not null;
create index point_of_contact_team on customers.point_of_contact (tenant_id, team_id) where team_id is not null;
create index point_of_contact_begun on customers.point_of_contact (tenant_id, valid_from, id);

-- Who stands in, in this order, before anybody is looked for.
create table customers.contact_deputy (
  tenant_id uuid not null,
  contact_id uuid not null,
  position int not null check (position between 1 and 5),
  person_id uuid,
  team_id uuid,
  primary key (tenant_id, contact_id, position),
  foreign key (tenant_id, contact_id) references customers.point_of_contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, team_id) references staff.team (tenant_id, id),
  constraint one_deputy_a_place check (num_nonnulls(person_id, team_id) = 1),
  constraint deputy_person_once unique (tenant_id, contact_id, person_id),
  constraint deputy_team_once unique (tenant_id, contact_id, team_id)
);
create index contact_deputy_person on customers.contact_deputy (tenant_id, person_id) where person_id is not null;
create index contact_deputy_team on customers.contact_deputy (tenant_id, team_id) where team_id is not null;
select base.isolate('customers.contact_deputy');
insert into customers.contact_deputy (tenant_id, contact_id, position, person_id)
  select tenant_id, id, 1, deputy_id from customers.point_of_contact where deputy_id is not null;
alter table customers.point_of_contact drop column deputy_id;

-- Whoever answers or deputises is still here, is held until the commit, and does not deputise for themselves.
create function customers.contact_is_here() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  contact customers.point_of_contact;
begin
  if tg_table_name = 'point_of_contact' then contact := new;
  else select * into contact from customers.point_of_contact c where c.tenant_id = new.tenant_id and c.id = new.contact_id;
  end if;
  if contact.id is null then return null; end if; -- taken back within the same transaction
  if exists (select from customers.contact_deputy d where d.tenant_id = contact.tenant_id and d.contact_id = contact.id
      and (d.person_id = contact.person_id or d.team_id = contact.team_id)) then
    raise exception 'nobody is their own deputy' using errcode = '23514', constraint = 'nobody_is_his_own_deputy';
  end if;
  if new.person_id is not null and not exists (
      select from staff.person p where p.tenant_id = new.tenant_id and p.id = new.person_id and p.left_at is null for share)
    or new.team_id is not null and not exists (
      select from staff.team t where t.tenant_id = new.tenant_id and t.id = new.team_id and t.closed_at is null for share) then
    raise exception 'whoever answers must be here' using errcode = '23514', constraint = 'contact_is_here';
  end if;
  return null;
end $$;
create constraint trigger contact_is_here after insert or update of person_id, team_id on customers.point_of_contact
  deferrable initially deferred for each row execute function customers.contact_is_here();
create constraint trigger contact_deputy_is_here after insert or update on customers.contact_deputy
  deferrable initially deferred for each row execute function customers.contact_is_here();

-- Nobody leaves, and no team closes, while a customer, a company or a project counts on them.
create function customers.nobody_leaves_contacts() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  person uuid := case when tg_table_name = 'person' then new.id end;
  team uuid := case when tg_table_name = 'team' then new.id end;
  at timestamptz := case when tg_table_name = 'person' then (to_jsonb(new) ->> 'left_at')::timestamptz else (to_jsonb(new) ->> 'closed_at')::timestamptz end;
begin
  if exists (
    select from customers.point_of_contact c
    where c.tenant_id = new.tenant_id and (c.person_id = person or c.team_id = team) and (c.valid_to is null or c.valid_to > at)
  ) or exists (
    select from customers.contact_deputy d join customers.point_of_contact c on c.tenant_id = d.tenant_id and c.id = d.contact_id
    where d.tenant_id = new.tenant_id and (d.person_id = person or d.team_id = team) and (c.valid_to is null or c.valid_to > at)
  ) then
    raise exception 'customers still count on who leaves' using errcode = '23514', constraint = 'nobody_leaves_contacts';
  end if;
  return null;
end $$;
create constraint trigger nobody_leaves_contacts after update of left_at on staff.person
  deferrable initially deferred for each row when (new.left_at is not null) execute function customers.nobody_leaves_contacts();
create constraint trigger no_team_closes_on_contacts after update of closed_at on staff.team
  deferrable initially deferred for each row when (new.closed_at is not null) execute function customers.nobody_leaves_contacts();
