-- Their orders.
select i as order_key, (i * 48271 % 150000)::int customer_key, ['F', 'O', 'P'][i % 3 + 1] status, (i * 6151
% 50000000 / 100.0)::decimal(12, 2) total_price, date '1992-01-01' + (i * 29 % 2406)::int order_date,
['1-URGENT', '2-HIGH', '3-MEDIUM', '4-LOW', '5-NONE'][i * 7 % 5 + 1] priority from range(1500000) t(i)
