create schema sales;
create type mood as enum ('sad', 'ok', 'happy');
create table t (
  id bigint not null,
  name varchar(20) default 'x',
  amount numeric(10,2),
  at timestamptz,
  tags text[],
  feeling mood,
  constraint t_key primary key (id),
  constraint t_name_key unique (name)
);
comment on table t is 'a table';
comment on column t.name is 'what it is called';
create view v as select id, name from t;
comment on view v is 'a view';
create table sales.orders (
  order_id integer not null,
  t_id bigint not null,
  placed date,
  constraint orders_key primary key (order_id),
  constraint orders_t_fkey foreign key (t_id) references t (id)
);
insert into t values (1, 'one', 1.50, '2024-01-02 03:04:05+00', '{a,b}', 'ok'), (2, 'two', null, null, null, null);
insert into sales.orders values (10, 1, '2024-05-06'), (11, 2, null);
