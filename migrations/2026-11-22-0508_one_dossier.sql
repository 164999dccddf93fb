-- Two dossiers that are one: an edge that can be taken away again. Nothing of either is rewritten; the case that was merged points at the main
-- one (flat: a main one points at none), and whoever answers for the main one answers for all that is merged into it.
create table cases.merge (
  tenant_id uuid not null,
  id uuid not null,
  main_id uuid not null,
  merged_id uuid not null,
  at timestamptz not null,
  by text not null,
  because text not null default '' check (length(because) <= 2000),
  owner_before uuid not null, -- who answered for the merged one until then, and answers again when it is undone
  was_open boolean not null,
  undone_at timestamptz check (undone_at >= at),
  undone_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, main_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, merged_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, owner_before) references staff.person (tenant_id, id),
  check (main_id <> merged_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index merged_once on cases.merge (tenant_id, merged_id) where undone_at is null;
create index merge_into on cases.merge (tenant_id, main_id);
select base.isolate('cases.merge');
revoke update, delete on cases.merge from guichet_server;
grant update (undone_at, undone_by) on cases.merge to guichet_server;

alter table cases."case" add column main_id uuid check (main_id <> id);
alter table cases."case" add constraint main_is_a_case foreign key (tenant_id, main_id) references cases."case" (tenant_id, id) deferrable initially deferred;
create index case_merged_into on cases."case" (tenant_id, main_id) where main_id is not null;

-- Looks at one case as it stands at commit: merged by an edge that stands, into one that is merged into none, answered for by the same person.
create function cases.one_dossier_holds(tenant uuid, of_case uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare found record; main record;
begin
  select c.id, c.main_id, c.owner_id into found from cases."case" c where c.tenant_id = tenant and c.id = of_case;
  if (found.main_id is not null) <> exists (
    select from cases.merge m where m.tenant_id = tenant and m.merged_id = of_case and m.undone_at is null)
  then raise exception 'a case is merged by an edge, and no longer than it stands' using errcode = '23514', constraint = 'merged_by_an_edge';
  end if;
  if found.main_id is not null then
    select c.main_id, c.owner_id into main from cases."case" c where c.tenant_id = tenant and c.id = found.main_id for share;
    if main.main_id is not null or main.owner_id <> found.owner_id
    then raise exception 'what is merged is answered for with its main case' using errcode = '23514', constraint = 'answered_with_its_main';
    end if;
  end if;
  if exists (
    select from cases."case" c
    where c.tenant_id = tenant and c.main_id = of_case and (found.main_id is not null or c.owner_id <> found.owner_id))
  then raise exception 'what is merged is answered for with its main case' using errcode = '23514', constraint = 'answered_with_its_main';
  end if;
end $$;
create function cases.merged_case_looks() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cases.one_dossier_holds(new.tenant_id, new.id);
  return null;
end $$;
create function cases.merge_looks() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cases.one_dossier_holds(new.tenant_id, new.merged_id);
  return null;
end $$;
create constraint trigger answered_with_its_main after update of main_id, owner_id on cases."case"
  deferrable initially deferred for each row execute function cases.merged_case_looks();
create constraint trigger merged_by_an_edge after insert or update of undone_at on cases.merge
  deferrable initially deferred for each row execute function cases.merge_looks();
