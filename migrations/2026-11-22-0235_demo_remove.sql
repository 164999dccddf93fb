-- Rooms have come whose rows point at each other (a form at its published version, the version at its form): all tables are emptied by one
-- statement, for PostgreSQL looks at foreign keys when a statement ends. Somebody may have been writing meanwhile: then it is done again.
create or replace function demo.remove() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  deletes text;
  counts text;
  touched bigint;
  total bigint := 0;
  tries int := 0;
begin
  perform 1 from demo.house h where h.tenant_id = (select base.tenant()) for update;
  if not found then
    raise exception 'only a demonstration may be removed' using errcode = '42501';
  end if;
  select string_agg(format('d%s as (delete from %I.%I where tenant_id = (select base.tenant()) returning 1)', c.oid, n.nspname, c.relname), ', '),
    string_agg(format('(select count(*) from d%s)', c.oid), ' + ')
  into deletes, counts
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped);
  loop
    begin
      execute format('with %s select %s', deletes, counts) into touched;
      total := total + touched;
      exit when touched = 0;
    exception when foreign_key_violation then
      tries := tries + 1;
      if tries > 20 then raise exception 'somebody keeps writing'; end if;
    end;
  end loop;
  return total;
end $$;
