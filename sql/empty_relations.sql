-- Written by tests/reference/generate_catalog_columns.py from PostgreSQL 15; not edited by hand.
-- Relations with PostgreSQL 15's columns, types and order: empty, or filled by postgres_objects.sql.

create table "~pg"."~catalog".pg_aggregate (
  "aggfnoid" uinteger, -- regproc
  "aggkind" varchar, -- "char"
  "aggnumdirectargs" smallint,
  "aggtransfn" uinteger, -- regproc
  "aggfinalfn" uinteger, -- regproc
  "aggcombinefn" uinteger, -- regproc
  "aggserialfn" uinteger, -- regproc
  "aggdeserialfn" uinteger, -- regproc
  "aggmtransfn" uinteger, -- regproc
  "aggminvtransfn" uinteger, -- regproc
  "aggmfinalfn" uinteger, -- regproc
  "aggfinalextra" boolean,
  "aggmfinalextra" boolean,
  "aggfinalmodify" varchar, -- "char"
  "aggmfinalmodify" varchar, -- "char"
  "aggsortop" uinteger, -- oid
  "aggtranstype" uinteger, -- oid
  "aggtransspace" integer,
  "aggmtranstype" uinteger, -- oid
  "aggmtransspace" integer,
  "agginitval" varchar, -- text
  "aggminitval" varchar -- text
);

create table "~pg"."~catalog".pg_am (
  "oid" uinteger, -- oid
  "amname" varchar, -- name
  "amhandler" uinteger, -- regproc
  "amtype" varchar -- "char"
);

create table "~pg"."~catalog".pg_amop (
  "oid" uinteger, -- oid
  "amopfamily" uinteger, -- oid
  "amoplefttype" uinteger, -- oid
  "amoprighttype" uinteger, -- oid
  "amopstrategy" smallint,
  "amoppurpose" varchar, -- "char"
  "amopopr" uinteger, -- oid
  "amopmethod" uinteger, -- oid
  "amopsortfamily" uinteger -- oid
);

create table "~pg"."~catalog".pg_amproc (
  "oid" uinteger, -- oid
  "amprocfamily" uinteger, -- oid
  "amproclefttype" uinteger, -- oid
  "amprocrighttype" uinteger, -- oid
  "amprocnum" smallint,
  "amproc" uinteger -- regproc
);

create table "~pg"."~catalog".pg_auth_members (
  "roleid" uinteger, -- oid
  "member" uinteger, -- oid
  "grantor" uinteger, -- oid
  "admin_option" boolean
);

create table "~pg"."~catalog".pg_available_extension_versions (
  "name" varchar, -- name
  "version" varchar, -- text
  "installed" boolean,
  "superuser" boolean,
  "trusted" boolean,
  "relocatable" boolean,
  "schema" varchar, -- name
  "requires" varchar[], -- name[]
  "comment" varchar -- text
);

create table "~pg"."~catalog".pg_available_extensions (
  "name" varchar, -- name
  "default_version" varchar, -- text
  "installed_version" varchar, -- text
  "comment" varchar -- text
);

create table "~pg"."~catalog".pg_backend_memory_contexts (
  "name" varchar, -- text
  "ident" varchar, -- text
  "parent" varchar, -- text
  "level" integer,
  "total_bytes" bigint,
  "total_nblocks" bigint,
  "free_bytes" bigint,
  "free_chunks" bigint,
  "used_bytes" bigint
);

create table "~pg"."~catalog".pg_cast (
  "oid" uinteger, -- oid
  "castsource" uinteger, -- oid
  "casttarget" uinteger, -- oid
  "castfunc" uinteger, -- oid
  "castcontext" varchar, -- "char"
  "castmethod" varchar -- "char"
);

create table "~pg"."~catalog".pg_collation (
  "oid" uinteger, -- oid
  "collname" varchar, -- name
  "collnamespace" uinteger, -- oid
  "collowner" uinteger, -- oid
  "collprovider" varchar, -- "char"
  "collisdeterministic" boolean,
  "collencoding" integer,
  "collcollate" varchar, -- text
  "collctype" varchar, -- text
  "colliculocale" varchar, -- text
  "collversion" varchar -- text
);

create table "~pg"."~catalog".pg_config (
  "name" varchar, -- text
  "setting" varchar -- text
);

create table "~pg"."~catalog".pg_conversion (
  "oid" uinteger, -- oid
  "conname" varchar, -- name
  "connamespace" uinteger, -- oid
  "conowner" uinteger, -- oid
  "conforencoding" integer,
  "contoencoding" integer,
  "conproc" uinteger, -- regproc
  "condefault" boolean
);

create table "~pg"."~catalog".pg_db_role_setting (
  "setdatabase" uinteger, -- oid
  "setrole" uinteger, -- oid
  "setconfig" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_default_acl (
  "oid" uinteger, -- oid
  "defaclrole" uinteger, -- oid
  "defaclnamespace" uinteger, -- oid
  "defaclobjtype" varchar, -- "char"
  "defaclacl" varchar[] -- aclitem[]
);

create table "~pg"."~catalog".pg_event_trigger (
  "oid" uinteger, -- oid
  "evtname" varchar, -- name
  "evtevent" varchar, -- name
  "evtowner" uinteger, -- oid
  "evtfoid" uinteger, -- oid
  "evtenabled" varchar, -- "char"
  "evttags" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_extension (
  "oid" uinteger, -- oid
  "extname" varchar, -- name
  "extowner" uinteger, -- oid
  "extnamespace" uinteger, -- oid
  "extrelocatable" boolean,
  "extversion" varchar, -- text
  "extconfig" uinteger[], -- oid[]
  "extcondition" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_file_settings (
  "sourcefile" varchar, -- text
  "sourceline" integer,
  "seqno" integer,
  "name" varchar, -- text
  "setting" varchar, -- text
  "applied" boolean,
  "error" varchar -- text
);

create table "~pg"."~catalog".pg_foreign_data_wrapper (
  "oid" uinteger, -- oid
  "fdwname" varchar, -- name
  "fdwowner" uinteger, -- oid
  "fdwhandler" uinteger, -- oid
  "fdwvalidator" uinteger, -- oid
  "fdwacl" varchar[], -- aclitem[]
  "fdwoptions" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_foreign_server (
  "oid" uinteger, -- oid
  "srvname" varchar, -- name
  "srvowner" uinteger, -- oid
  "srvfdw" uinteger, -- oid
  "srvtype" varchar, -- text
  "srvversion" varchar, -- text
  "srvacl" varchar[], -- aclitem[]
  "srvoptions" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_foreign_table (
  "ftrelid" uinteger, -- oid
  "ftserver" uinteger, -- oid
  "ftoptions" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_group (
  "groname" varchar, -- name
  "grosysid" uinteger, -- oid
  "grolist" uinteger[] -- oid[]
);

create table "~pg"."~catalog".pg_hba_file_rules (
  "line_number" integer,
  "type" varchar, -- text
  "database" varchar[], -- text[]
  "user_name" varchar[], -- text[]
  "address" varchar, -- text
  "netmask" varchar, -- text
  "auth_method" varchar, -- text
  "options" varchar[], -- text[]
  "error" varchar -- text
);

create table "~pg"."~catalog".pg_ident_file_mappings (
  "line_number" integer,
  "map_name" varchar, -- text
  "sys_name" varchar, -- text
  "pg_username" varchar, -- text
  "error" varchar -- text
);

create table "~pg"."~catalog".pg_inherits (
  "inhrelid" uinteger, -- oid
  "inhparent" uinteger, -- oid
  "inhseqno" integer,
  "inhdetachpending" boolean
);

create table "~pg"."~catalog".pg_init_privs (
  "objoid" uinteger, -- oid
  "classoid" uinteger, -- oid
  "objsubid" integer,
  "privtype" varchar, -- "char"
  "initprivs" varchar[] -- aclitem[]
);

create table "~pg"."~catalog".pg_language (
  "oid" uinteger, -- oid
  "lanname" varchar, -- name
  "lanowner" uinteger, -- oid
  "lanispl" boolean,
  "lanpltrusted" boolean,
  "lanplcallfoid" uinteger, -- oid
  "laninline" uinteger, -- oid
  "lanvalidator" uinteger, -- oid
  "lanacl" varchar[] -- aclitem[]
);

create table "~pg"."~catalog".pg_largeobject (
  "loid" uinteger, -- oid
  "pageno" integer,
  "data" blob -- bytea
);

create table "~pg"."~catalog".pg_largeobject_metadata (
  "oid" uinteger, -- oid
  "lomowner" uinteger, -- oid
  "lomacl" varchar[] -- aclitem[]
);

create table "~pg"."~catalog".pg_opclass (
  "oid" uinteger, -- oid
  "opcmethod" uinteger, -- oid
  "opcname" varchar, -- name
  "opcnamespace" uinteger, -- oid
  "opcowner" uinteger, -- oid
  "opcfamily" uinteger, -- oid
  "opcintype" uinteger, -- oid
  "opcdefault" boolean,
  "opckeytype" uinteger -- oid
);

create table "~pg"."~catalog".pg_operator (
  "oid" uinteger, -- oid
  "oprname" varchar, -- name
  "oprnamespace" uinteger, -- oid
  "oprowner" uinteger, -- oid
  "oprkind" varchar, -- "char"
  "oprcanmerge" boolean,
  "oprcanhash" boolean,
  "oprleft" uinteger, -- oid
  "oprright" uinteger, -- oid
  "oprresult" uinteger, -- oid
  "oprcom" uinteger, -- oid
  "oprnegate" uinteger, -- oid
  "oprcode" uinteger, -- regproc
  "oprrest" uinteger, -- regproc
  "oprjoin" uinteger -- regproc
);

create table "~pg"."~catalog".pg_opfamily (
  "oid" uinteger, -- oid
  "opfmethod" uinteger, -- oid
  "opfname" varchar, -- name
  "opfnamespace" uinteger, -- oid
  "opfowner" uinteger -- oid
);

create table "~pg"."~catalog".pg_parameter_acl (
  "oid" uinteger, -- oid
  "parname" varchar, -- text
  "paracl" varchar[] -- aclitem[]
);

create table "~pg"."~catalog".pg_partitioned_table (
  "partrelid" uinteger, -- oid
  "partstrat" varchar, -- "char"
  "partnatts" smallint,
  "partdefid" uinteger, -- oid
  "partattrs" smallint[], -- int2vector
  "partclass" uinteger[], -- oidvector
  "partcollation" uinteger[], -- oidvector
  "partexprs" varchar -- pg_node_tree
);

create table "~pg"."~catalog".pg_policies (
  "schemaname" varchar, -- name
  "tablename" varchar, -- name
  "policyname" varchar, -- name
  "permissive" varchar, -- text
  "roles" varchar[], -- name[]
  "cmd" varchar, -- text
  "qual" varchar, -- text
  "with_check" varchar -- text
);

create table "~pg"."~catalog".pg_policy (
  "oid" uinteger, -- oid
  "polname" varchar, -- name
  "polrelid" uinteger, -- oid
  "polcmd" varchar, -- "char"
  "polpermissive" boolean,
  "polroles" uinteger[], -- oid[]
  "polqual" varchar, -- pg_node_tree
  "polwithcheck" varchar -- pg_node_tree
);

create table "~pg"."~catalog".pg_prepared_xacts (
  "transaction" uinteger, -- xid
  "gid" varchar, -- text
  "prepared" timestamptz, -- timestamp with time zone
  "owner" varchar, -- name
  "database" varchar -- name
);

create table "~pg"."~catalog".pg_publication (
  "oid" uinteger, -- oid
  "pubname" varchar, -- name
  "pubowner" uinteger, -- oid
  "puballtables" boolean,
  "pubinsert" boolean,
  "pubupdate" boolean,
  "pubdelete" boolean,
  "pubtruncate" boolean,
  "pubviaroot" boolean
);

create table "~pg"."~catalog".pg_publication_namespace (
  "oid" uinteger, -- oid
  "pnpubid" uinteger, -- oid
  "pnnspid" uinteger -- oid
);

create table "~pg"."~catalog".pg_publication_rel (
  "oid" uinteger, -- oid
  "prpubid" uinteger, -- oid
  "prrelid" uinteger, -- oid
  "prqual" varchar, -- pg_node_tree
  "prattrs" smallint[] -- int2vector
);

create table "~pg"."~catalog".pg_publication_tables (
  "pubname" varchar, -- name
  "schemaname" varchar, -- name
  "tablename" varchar, -- name
  "attnames" varchar[], -- name[]
  "rowfilter" varchar -- text
);

create table "~pg"."~catalog".pg_range (
  "rngtypid" uinteger, -- oid
  "rngsubtype" uinteger, -- oid
  "rngmultitypid" uinteger, -- oid
  "rngcollation" uinteger, -- oid
  "rngsubopc" uinteger, -- oid
  "rngcanonical" uinteger, -- regproc
  "rngsubdiff" uinteger -- regproc
);

create table "~pg"."~catalog".pg_replication_origin (
  "roident" uinteger, -- oid
  "roname" varchar -- text
);

create table "~pg"."~catalog".pg_replication_origin_status (
  "local_id" uinteger, -- oid
  "external_id" varchar, -- text
  "remote_lsn" varchar, -- pg_lsn
  "local_lsn" varchar -- pg_lsn
);

create table "~pg"."~catalog".pg_replication_slots (
  "slot_name" varchar, -- name
  "plugin" varchar, -- name
  "slot_type" varchar, -- text
  "datoid" uinteger, -- oid
  "database" varchar, -- name
  "temporary" boolean,
  "active" boolean,
  "active_pid" integer,
  "xmin" uinteger, -- xid
  "catalog_xmin" uinteger, -- xid
  "restart_lsn" varchar, -- pg_lsn
  "confirmed_flush_lsn" varchar, -- pg_lsn
  "wal_status" varchar, -- text
  "safe_wal_size" bigint,
  "two_phase" boolean
);

create table "~pg"."~catalog".pg_rules (
  "schemaname" varchar, -- name
  "tablename" varchar, -- name
  "rulename" varchar, -- name
  "definition" varchar -- text
);

create table "~pg"."~catalog".pg_seclabel (
  "objoid" uinteger, -- oid
  "classoid" uinteger, -- oid
  "objsubid" integer,
  "provider" varchar, -- text
  "label" varchar -- text
);

create table "~pg"."~catalog".pg_seclabels (
  "objoid" uinteger, -- oid
  "classoid" uinteger, -- oid
  "objsubid" integer,
  "objtype" varchar, -- text
  "objnamespace" uinteger, -- oid
  "objname" varchar, -- text
  "provider" varchar, -- text
  "label" varchar -- text
);

create table "~pg"."~catalog".pg_shdepend (
  "dbid" uinteger, -- oid
  "classid" uinteger, -- oid
  "objid" uinteger, -- oid
  "objsubid" integer,
  "refclassid" uinteger, -- oid
  "refobjid" uinteger, -- oid
  "deptype" varchar -- "char"
);

create table "~pg"."~catalog".pg_shmem_allocations (
  "name" varchar, -- text
  "off" bigint,
  "size" bigint,
  "allocated_size" bigint
);

create table "~pg"."~catalog".pg_shseclabel (
  "objoid" uinteger, -- oid
  "classoid" uinteger, -- oid
  "provider" varchar, -- text
  "label" varchar -- text
);

create table "~pg"."~catalog".pg_stat_all_indexes (
  "relid" uinteger, -- oid
  "indexrelid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "indexrelname" varchar, -- name
  "idx_scan" bigint,
  "idx_tup_read" bigint,
  "idx_tup_fetch" bigint
);

create table "~pg"."~catalog".pg_stat_archiver (
  "archived_count" bigint,
  "last_archived_wal" varchar, -- text
  "last_archived_time" timestamptz, -- timestamp with time zone
  "failed_count" bigint,
  "last_failed_wal" varchar, -- text
  "last_failed_time" timestamptz, -- timestamp with time zone
  "stats_reset" timestamptz -- timestamp with time zone
);

create table "~pg"."~catalog".pg_stat_bgwriter (
  "checkpoints_timed" bigint,
  "checkpoints_req" bigint,
  "checkpoint_write_time" double, -- double precision
  "checkpoint_sync_time" double, -- double precision
  "buffers_checkpoint" bigint,
  "buffers_clean" bigint,
  "maxwritten_clean" bigint,
  "buffers_backend" bigint,
  "buffers_backend_fsync" bigint,
  "buffers_alloc" bigint,
  "stats_reset" timestamptz -- timestamp with time zone
);

create table "~pg"."~catalog".pg_stat_database_conflicts (
  "datid" uinteger, -- oid
  "datname" varchar, -- name
  "confl_tablespace" bigint,
  "confl_lock" bigint,
  "confl_snapshot" bigint,
  "confl_bufferpin" bigint,
  "confl_deadlock" bigint
);

create table "~pg"."~catalog".pg_stat_gssapi (
  "pid" integer,
  "gss_authenticated" boolean,
  "principal" varchar, -- text
  "encrypted" boolean
);

create table "~pg"."~catalog".pg_stat_progress_analyze (
  "pid" integer,
  "datid" uinteger, -- oid
  "datname" varchar, -- name
  "relid" uinteger, -- oid
  "phase" varchar, -- text
  "sample_blks_total" bigint,
  "sample_blks_scanned" bigint,
  "ext_stats_total" bigint,
  "ext_stats_computed" bigint,
  "child_tables_total" bigint,
  "child_tables_done" bigint,
  "current_child_table_relid" uinteger -- oid
);

create table "~pg"."~catalog".pg_stat_progress_basebackup (
  "pid" integer,
  "phase" varchar, -- text
  "backup_total" bigint,
  "backup_streamed" bigint,
  "tablespaces_total" bigint,
  "tablespaces_streamed" bigint
);

create table "~pg"."~catalog".pg_stat_progress_cluster (
  "pid" integer,
  "datid" uinteger, -- oid
  "datname" varchar, -- name
  "relid" uinteger, -- oid
  "command" varchar, -- text
  "phase" varchar, -- text
  "cluster_index_relid" uinteger, -- oid
  "heap_tuples_scanned" bigint,
  "heap_tuples_written" bigint,
  "heap_blks_total" bigint,
  "heap_blks_scanned" bigint,
  "index_rebuild_count" bigint
);

create table "~pg"."~catalog".pg_stat_progress_copy (
  "pid" integer,
  "datid" uinteger, -- oid
  "datname" varchar, -- name
  "relid" uinteger, -- oid
  "command" varchar, -- text
  "type" varchar, -- text
  "bytes_processed" bigint,
  "bytes_total" bigint,
  "tuples_processed" bigint,
  "tuples_excluded" bigint
);

create table "~pg"."~catalog".pg_stat_progress_create_index (
  "pid" integer,
  "datid" uinteger, -- oid
  "datname" varchar, -- name
  "relid" uinteger, -- oid
  "index_relid" uinteger, -- oid
  "command" varchar, -- text
  "phase" varchar, -- text
  "lockers_total" bigint,
  "lockers_done" bigint,
  "current_locker_pid" bigint,
  "blocks_total" bigint,
  "blocks_done" bigint,
  "tuples_total" bigint,
  "tuples_done" bigint,
  "partitions_total" bigint,
  "partitions_done" bigint
);

create table "~pg"."~catalog".pg_stat_progress_vacuum (
  "pid" integer,
  "datid" uinteger, -- oid
  "datname" varchar, -- name
  "relid" uinteger, -- oid
  "phase" varchar, -- text
  "heap_blks_total" bigint,
  "heap_blks_scanned" bigint,
  "heap_blks_vacuumed" bigint,
  "index_vacuum_count" bigint,
  "max_dead_tuples" bigint,
  "num_dead_tuples" bigint
);

create table "~pg"."~catalog".pg_stat_recovery_prefetch (
  "stats_reset" timestamptz, -- timestamp with time zone
  "prefetch" bigint,
  "hit" bigint,
  "skip_init" bigint,
  "skip_new" bigint,
  "skip_fpw" bigint,
  "skip_rep" bigint,
  "wal_distance" integer,
  "block_distance" integer,
  "io_depth" integer
);

create table "~pg"."~catalog".pg_stat_replication (
  "pid" integer,
  "usesysid" uinteger, -- oid
  "usename" varchar, -- name
  "application_name" varchar, -- text
  "client_addr" varchar, -- inet
  "client_hostname" varchar, -- text
  "client_port" integer,
  "backend_start" timestamptz, -- timestamp with time zone
  "backend_xmin" uinteger, -- xid
  "state" varchar, -- text
  "sent_lsn" varchar, -- pg_lsn
  "write_lsn" varchar, -- pg_lsn
  "flush_lsn" varchar, -- pg_lsn
  "replay_lsn" varchar, -- pg_lsn
  "write_lag" interval,
  "flush_lag" interval,
  "replay_lag" interval,
  "sync_priority" integer,
  "sync_state" varchar, -- text
  "reply_time" timestamptz -- timestamp with time zone
);

create table "~pg"."~catalog".pg_stat_replication_slots (
  "slot_name" varchar, -- text
  "spill_txns" bigint,
  "spill_count" bigint,
  "spill_bytes" bigint,
  "stream_txns" bigint,
  "stream_count" bigint,
  "stream_bytes" bigint,
  "total_txns" bigint,
  "total_bytes" bigint,
  "stats_reset" timestamptz -- timestamp with time zone
);

create table "~pg"."~catalog".pg_stat_slru (
  "name" varchar, -- text
  "blks_zeroed" bigint,
  "blks_hit" bigint,
  "blks_read" bigint,
  "blks_written" bigint,
  "blks_exists" bigint,
  "flushes" bigint,
  "truncates" bigint,
  "stats_reset" timestamptz -- timestamp with time zone
);

create table "~pg"."~catalog".pg_stat_ssl (
  "pid" integer,
  "ssl" boolean,
  "version" varchar, -- text
  "cipher" varchar, -- text
  "bits" integer,
  "client_dn" varchar, -- text
  "client_serial" decimal(38,9), -- numeric
  "issuer_dn" varchar -- text
);

create table "~pg"."~catalog".pg_stat_subscription (
  "subid" uinteger, -- oid
  "subname" varchar, -- name
  "pid" integer,
  "relid" uinteger, -- oid
  "received_lsn" varchar, -- pg_lsn
  "last_msg_send_time" timestamptz, -- timestamp with time zone
  "last_msg_receipt_time" timestamptz, -- timestamp with time zone
  "latest_end_lsn" varchar, -- pg_lsn
  "latest_end_time" timestamptz -- timestamp with time zone
);

create table "~pg"."~catalog".pg_stat_subscription_stats (
  "subid" uinteger, -- oid
  "subname" varchar, -- name
  "apply_error_count" bigint,
  "sync_error_count" bigint,
  "stats_reset" timestamptz -- timestamp with time zone
);

create table "~pg"."~catalog".pg_stat_sys_indexes (
  "relid" uinteger, -- oid
  "indexrelid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "indexrelname" varchar, -- name
  "idx_scan" bigint,
  "idx_tup_read" bigint,
  "idx_tup_fetch" bigint
);

create table "~pg"."~catalog".pg_stat_user_functions (
  "funcid" uinteger, -- oid
  "schemaname" varchar, -- name
  "funcname" varchar, -- name
  "calls" bigint,
  "total_time" double, -- double precision
  "self_time" double -- double precision
);

create table "~pg"."~catalog".pg_stat_user_indexes (
  "relid" uinteger, -- oid
  "indexrelid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "indexrelname" varchar, -- name
  "idx_scan" bigint,
  "idx_tup_read" bigint,
  "idx_tup_fetch" bigint
);

create table "~pg"."~catalog".pg_stat_wal (
  "wal_records" bigint,
  "wal_fpi" bigint,
  "wal_bytes" decimal(38,9), -- numeric
  "wal_buffers_full" bigint,
  "wal_write" bigint,
  "wal_sync" bigint,
  "wal_write_time" double, -- double precision
  "wal_sync_time" double, -- double precision
  "stats_reset" timestamptz -- timestamp with time zone
);

create table "~pg"."~catalog".pg_stat_wal_receiver (
  "pid" integer,
  "status" varchar, -- text
  "receive_start_lsn" varchar, -- pg_lsn
  "receive_start_tli" integer,
  "written_lsn" varchar, -- pg_lsn
  "flushed_lsn" varchar, -- pg_lsn
  "received_tli" integer,
  "last_msg_send_time" timestamptz, -- timestamp with time zone
  "last_msg_receipt_time" timestamptz, -- timestamp with time zone
  "latest_end_lsn" varchar, -- pg_lsn
  "latest_end_time" timestamptz, -- timestamp with time zone
  "slot_name" varchar, -- text
  "sender_host" varchar, -- text
  "sender_port" integer,
  "conninfo" varchar -- text
);

create table "~pg"."~catalog".pg_stat_xact_all_tables (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "seq_scan" bigint,
  "seq_tup_read" bigint,
  "idx_scan" bigint,
  "idx_tup_fetch" bigint,
  "n_tup_ins" bigint,
  "n_tup_upd" bigint,
  "n_tup_del" bigint,
  "n_tup_hot_upd" bigint
);

create table "~pg"."~catalog".pg_stat_xact_sys_tables (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "seq_scan" bigint,
  "seq_tup_read" bigint,
  "idx_scan" bigint,
  "idx_tup_fetch" bigint,
  "n_tup_ins" bigint,
  "n_tup_upd" bigint,
  "n_tup_del" bigint,
  "n_tup_hot_upd" bigint
);

create table "~pg"."~catalog".pg_stat_xact_user_functions (
  "funcid" uinteger, -- oid
  "schemaname" varchar, -- name
  "funcname" varchar, -- name
  "calls" bigint,
  "total_time" double, -- double precision
  "self_time" double -- double precision
);

create table "~pg"."~catalog".pg_stat_xact_user_tables (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "seq_scan" bigint,
  "seq_tup_read" bigint,
  "idx_scan" bigint,
  "idx_tup_fetch" bigint,
  "n_tup_ins" bigint,
  "n_tup_upd" bigint,
  "n_tup_del" bigint,
  "n_tup_hot_upd" bigint
);

create table "~pg"."~catalog".pg_statio_all_indexes (
  "relid" uinteger, -- oid
  "indexrelid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "indexrelname" varchar, -- name
  "idx_blks_read" bigint,
  "idx_blks_hit" bigint
);

create table "~pg"."~catalog".pg_statio_all_sequences (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "blks_read" bigint,
  "blks_hit" bigint
);

create table "~pg"."~catalog".pg_statio_all_tables (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "heap_blks_read" bigint,
  "heap_blks_hit" bigint,
  "idx_blks_read" bigint,
  "idx_blks_hit" bigint,
  "toast_blks_read" bigint,
  "toast_blks_hit" bigint,
  "tidx_blks_read" bigint,
  "tidx_blks_hit" bigint
);

create table "~pg"."~catalog".pg_statio_sys_indexes (
  "relid" uinteger, -- oid
  "indexrelid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "indexrelname" varchar, -- name
  "idx_blks_read" bigint,
  "idx_blks_hit" bigint
);

create table "~pg"."~catalog".pg_statio_sys_sequences (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "blks_read" bigint,
  "blks_hit" bigint
);

create table "~pg"."~catalog".pg_statio_sys_tables (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "heap_blks_read" bigint,
  "heap_blks_hit" bigint,
  "idx_blks_read" bigint,
  "idx_blks_hit" bigint,
  "toast_blks_read" bigint,
  "toast_blks_hit" bigint,
  "tidx_blks_read" bigint,
  "tidx_blks_hit" bigint
);

create table "~pg"."~catalog".pg_statio_user_indexes (
  "relid" uinteger, -- oid
  "indexrelid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "indexrelname" varchar, -- name
  "idx_blks_read" bigint,
  "idx_blks_hit" bigint
);

create table "~pg"."~catalog".pg_statio_user_sequences (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "blks_read" bigint,
  "blks_hit" bigint
);

create table "~pg"."~catalog".pg_statio_user_tables (
  "relid" uinteger, -- oid
  "schemaname" varchar, -- name
  "relname" varchar, -- name
  "heap_blks_read" bigint,
  "heap_blks_hit" bigint,
  "idx_blks_read" bigint,
  "idx_blks_hit" bigint,
  "toast_blks_read" bigint,
  "toast_blks_hit" bigint,
  "tidx_blks_read" bigint,
  "tidx_blks_hit" bigint
);

create table "~pg"."~catalog".pg_statistic (
  "starelid" uinteger, -- oid
  "staattnum" smallint,
  "stainherit" boolean,
  "stanullfrac" float, -- real
  "stawidth" integer,
  "stadistinct" float, -- real
  "stakind1" smallint,
  "stakind2" smallint,
  "stakind3" smallint,
  "stakind4" smallint,
  "stakind5" smallint,
  "staop1" uinteger, -- oid
  "staop2" uinteger, -- oid
  "staop3" uinteger, -- oid
  "staop4" uinteger, -- oid
  "staop5" uinteger, -- oid
  "stacoll1" uinteger, -- oid
  "stacoll2" uinteger, -- oid
  "stacoll3" uinteger, -- oid
  "stacoll4" uinteger, -- oid
  "stacoll5" uinteger, -- oid
  "stanumbers1" float[], -- real[]
  "stanumbers2" float[], -- real[]
  "stanumbers3" float[], -- real[]
  "stanumbers4" float[], -- real[]
  "stanumbers5" float[], -- real[]
  "stavalues1" varchar, -- anyarray
  "stavalues2" varchar, -- anyarray
  "stavalues3" varchar, -- anyarray
  "stavalues4" varchar, -- anyarray
  "stavalues5" varchar -- anyarray
);

create table "~pg"."~catalog".pg_statistic_ext (
  "oid" uinteger, -- oid
  "stxrelid" uinteger, -- oid
  "stxname" varchar, -- name
  "stxnamespace" uinteger, -- oid
  "stxowner" uinteger, -- oid
  "stxstattarget" integer,
  "stxkeys" smallint[], -- int2vector
  "stxkind" varchar[], -- "char"[]
  "stxexprs" varchar -- pg_node_tree
);

create table "~pg"."~catalog".pg_statistic_ext_data (
  "stxoid" uinteger, -- oid
  "stxdinherit" boolean,
  "stxdndistinct" varchar, -- pg_ndistinct
  "stxddependencies" varchar, -- pg_dependencies
  "stxdmcv" varchar, -- pg_mcv_list
  "stxdexpr" varchar[] -- pg_statistic[]
);

create table "~pg"."~catalog".pg_stats (
  "schemaname" varchar, -- name
  "tablename" varchar, -- name
  "attname" varchar, -- name
  "inherited" boolean,
  "null_frac" float, -- real
  "avg_width" integer,
  "n_distinct" float, -- real
  "most_common_vals" varchar, -- anyarray
  "most_common_freqs" float[], -- real[]
  "histogram_bounds" varchar, -- anyarray
  "correlation" float, -- real
  "most_common_elems" varchar, -- anyarray
  "most_common_elem_freqs" float[], -- real[]
  "elem_count_histogram" float[] -- real[]
);

create table "~pg"."~catalog".pg_stats_ext (
  "schemaname" varchar, -- name
  "tablename" varchar, -- name
  "statistics_schemaname" varchar, -- name
  "statistics_name" varchar, -- name
  "statistics_owner" varchar, -- name
  "attnames" varchar[], -- name[]
  "exprs" varchar[], -- text[]
  "kinds" varchar[], -- "char"[]
  "inherited" boolean,
  "n_distinct" varchar, -- pg_ndistinct
  "dependencies" varchar, -- pg_dependencies
  "most_common_vals" varchar[], -- text[]
  "most_common_val_nulls" boolean[],
  "most_common_freqs" double[], -- double precision[]
  "most_common_base_freqs" double[] -- double precision[]
);

create table "~pg"."~catalog".pg_stats_ext_exprs (
  "schemaname" varchar, -- name
  "tablename" varchar, -- name
  "statistics_schemaname" varchar, -- name
  "statistics_name" varchar, -- name
  "statistics_owner" varchar, -- name
  "expr" varchar, -- text
  "inherited" boolean,
  "null_frac" float, -- real
  "avg_width" integer,
  "n_distinct" float, -- real
  "most_common_vals" varchar, -- anyarray
  "most_common_freqs" float[], -- real[]
  "histogram_bounds" varchar, -- anyarray
  "correlation" float, -- real
  "most_common_elems" varchar, -- anyarray
  "most_common_elem_freqs" float[], -- real[]
  "elem_count_histogram" float[] -- real[]
);

create table "~pg"."~catalog".pg_subscription (
  "oid" uinteger, -- oid
  "subdbid" uinteger, -- oid
  "subskiplsn" varchar, -- pg_lsn
  "subname" varchar, -- name
  "subowner" uinteger, -- oid
  "subenabled" boolean,
  "subbinary" boolean,
  "substream" boolean,
  "subtwophasestate" varchar, -- "char"
  "subdisableonerr" boolean,
  "subconninfo" varchar, -- text
  "subslotname" varchar, -- name
  "subsynccommit" varchar, -- text
  "subpublications" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_subscription_rel (
  "srsubid" uinteger, -- oid
  "srrelid" uinteger, -- oid
  "srsubstate" varchar, -- "char"
  "srsublsn" varchar -- pg_lsn
);

create table "~pg"."~catalog".pg_tablespace (
  "oid" uinteger, -- oid
  "spcname" varchar, -- name
  "spcowner" uinteger, -- oid
  "spcacl" varchar[], -- aclitem[]
  "spcoptions" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_timezone_abbrevs (
  "abbrev" varchar, -- text
  "utc_offset" interval,
  "is_dst" boolean
);

create table "~pg"."~catalog".pg_transform (
  "oid" uinteger, -- oid
  "trftype" uinteger, -- oid
  "trflang" uinteger, -- oid
  "trffromsql" uinteger, -- regproc
  "trftosql" uinteger -- regproc
);

create table "~pg"."~catalog".pg_trigger (
  "oid" uinteger, -- oid
  "tgrelid" uinteger, -- oid
  "tgparentid" uinteger, -- oid
  "tgname" varchar, -- name
  "tgfoid" uinteger, -- oid
  "tgtype" smallint,
  "tgenabled" varchar, -- "char"
  "tgisinternal" boolean,
  "tgconstrrelid" uinteger, -- oid
  "tgconstrindid" uinteger, -- oid
  "tgconstraint" uinteger, -- oid
  "tgdeferrable" boolean,
  "tginitdeferred" boolean,
  "tgnargs" smallint,
  "tgattr" smallint[], -- int2vector
  "tgargs" blob, -- bytea
  "tgqual" varchar, -- pg_node_tree
  "tgoldtable" varchar, -- name
  "tgnewtable" varchar -- name
);

create table "~pg"."~catalog".pg_ts_config (
  "oid" uinteger, -- oid
  "cfgname" varchar, -- name
  "cfgnamespace" uinteger, -- oid
  "cfgowner" uinteger, -- oid
  "cfgparser" uinteger -- oid
);

create table "~pg"."~catalog".pg_ts_config_map (
  "mapcfg" uinteger, -- oid
  "maptokentype" integer,
  "mapseqno" integer,
  "mapdict" uinteger -- oid
);

create table "~pg"."~catalog".pg_ts_dict (
  "oid" uinteger, -- oid
  "dictname" varchar, -- name
  "dictnamespace" uinteger, -- oid
  "dictowner" uinteger, -- oid
  "dicttemplate" uinteger, -- oid
  "dictinitoption" varchar -- text
);

create table "~pg"."~catalog".pg_ts_parser (
  "oid" uinteger, -- oid
  "prsname" varchar, -- name
  "prsnamespace" uinteger, -- oid
  "prsstart" uinteger, -- regproc
  "prstoken" uinteger, -- regproc
  "prsend" uinteger, -- regproc
  "prsheadline" uinteger, -- regproc
  "prslextype" uinteger -- regproc
);

create table "~pg"."~catalog".pg_ts_template (
  "oid" uinteger, -- oid
  "tmplname" varchar, -- name
  "tmplnamespace" uinteger, -- oid
  "tmplinit" uinteger, -- regproc
  "tmpllexize" uinteger -- regproc
);

create table "~pg"."~catalog".pg_user_mapping (
  "oid" uinteger, -- oid
  "umuser" uinteger, -- oid
  "umserver" uinteger, -- oid
  "umoptions" varchar[] -- text[]
);

create table "~pg"."~catalog".pg_user_mappings (
  "umid" uinteger, -- oid
  "srvid" uinteger, -- oid
  "srvname" varchar, -- name
  "umuser" uinteger, -- oid
  "usename" varchar, -- name
  "umoptions" varchar[] -- text[]
);

create table "~pg"."~info"._pg_foreign_data_wrappers (
  "oid" uinteger, -- oid
  "fdwowner" uinteger, -- oid
  "fdwoptions" varchar[], -- text[]
  "foreign_data_wrapper_catalog" varchar, -- name
  "foreign_data_wrapper_name" varchar, -- name
  "authorization_identifier" varchar, -- name
  "foreign_data_wrapper_language" varchar -- character varying
);

create table "~pg"."~info"._pg_foreign_servers (
  "oid" uinteger, -- oid
  "srvoptions" varchar[], -- text[]
  "foreign_server_catalog" varchar, -- name
  "foreign_server_name" varchar, -- name
  "foreign_data_wrapper_catalog" varchar, -- name
  "foreign_data_wrapper_name" varchar, -- name
  "foreign_server_type" varchar, -- character varying
  "foreign_server_version" varchar, -- character varying
  "authorization_identifier" varchar -- name
);

create table "~pg"."~info"._pg_foreign_table_columns (
  "nspname" varchar, -- name
  "relname" varchar, -- name
  "attname" varchar, -- name
  "attfdwoptions" varchar[] -- text[]
);

create table "~pg"."~info"._pg_foreign_tables (
  "foreign_table_catalog" varchar, -- name
  "foreign_table_schema" varchar, -- name
  "foreign_table_name" varchar, -- name
  "ftoptions" varchar[], -- text[]
  "foreign_server_catalog" varchar, -- name
  "foreign_server_name" varchar, -- name
  "authorization_identifier" varchar -- name
);

create table "~pg"."~info"._pg_user_mappings (
  "oid" uinteger, -- oid
  "umoptions" varchar[], -- text[]
  "umuser" uinteger, -- oid
  "authorization_identifier" varchar, -- name
  "foreign_server_catalog" varchar, -- name
  "foreign_server_name" varchar, -- name
  "srvowner" varchar -- name
);

create table "~pg"."~info".administrable_role_authorizations (
  "grantee" varchar, -- name
  "role_name" varchar, -- name
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".applicable_roles (
  "grantee" varchar, -- name
  "role_name" varchar, -- name
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".attributes (
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "attribute_name" varchar, -- name
  "ordinal_position" integer,
  "attribute_default" varchar, -- character varying
  "is_nullable" varchar, -- character varying
  "data_type" varchar, -- character varying
  "character_maximum_length" integer,
  "character_octet_length" integer,
  "character_set_catalog" varchar, -- name
  "character_set_schema" varchar, -- name
  "character_set_name" varchar, -- name
  "collation_catalog" varchar, -- name
  "collation_schema" varchar, -- name
  "collation_name" varchar, -- name
  "numeric_precision" integer,
  "numeric_precision_radix" integer,
  "numeric_scale" integer,
  "datetime_precision" integer,
  "interval_type" varchar, -- character varying
  "interval_precision" integer,
  "attribute_udt_catalog" varchar, -- name
  "attribute_udt_schema" varchar, -- name
  "attribute_udt_name" varchar, -- name
  "scope_catalog" varchar, -- name
  "scope_schema" varchar, -- name
  "scope_name" varchar, -- name
  "maximum_cardinality" integer,
  "dtd_identifier" varchar, -- name
  "is_derived_reference_attribute" varchar -- character varying
);

create table "~pg"."~info".check_constraint_routine_usage (
  "constraint_catalog" varchar, -- name
  "constraint_schema" varchar, -- name
  "constraint_name" varchar, -- name
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar -- name
);

create table "~pg"."~info".collation_character_set_applicability (
  "collation_catalog" varchar, -- name
  "collation_schema" varchar, -- name
  "collation_name" varchar, -- name
  "character_set_catalog" varchar, -- name
  "character_set_schema" varchar, -- name
  "character_set_name" varchar -- name
);

create table "~pg"."~info".collations (
  "collation_catalog" varchar, -- name
  "collation_schema" varchar, -- name
  "collation_name" varchar, -- name
  "pad_attribute" varchar -- character varying
);

create table "~pg"."~info".column_column_usage (
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "column_name" varchar, -- name
  "dependent_column" varchar -- name
);

create table "~pg"."~info".column_domain_usage (
  "domain_catalog" varchar, -- name
  "domain_schema" varchar, -- name
  "domain_name" varchar, -- name
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "column_name" varchar -- name
);

create table "~pg"."~info".column_options (
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "column_name" varchar, -- name
  "option_name" varchar, -- name
  "option_value" varchar -- character varying
);

create table "~pg"."~info".column_privileges (
  "grantor" varchar, -- name
  "grantee" varchar, -- name
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "column_name" varchar, -- name
  "privilege_type" varchar, -- character varying
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".column_udt_usage (
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "column_name" varchar -- name
);

create table "~pg"."~info".constraint_table_usage (
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "constraint_catalog" varchar, -- name
  "constraint_schema" varchar, -- name
  "constraint_name" varchar -- name
);

create table "~pg"."~info".data_type_privileges (
  "object_catalog" varchar, -- name
  "object_schema" varchar, -- name
  "object_name" varchar, -- name
  "object_type" varchar, -- character varying
  "dtd_identifier" varchar -- name
);

create table "~pg"."~info".domain_constraints (
  "constraint_catalog" varchar, -- name
  "constraint_schema" varchar, -- name
  "constraint_name" varchar, -- name
  "domain_catalog" varchar, -- name
  "domain_schema" varchar, -- name
  "domain_name" varchar, -- name
  "is_deferrable" varchar, -- character varying
  "initially_deferred" varchar -- character varying
);

create table "~pg"."~info".domain_udt_usage (
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "domain_catalog" varchar, -- name
  "domain_schema" varchar, -- name
  "domain_name" varchar -- name
);

create table "~pg"."~info".domains (
  "domain_catalog" varchar, -- name
  "domain_schema" varchar, -- name
  "domain_name" varchar, -- name
  "data_type" varchar, -- character varying
  "character_maximum_length" integer,
  "character_octet_length" integer,
  "character_set_catalog" varchar, -- name
  "character_set_schema" varchar, -- name
  "character_set_name" varchar, -- name
  "collation_catalog" varchar, -- name
  "collation_schema" varchar, -- name
  "collation_name" varchar, -- name
  "numeric_precision" integer,
  "numeric_precision_radix" integer,
  "numeric_scale" integer,
  "datetime_precision" integer,
  "interval_type" varchar, -- character varying
  "interval_precision" integer,
  "domain_default" varchar, -- character varying
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "scope_catalog" varchar, -- name
  "scope_schema" varchar, -- name
  "scope_name" varchar, -- name
  "maximum_cardinality" integer,
  "dtd_identifier" varchar -- name
);

create table "~pg"."~info".foreign_data_wrapper_options (
  "foreign_data_wrapper_catalog" varchar, -- name
  "foreign_data_wrapper_name" varchar, -- name
  "option_name" varchar, -- name
  "option_value" varchar -- character varying
);

create table "~pg"."~info".foreign_data_wrappers (
  "foreign_data_wrapper_catalog" varchar, -- name
  "foreign_data_wrapper_name" varchar, -- name
  "authorization_identifier" varchar, -- name
  "library_name" varchar, -- character varying
  "foreign_data_wrapper_language" varchar -- character varying
);

create table "~pg"."~info".foreign_server_options (
  "foreign_server_catalog" varchar, -- name
  "foreign_server_name" varchar, -- name
  "option_name" varchar, -- name
  "option_value" varchar -- character varying
);

create table "~pg"."~info".foreign_servers (
  "foreign_server_catalog" varchar, -- name
  "foreign_server_name" varchar, -- name
  "foreign_data_wrapper_catalog" varchar, -- name
  "foreign_data_wrapper_name" varchar, -- name
  "foreign_server_type" varchar, -- character varying
  "foreign_server_version" varchar, -- character varying
  "authorization_identifier" varchar -- name
);

create table "~pg"."~info".foreign_table_options (
  "foreign_table_catalog" varchar, -- name
  "foreign_table_schema" varchar, -- name
  "foreign_table_name" varchar, -- name
  "option_name" varchar, -- name
  "option_value" varchar -- character varying
);

create table "~pg"."~info".foreign_tables (
  "foreign_table_catalog" varchar, -- name
  "foreign_table_schema" varchar, -- name
  "foreign_table_name" varchar, -- name
  "foreign_server_catalog" varchar, -- name
  "foreign_server_name" varchar -- name
);

create table "~pg"."~info".parameters (
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "ordinal_position" integer,
  "parameter_mode" varchar, -- character varying
  "is_result" varchar, -- character varying
  "as_locator" varchar, -- character varying
  "parameter_name" varchar, -- name
  "data_type" varchar, -- character varying
  "character_maximum_length" integer,
  "character_octet_length" integer,
  "character_set_catalog" varchar, -- name
  "character_set_schema" varchar, -- name
  "character_set_name" varchar, -- name
  "collation_catalog" varchar, -- name
  "collation_schema" varchar, -- name
  "collation_name" varchar, -- name
  "numeric_precision" integer,
  "numeric_precision_radix" integer,
  "numeric_scale" integer,
  "datetime_precision" integer,
  "interval_type" varchar, -- character varying
  "interval_precision" integer,
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "scope_catalog" varchar, -- name
  "scope_schema" varchar, -- name
  "scope_name" varchar, -- name
  "maximum_cardinality" integer,
  "dtd_identifier" varchar, -- name
  "parameter_default" varchar -- character varying
);

create table "~pg"."~info".role_column_grants (
  "grantor" varchar, -- name
  "grantee" varchar, -- name
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "column_name" varchar, -- name
  "privilege_type" varchar, -- character varying
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".role_routine_grants (
  "grantor" varchar, -- name
  "grantee" varchar, -- name
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "routine_catalog" varchar, -- name
  "routine_schema" varchar, -- name
  "routine_name" varchar, -- name
  "privilege_type" varchar, -- character varying
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".role_udt_grants (
  "grantor" varchar, -- name
  "grantee" varchar, -- name
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "privilege_type" varchar, -- character varying
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".role_usage_grants (
  "grantor" varchar, -- name
  "grantee" varchar, -- name
  "object_catalog" varchar, -- name
  "object_schema" varchar, -- name
  "object_name" varchar, -- name
  "object_type" varchar, -- character varying
  "privilege_type" varchar, -- character varying
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".routine_column_usage (
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "routine_catalog" varchar, -- name
  "routine_schema" varchar, -- name
  "routine_name" varchar, -- name
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "column_name" varchar -- name
);

create table "~pg"."~info".routine_privileges (
  "grantor" varchar, -- name
  "grantee" varchar, -- name
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "routine_catalog" varchar, -- name
  "routine_schema" varchar, -- name
  "routine_name" varchar, -- name
  "privilege_type" varchar, -- character varying
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".routine_routine_usage (
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "routine_catalog" varchar, -- name
  "routine_schema" varchar, -- name
  "routine_name" varchar -- name
);

create table "~pg"."~info".routine_sequence_usage (
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "routine_catalog" varchar, -- name
  "routine_schema" varchar, -- name
  "routine_name" varchar, -- name
  "sequence_catalog" varchar, -- name
  "sequence_schema" varchar, -- name
  "sequence_name" varchar -- name
);

create table "~pg"."~info".routine_table_usage (
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "routine_catalog" varchar, -- name
  "routine_schema" varchar, -- name
  "routine_name" varchar, -- name
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar -- name
);

create table "~pg"."~info".routines (
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "routine_catalog" varchar, -- name
  "routine_schema" varchar, -- name
  "routine_name" varchar, -- name
  "routine_type" varchar, -- character varying
  "module_catalog" varchar, -- name
  "module_schema" varchar, -- name
  "module_name" varchar, -- name
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "data_type" varchar, -- character varying
  "character_maximum_length" integer,
  "character_octet_length" integer,
  "character_set_catalog" varchar, -- name
  "character_set_schema" varchar, -- name
  "character_set_name" varchar, -- name
  "collation_catalog" varchar, -- name
  "collation_schema" varchar, -- name
  "collation_name" varchar, -- name
  "numeric_precision" integer,
  "numeric_precision_radix" integer,
  "numeric_scale" integer,
  "datetime_precision" integer,
  "interval_type" varchar, -- character varying
  "interval_precision" integer,
  "type_udt_catalog" varchar, -- name
  "type_udt_schema" varchar, -- name
  "type_udt_name" varchar, -- name
  "scope_catalog" varchar, -- name
  "scope_schema" varchar, -- name
  "scope_name" varchar, -- name
  "maximum_cardinality" integer,
  "dtd_identifier" varchar, -- name
  "routine_body" varchar, -- character varying
  "routine_definition" varchar, -- character varying
  "external_name" varchar, -- character varying
  "external_language" varchar, -- character varying
  "parameter_style" varchar, -- character varying
  "is_deterministic" varchar, -- character varying
  "sql_data_access" varchar, -- character varying
  "is_null_call" varchar, -- character varying
  "sql_path" varchar, -- character varying
  "schema_level_routine" varchar, -- character varying
  "max_dynamic_result_sets" integer,
  "is_user_defined_cast" varchar, -- character varying
  "is_implicitly_invocable" varchar, -- character varying
  "security_type" varchar, -- character varying
  "to_sql_specific_catalog" varchar, -- name
  "to_sql_specific_schema" varchar, -- name
  "to_sql_specific_name" varchar, -- name
  "as_locator" varchar, -- character varying
  "created" timestamptz, -- timestamp with time zone
  "last_altered" timestamptz, -- timestamp with time zone
  "new_savepoint_level" varchar, -- character varying
  "is_udt_dependent" varchar, -- character varying
  "result_cast_from_data_type" varchar, -- character varying
  "result_cast_as_locator" varchar, -- character varying
  "result_cast_char_max_length" integer,
  "result_cast_char_octet_length" integer,
  "result_cast_char_set_catalog" varchar, -- name
  "result_cast_char_set_schema" varchar, -- name
  "result_cast_char_set_name" varchar, -- name
  "result_cast_collation_catalog" varchar, -- name
  "result_cast_collation_schema" varchar, -- name
  "result_cast_collation_name" varchar, -- name
  "result_cast_numeric_precision" integer,
  "result_cast_numeric_precision_radix" integer,
  "result_cast_numeric_scale" integer,
  "result_cast_datetime_precision" integer,
  "result_cast_interval_type" varchar, -- character varying
  "result_cast_interval_precision" integer,
  "result_cast_type_udt_catalog" varchar, -- name
  "result_cast_type_udt_schema" varchar, -- name
  "result_cast_type_udt_name" varchar, -- name
  "result_cast_scope_catalog" varchar, -- name
  "result_cast_scope_schema" varchar, -- name
  "result_cast_scope_name" varchar, -- name
  "result_cast_maximum_cardinality" integer,
  "result_cast_dtd_identifier" varchar -- name
);

create table "~pg"."~info".sql_features (
  "feature_id" varchar, -- character varying
  "feature_name" varchar, -- character varying
  "sub_feature_id" varchar, -- character varying
  "sub_feature_name" varchar, -- character varying
  "is_supported" varchar, -- character varying
  "is_verified_by" varchar, -- character varying
  "comments" varchar -- character varying
);

create table "~pg"."~info".sql_implementation_info (
  "implementation_info_id" varchar, -- character varying
  "implementation_info_name" varchar, -- character varying
  "integer_value" integer,
  "character_value" varchar, -- character varying
  "comments" varchar -- character varying
);

create table "~pg"."~info".sql_parts (
  "feature_id" varchar, -- character varying
  "feature_name" varchar, -- character varying
  "is_supported" varchar, -- character varying
  "is_verified_by" varchar, -- character varying
  "comments" varchar -- character varying
);

create table "~pg"."~info".sql_sizing (
  "sizing_id" integer,
  "sizing_name" varchar, -- character varying
  "supported_value" integer,
  "comments" varchar -- character varying
);

create table "~pg"."~info".transforms (
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar, -- name
  "group_name" varchar, -- name
  "transform_type" varchar -- character varying
);

create table "~pg"."~info".triggered_update_columns (
  "trigger_catalog" varchar, -- name
  "trigger_schema" varchar, -- name
  "trigger_name" varchar, -- name
  "event_object_catalog" varchar, -- name
  "event_object_schema" varchar, -- name
  "event_object_table" varchar, -- name
  "event_object_column" varchar -- name
);

create table "~pg"."~info".triggers (
  "trigger_catalog" varchar, -- name
  "trigger_schema" varchar, -- name
  "trigger_name" varchar, -- name
  "event_manipulation" varchar, -- character varying
  "event_object_catalog" varchar, -- name
  "event_object_schema" varchar, -- name
  "event_object_table" varchar, -- name
  "action_order" integer,
  "action_condition" varchar, -- character varying
  "action_statement" varchar, -- character varying
  "action_orientation" varchar, -- character varying
  "action_timing" varchar, -- character varying
  "action_reference_old_table" varchar, -- name
  "action_reference_new_table" varchar, -- name
  "action_reference_old_row" varchar, -- name
  "action_reference_new_row" varchar, -- name
  "created" timestamptz -- timestamp with time zone
);

create table "~pg"."~info".udt_privileges (
  "grantor" varchar, -- name
  "grantee" varchar, -- name
  "udt_catalog" varchar, -- name
  "udt_schema" varchar, -- name
  "udt_name" varchar, -- name
  "privilege_type" varchar, -- character varying
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".usage_privileges (
  "grantor" varchar, -- name
  "grantee" varchar, -- name
  "object_catalog" varchar, -- name
  "object_schema" varchar, -- name
  "object_name" varchar, -- name
  "object_type" varchar, -- character varying
  "privilege_type" varchar, -- character varying
  "is_grantable" varchar -- character varying
);

create table "~pg"."~info".user_defined_types (
  "user_defined_type_catalog" varchar, -- name
  "user_defined_type_schema" varchar, -- name
  "user_defined_type_name" varchar, -- name
  "user_defined_type_category" varchar, -- character varying
  "is_instantiable" varchar, -- character varying
  "is_final" varchar, -- character varying
  "ordering_form" varchar, -- character varying
  "ordering_category" varchar, -- character varying
  "ordering_routine_catalog" varchar, -- name
  "ordering_routine_schema" varchar, -- name
  "ordering_routine_name" varchar, -- name
  "reference_type" varchar, -- character varying
  "data_type" varchar, -- character varying
  "character_maximum_length" integer,
  "character_octet_length" integer,
  "character_set_catalog" varchar, -- name
  "character_set_schema" varchar, -- name
  "character_set_name" varchar, -- name
  "collation_catalog" varchar, -- name
  "collation_schema" varchar, -- name
  "collation_name" varchar, -- name
  "numeric_precision" integer,
  "numeric_precision_radix" integer,
  "numeric_scale" integer,
  "datetime_precision" integer,
  "interval_type" varchar, -- character varying
  "interval_precision" integer,
  "source_dtd_identifier" varchar, -- name
  "ref_dtd_identifier" varchar -- name
);

create table "~pg"."~info".user_mapping_options (
  "authorization_identifier" varchar, -- name
  "foreign_server_catalog" varchar, -- name
  "foreign_server_name" varchar, -- name
  "option_name" varchar, -- name
  "option_value" varchar -- character varying
);

create table "~pg"."~info".user_mappings (
  "authorization_identifier" varchar, -- name
  "foreign_server_catalog" varchar, -- name
  "foreign_server_name" varchar -- name
);

create table "~pg"."~info".view_column_usage (
  "view_catalog" varchar, -- name
  "view_schema" varchar, -- name
  "view_name" varchar, -- name
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "column_name" varchar -- name
);

create table "~pg"."~info".view_routine_usage (
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar, -- name
  "specific_catalog" varchar, -- name
  "specific_schema" varchar, -- name
  "specific_name" varchar -- name
);

create table "~pg"."~info".view_table_usage (
  "view_catalog" varchar, -- name
  "view_schema" varchar, -- name
  "view_name" varchar, -- name
  "table_catalog" varchar, -- name
  "table_schema" varchar, -- name
  "table_name" varchar -- name
);
