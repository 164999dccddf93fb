-- What the lists of a desk walk along, so that they read the lines they show and no others.
create index case_owner_recent on cases."case" (tenant_id, owner_id, last_at desc, id desc) where closed_at is not null;
create index case_brand_open on cases."case" (tenant_id, brand_id, last_at desc, id desc) where closed_at is null;
