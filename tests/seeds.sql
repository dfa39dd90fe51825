-- Statements that a client of a streaming lake sends, as they are written in its handbook: tables of every kind of
-- type with their samples, the metadata relations, and values of many types.
-- test_seeds.py runs the file through psql and looks at what came of it.

CREATE SCHEMA IF NOT EXISTS demo;

CREATE OR REPLACE TABLE demo.bool_samples(val BOOLEAN);
INSERT INTO demo.bool_samples VALUES (TRUE),(FALSE),(TRUE),(FALSE);

CREATE OR REPLACE TABLE demo.bigint_samples(val BIGINT);
INSERT INTO demo.bigint_samples VALUES (-9223372036854775808),(0),(42),(9223372036854775807);

CREATE OR REPLACE TABLE demo.uuid_samples(val UUID);
INSERT INTO demo.uuid_samples VALUES ('00000000-0000-0000-0000-000000000000'), ('123e4567-e89b-12d3-a456-426614174000'), ('ffffffff-ffff-ffff-ffff-ffffffffffff');

CREATE OR REPLACE TABLE demo.json_samples(val JSON);
INSERT INTO demo.json_samples VALUES ('null'::JSON), ('{"a":1,"b":[1,2,3]}'::JSON), ('{"nested":{"x":10,"y":[false, true]}}'::JSON);

CREATE OR REPLACE TABLE demo.list_int_samples(val INT[]);
INSERT INTO demo.list_int_samples VALUES ([ ]),([1]),([1,2,3]),([NULL]),([5,NULL,7]);

CREATE OR REPLACE TABLE demo.struct_samples(val STRUCT(a INT, b VARCHAR, c BOOLEAN));
INSERT INTO demo.struct_samples VALUES ({a: 1, b: 'x', c: TRUE}), ({a: 42, b: 'meaning', c: TRUE});

CREATE OR REPLACE TABLE demo.map_samples(val MAP(VARCHAR, INT));
INSERT INTO demo.map_samples VALUES (map(['a'], [1])), (map(['x','y','z'], [1,2,3]));

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

CREATE TABLE my_data__stream.main.people (name VARCHAR, age INT, tags VARCHAR[]);

-- Query streaming topic metadata
SELECT * FROM boilstream.topics;
SELECT * FROM boilstream.topic_schemas;
SELECT * FROM boilstream.derived_views;

-- Work with all DuckDB data types
SELECT uuid() as uuid_v4, gen_random_uuid() as gen_uuid_v4, uuidv7() as uuid_v7;

SELECT 12345.67::DECIMAL(22,2) as price, 0.00::DECIMAL(22,2) as zero, -999.99::DECIMAL(22,2) as negative;

SELECT ['1aa', 'b2', 'c3', 'd4', 'z5'] as string_array;

SELECT '2023-12-25 14:30:45'::TIMESTAMP as basic_timestamp,
       '2023-12-25 14:30:45.123456'::TIMESTAMP as timestamp_with_microseconds,
       '2023-12-25 14:30:45+02:00'::TIMESTAMPTZ as timestamp_with_tz,
       NOW() as current_timestamp;

SELECT json_object('name', 'John', 'age', 30, 'city', 'New York') as json_obj;
