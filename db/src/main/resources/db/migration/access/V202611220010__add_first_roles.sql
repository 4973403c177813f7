-- The roles that a new installation starts with; every right can be changed afterwards.
insert into role (id, code, name, administrator) values
  ('01000000-0000-7000-8000-000000000001', 'administrator', '管理员 Administrator', true),
  ('01000000-0000-7000-8000-000000000002', 'manager', '主管 Manager', false),
  ('01000000-0000-7000-8000-000000000003', 'sales', '销售 Sales', false),
  ('01000000-0000-7000-8000-000000000004', 'reader', '只读 Reader', false);

insert into role_object (role_id, object, read_scope, create_allowed, update_scope, delete_scope, import_allowed, export_allowed)
select '01000000-0000-7000-8000-000000000002'::uuid, object, 'subtree', true, 'subtree', 'subtree', true, true
from unnest(array['customer', 'contact', 'order', 'orderLine', 'activity']) object
union all
select '01000000-0000-7000-8000-000000000003'::uuid, object, 'own', true, 'own', 'none', false, false
from unnest(array['customer', 'contact', 'order', 'orderLine', 'activity']) object
union all
select '01000000-0000-7000-8000-000000000004'::uuid, object, 'subtree', false, 'none', 'none', false, false
from unnest(array['customer', 'contact', 'order', 'orderLine', 'activity']) object
union all
select role.id, object, 'all', false, 'none', 'none', false, false
from role cross join unnest(array['product', 'user', 'unit']) object
where not role.administrator;

insert into role_permission (role_id, permission)
select '01000000-0000-7000-8000-000000000002'::uuid, permission
from unnest(array['value.read', 'import', 'recycle']) permission
union all
select role.id, 'value.read' from role where code in ('sales', 'reader');
