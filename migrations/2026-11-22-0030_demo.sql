-- Houses that are demonstrations. Everything in them is made up, and they alone may be removed as a whole.
create schema demo;
grant usage on schema demo to guichet_server, guichet_dispatcher;

create table demo.house (
  tenant_id uuid not null primary key,
  seed int not null,
  made_at timestamptz not null,
  furnished_at timestamptz, -- null: the furnishing was interrupted
  letters int not null default 0 -- how many its customers have written since, so that no letter is written twice
);
select base.isolate('demo.house');
revoke update, delete on demo.house from guichet_server;
grant update (furnished_at, letters) on demo.house to guichet_server;
select base.show_dispatcher('demo.house', 'select');

-- A house is a demonstration from its first moment, before anybody can sign in to it, or never: no real one becomes removable later.
create function demo.before_anybody_is_in() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from access.account a where a.tenant_id = new.tenant_id)
    or exists (select from cases."case" c where c.tenant_id = new.tenant_id)
  then raise exception 'a house where somebody already is cannot become a demonstration' using errcode = '23514', constraint = 'demonstration_from_the_start';
  end if;
  return new;
end $$;
create trigger before_anybody_is_in before insert on demo.house for each row execute function demo.before_anybody_is_in();

-- Deletes every row of the running transaction's tenant, in whatever table of whatever room, append-only ones included: hence with the
-- owner's rights, and hence only for a demonstration. A table whose rows are still pointed at is tried again, and all the others with it:
-- somebody may have been writing meanwhile.
create function demo.remove() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tables text[];
  target text;
  touched bigint;
  before bigint;
  total bigint := 0;
  held boolean := true;
begin
  perform 1 from demo.house h where h.tenant_id = (select base.tenant()) for update;
  if not found then
    raise exception 'only a demonstration may be removed' using errcode = '42501';
  end if;
  select array_agg(format('%I.%I', n.nspname, c.relname) order by c.oid desc) into tables -- younger tables point at older ones
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped);
  while held loop
    held := false;
    before := total;
    foreach target in array tables loop
      begin
        execute format('delete from %s where tenant_id = (select base.tenant())', target);
        get diagnostics touched = row_count;
        total := total + touched;
      exception when foreign_key_violation then held := true;
      end;
    end loop;
    if held and total = before then raise exception 'rows hold each other'; end if;
  end loop;
  return total;
end $$;
revoke execute on function demo.remove() from public;
grant execute on function demo.remove() to guichet_server;
