-- What pg8000 1.31.6 sends, recorded.

--> reads a table
select * from t order by id;

--> reads with a parameter
-- $1 = 1
select * from sales.orders where t_id = $1;

