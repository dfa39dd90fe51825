-- What node-postgres 8.23.1 sends, recorded.

--> reads tables
select * from t order by id;

-- $1 = 1
select count(*) from sales.orders where t_id = $1;

