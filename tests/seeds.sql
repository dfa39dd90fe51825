-- Statements that a client of a streaming lake sends, as they are written in its handbook, and what comes of each:
-- its tag or its rows, as psql prints them unaligned.  /…/ is a regular expression for one row, N times /…/ for many.
-- test_seeds.py runs the file through psql.
--
-- Left out, because they run in the client and never reach a server: INSTALL, LOAD, ATTACH (TYPE AIRPORT), and the
-- two INSERTs into data.s3, a name that such an ATTACH gives; the first of them reads files that are not there, too.

CREATE SCHEMA IF NOT EXISTS demo;
-- => CREATE SCHEMA

CREATE OR REPLACE TABLE demo.bool_samples(val BOOLEAN);
-- => CREATE TABLE
INSERT INTO demo.bool_samples VALUES (TRUE),(FALSE),(TRUE),(FALSE);
-- => INSERT 0 4

CREATE OR REPLACE TABLE demo.bigint_samples(val BIGINT);
-- => CREATE TABLE
INSERT INTO demo.bigint_samples VALUES (-9223372036854775808),(0),(42),(9223372036854775807);
-- => INSERT 0 4

CREATE OR REPLACE TABLE demo.uuid_samples(val UUID);
-- => CREATE TABLE
INSERT INTO demo.uuid_samples VALUES ('00000000-0000-0000-0000-000000000000'), ('123e4567-e89b-12d3-a456-426614174000'), ('ffffffff-ffff-ffff-ffff-ffffffffffff');
-- => INSERT 0 3

CREATE OR REPLACE TABLE demo.json_samples(val JSON);
-- => CREATE TABLE
INSERT INTO demo.json_samples VALUES ('null'::JSON), ('{"a":1,"b":[1,2,3]}'::JSON), ('{"nested":{"x":10,"y":[false, true]}}'::JSON);
-- => INSERT 0 3

CREATE OR REPLACE TABLE demo.list_int_samples(val INT[]);
-- => CREATE TABLE
INSERT INTO demo.list_int_samples VALUES ([ ]),([1]),([1,2,3]),([NULL]),([5,NULL,7]);
-- => INSERT 0 5

CREATE OR REPLACE TABLE demo.struct_samples(val STRUCT(a INT, b VARCHAR, c BOOLEAN));
-- => CREATE TABLE
INSERT INTO demo.struct_samples VALUES ({a: 1, b: 'x', c: TRUE}), ({a: 42, b: 'meaning', c: TRUE});
-- => INSERT 0 2

CREATE OR REPLACE TABLE demo.map_samples(val MAP(VARCHAR, INT));
-- => CREATE TABLE
INSERT INTO demo.map_samples VALUES (map(['a'], [1])), (map(['x','y','z'], [1,2,3]));
-- => INSERT 0 2

CREATE TYPE mood AS ENUM ('happy','sad','neutral','excited','tired');
-- => CREATE TYPE
CREATE OR REPLACE TABLE demo.enum_samples(val mood);
-- => CREATE TABLE
INSERT INTO demo.enum_samples VALUES ('happy'),('sad'),('neutral');
-- => INSERT 0 3

SELECT INTERVAL '1 day 2 hours 30 minutes' as interval_example;
-- => 1 day 02:30:00

SELECT INTERVAL '3 years 2 months 1 day' as complex_interval;
-- => 3 years 2 mons 1 day

-- Create table with NYC Taxi schema
CREATE TABLE boilstream.s3.nyc(
  VendorID INTEGER,
  tpep_pickup_datetime TIMESTAMP,
  tpep_dropoff_datetime TIMESTAMP,
  passenger_count BIGINT,
  trip_distance DOUBLE,
  RatecodeID BIGINT,
  store_and_fwd_flag VARCHAR,
  PULocationID INTEGER,
  DOLocationID INTEGER,
  payment_type BIGINT,
  fare_amount DOUBLE,
  extra DOUBLE,
  mta_tax DOUBLE,
  tip_amount DOUBLE,
  tolls_amount DOUBLE,
  improvement_surcharge DOUBLE,
  total_amount DOUBLE,
  congestion_surcharge DOUBLE,
  Airport_fee DOUBLE,
  cbd_congestion_fee DOUBLE
);
-- => CREATE TABLE

CREATE TABLE my_data__stream.main.people (name VARCHAR, age INT, tags VARCHAR[]);
-- => CREATE TABLE

-- Query streaming topic metadata
SELECT * FROM boilstream.topics;
-- => 10 times /\d+\|(pggate\|demo\|[a-z_]+_samples|boilstream\|s3\|nyc|my_data__stream\|public\|people)\|.*/

SELECT * FROM boilstream.topic_schemas;
-- => 10 times /\d+\|(pggate\|demo\|[a-z_]+_samples|boilstream\|s3\|nyc|my_data__stream\|public\|people)\|.*CREATE TABLE .*/

SELECT * FROM boilstream.derived_views;
-- => 0 times //

-- Work with all DuckDB data types
SELECT uuid() as uuid_v4, gen_random_uuid() as gen_uuid_v4, uuidv7() as uuid_v7;
-- => /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/

SELECT 12345.67::DECIMAL(22,2) as price, 0.00::DECIMAL(22,2) as zero, -999.99::DECIMAL(22,2) as negative;
-- => 12345.67|0.00|-999.99

SELECT ['1aa', 'b2', 'c3', 'd4', 'z5'] as string_array;
-- => {1aa,b2,c3,d4,z5}

SELECT '2023-12-25 14:30:45'::TIMESTAMP as basic_timestamp,
       '2023-12-25 14:30:45.123456'::TIMESTAMP as timestamp_with_microseconds,
       '2023-12-25 14:30:45+02:00'::TIMESTAMPTZ as timestamp_with_tz,
       NOW() as current_timestamp;
-- => /2023-12-25 14:30:45\|2023-12-25 14:30:45\.123456\|2023-12-25 12:30:45\+00\|20\d\d-.* .*\+00/

SELECT json_object('name', 'John', 'age', 30, 'city', 'New York') as json_obj;
-- => {"name":"John","age":30,"city":"New York"}

-- What the handbook sends where the topic's database is the current one.
\connect my_data__stream

INSERT INTO my_data__stream.main.people SELECT 'user_' || i::VARCHAR AS name, (i % 100) + 1 AS age, ['duckdb'] AS tags FROM generate_series(1, 20000) as t(i);
-- => INSERT 0 20000

CREATE VIEW my_data__stream.main.adults AS SELECT * FROM people WHERE age > 50;
-- => CREATE VIEW

-- Query ingested data
SELECT COUNT(*) FROM people;
-- => 20000

SELECT COUNT(*), age FROM people GROUP BY age LIMIT 100;
-- => 100 times /200\|\d{1,3}/

\connect "dbname=boilstream options=-csearch_path=s3"

SELECT COUNT(*) FROM nyc;
-- => 0

SELECT * FROM nyc ORDER BY passenger_count ASC LIMIT 10;
-- => 0 times //
