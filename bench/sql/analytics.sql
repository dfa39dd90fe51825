-- Ten analytic queries over customers, orders and their lines.
select return_flag, line_status, sum(quantity), sum(extended_price), sum(extended_price * (1 - discount)),
avg(quantity), avg(discount), count(*) from lines where ship_date <= date '1998-09-02' group by 1, 2 order
by 1, 2;

select sum(extended_price * discount) from lines where ship_date >= date '1994-01-01' and ship_date < date
'1995-01-01' and discount between 0.05 and 0.07 and quantity < 24;

select o.priority, count(*) from orders o where o.order_date >= date '1993-07-01' and o.order_date < date
'1993-10-01' and exists (select 1 from lines l where l.order_key = o.order_key and l.ship_date <
l.receipt_date) group by 1 order by 1;

select l.order_key, sum(l.extended_price * (1 - l.discount)) as revenue, o.order_date from customers c join
orders o on c.customer_key = o.customer_key join lines l on l.order_key = o.order_key where c.segment =
'BUILDING' and o.order_date < date '1995-03-15' and l.ship_date > date '1995-03-15' group by 1, 3 order by 2
desc, 3, 1 limit 10;

select c.nation_key, sum(l.extended_price * (1 - l.discount)) from customers c join orders o using
(customer_key) join lines l using (order_key) where o.order_date >= date '1994-01-01' group by 1 order by 2
desc;

select l.ship_mode, sum(case when o.priority in ('1-URGENT', '2-HIGH') then 1 else 0 end) as high, count(*)
from orders o join lines l using (order_key) where l.ship_mode in ('MAIL', 'SHIP') and l.receipt_date >=
date '1994-01-01' and l.receipt_date < date '1995-01-01' group by 1 order by 1;

select count(*), count(distinct part_key), count(distinct supplier_key) from lines;

select date_trunc('month', ship_date) as month, ship_mode, sum(quantity), max(extended_price) from lines
group by 1, 2 order by 1, 2;

select part_key, rank() over (order by sum(extended_price) desc) as place, sum(extended_price) from lines
where ship_date >= date '1997-01-01' group by 1 order by 2, 1 limit 100;

select bucket, count(*) from (select customer_key, count(*) as bucket from orders group by 1) t group by 1
order by 1
