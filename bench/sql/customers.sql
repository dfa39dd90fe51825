-- And who ordered.
select i::int as customer_key, 'Customer ' || i as name, (i * 7 % 25)::int nation_key, ['AUTOMOBILE',
'BUILDING', 'FURNITURE', 'HOUSEHOLD', 'MACHINERY'][i * 3 % 5 + 1] segment from range(150000) t(i)
