-- What is in a portfolio is shown as it was when it was offered: a name, a customer, a company.
alter table handovers.item add column shown jsonb not null check (jsonb_typeof(shown) = 'object');
create index item_of_customer on handovers.item (tenant_id, portfolio_id, (shown -> 'customer' ->> 'id'), position) where kind = 'case';
