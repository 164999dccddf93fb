-- A case may be about a project of its customer, or of their company: its point of contact is then the one to answer.
alter table cases."case" add project_id uuid,
  add foreign key (tenant_id, project_id) references customers.project (tenant_id, id);
create index case_project on cases."case" (tenant_id, project_id, last_at desc) where project_id is not null;
