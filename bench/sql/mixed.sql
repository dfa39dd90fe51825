-- A million rows of seven columns of the usual types.
select i::bigint a, (i % 1000)::int b, 'user_' || i c, (i * 7919 % 1000003) / 1000.0::double d, (i * 7 /
100)::decimal(18, 2) e, timestamp '2020-01-01' + interval (i * 1000003) microseconds f, i % 3 = 0 g from
range(1000000) t(i)
