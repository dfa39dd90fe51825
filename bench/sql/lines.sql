-- Six million lines of orders, in the manner of TPC-H.
select i / 4 as order_key, (i * 7919 % 200000)::int part_key, (i * 104729 % 10000)::int supplier_key, (i %
4)::int line_number, (i * 31 % 50 + 1)::decimal(12, 2) quantity, (i * 7907 % 10000000 / 100.0)::decimal(12,
2) extended_price, (i * 13 % 11 / 100.0)::decimal(12, 2) discount, (i * 17 % 9 / 100.0)::decimal(12, 2) tax,
['A', 'N', 'R'][i * 5 % 3 + 1] return_flag, ['F', 'O'][i * 3 % 2 + 1] line_status, date '1992-01-01' + (i *
37 % 2526)::int ship_date, date '1992-01-15' + (i * 41 % 2526)::int receipt_date, ['AIR', 'FOB', 'MAIL',
'RAIL', 'SHIP', 'TRUCK', 'REG AIR'][i * 11 % 7 + 1] ship_mode from range(6000000) t(i)
