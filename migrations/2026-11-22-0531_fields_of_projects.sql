-- Projects have fields as cases, customers and companies do.
alter table fields.value add constraint value_of_a_project
  foreign key (tenant_id, project_id) references customers.project (tenant_id, id);
