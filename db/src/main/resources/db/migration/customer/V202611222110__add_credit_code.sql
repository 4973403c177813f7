alter table customer add column credit_code text;
create index customer_credit_code_idx on customer (credit_code) where credit_code is not null;
comment on column customer.credit_code is 'Unified social credit code (GB 32100), 18 characters. Branches may share the one of their company.';
