-- Places of open streams over all processes; a changed list of networks is told at once.

create unlogged table open_streams (id uuid primary key, holder uuid not null, process uuid not null, ends_at timestamptz not null);
--> statement
create index open_streams_holder on open_streams (holder);
--> statement
create or replace function tf_take_stream(new_id uuid, whose uuid, asking uuid, still_open uuid[], most int, seconds int) returns int language plpgsql as $$
  declare taken int;
  begin
    perform pg_advisory_xact_lock(hashtextextended('stream ' || whose, 0));
    delete from open_streams where holder = whose and (ends_at < now() or (process = asking and not (id = any(still_open))));
    select count(*) into taken from open_streams where holder = whose;
    if taken >= most then return taken; end if;
    insert into open_streams values (new_id, whose, asking, now() + make_interval(secs => seconds));
    return null;
  end $$;
--> statement
create or replace function tf_networks_changed() returns trigger language plpgsql as $$ begin
    if coalesce(new.key, old.key) = 'security.adminNetworks' then perform pg_notify('tf_access', ''); end if;
    return null; end $$;
--> statement
create trigger "tf_networks_changed" after insert or update or delete on "settings" for each row execute function tf_networks_changed();
