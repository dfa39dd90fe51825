-- Written by tests/reference/generate_catalog_rows.py from PostgreSQL 15; not edited by hand.
-- A row is a line, its values stand between tabs; \N is NULL.
insert into "~pg"."~mirror".postgres_functions
select f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12], f[13], f[14], f[15], f[16], f[17], f[18], f[19], f[20], f[21], f[22], f[23], f[24], f[25], f[26], f[27], f[28], f[29] from "~pg"."~mirror".fields('
3	heap_tableam_handler	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	269	[2281]	\N	\N	\N	heap_tableam_handler	internal	internal	heap_tableam_handler	heap_tableam_handler(internal)	table_am_handler
31	byteaout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[17]	\N	\N	\N	byteaout	bytea	bytea	byteaout	byteaout(bytea)	cstring
33	charout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[18]	\N	\N	\N	charout	"char"	"char"	charout	charout("char")	cstring
34	namein	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	19	[2275]	\N	\N	\N	namein	cstring	cstring	namein	namein(cstring)	name
35	nameout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[19]	\N	\N	\N	nameout	name	name	nameout	nameout(name)	cstring
38	int2in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[2275]	\N	\N	\N	int2in	cstring	cstring	int2in	int2in(cstring)	smallint
39	int2out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[21]	\N	\N	\N	int2out	smallint	smallint	int2out	int2out(smallint)	cstring
40	int2vectorin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	22	[2275]	\N	\N	\N	int2vectorin	cstring	cstring	int2vectorin	int2vectorin(cstring)	int2vector
41	int2vectorout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[22]	\N	\N	\N	int2vectorout	int2vector	int2vector	int2vectorout	int2vectorout(int2vector)	cstring
42	int4in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[2275]	\N	\N	\N	int4in	cstring	cstring	int4in	int4in(cstring)	integer
43	int4out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	int4out	integer	integer	int4out	int4out(integer)	cstring
44	regprocin	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	24	[2275]	\N	\N	\N	regprocin	cstring	cstring	regprocin	regprocin(cstring)	regproc
45	regprocout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[24]	\N	\N	\N	regprocout	regproc	regproc	regprocout	regprocout(regproc)	cstring
46	textin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[2275]	\N	\N	\N	textin	cstring	cstring	textin	textin(cstring)	text
47	textout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[25]	\N	\N	\N	textout	text	text	textout	textout(text)	cstring
48	tidin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	27	[2275]	\N	\N	\N	tidin	cstring	cstring	tidin	tidin(cstring)	tid
49	tidout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[27]	\N	\N	\N	tidout	tid	tid	tidout	tidout(tid)	cstring
50	xidin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	28	[2275]	\N	\N	\N	xidin	cstring	cstring	xidin	xidin(cstring)	xid
51	xidout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[28]	\N	\N	\N	xidout	xid	xid	xidout	xidout(xid)	cstring
52	cidin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	29	[2275]	\N	\N	\N	cidin	cstring	cstring	cidin	cidin(cstring)	cid
53	cidout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[29]	\N	\N	\N	cidout	cid	cid	cidout	cidout(cid)	cstring
54	oidvectorin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	30	[2275]	\N	\N	\N	oidvectorin	cstring	cstring	oidvectorin	oidvectorin(cstring)	oidvector
55	oidvectorout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[30]	\N	\N	\N	oidvectorout	oidvector	oidvector	oidvectorout	oidvectorout(oidvector)	cstring
56	boollt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[16, 16]	\N	\N	\N	boollt	boolean, boolean	boolean, boolean	boollt	boollt(boolean,boolean)	boolean
57	boolgt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[16, 16]	\N	\N	\N	boolgt	boolean, boolean	boolean, boolean	boolgt	boolgt(boolean,boolean)	boolean
60	booleq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[16, 16]	\N	\N	\N	booleq	boolean, boolean	boolean, boolean	booleq	booleq(boolean,boolean)	boolean
61	chareq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[18, 18]	\N	\N	\N	chareq	"char", "char"	"char", "char"	chareq	chareq("char","char")	boolean
62	nameeq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 19]	\N	\N	\N	nameeq	name, name	name, name	nameeq	nameeq(name,name)	boolean
63	int2eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 21]	\N	\N	\N	int2eq	smallint, smallint	smallint, smallint	int2eq	int2eq(smallint,smallint)	boolean
64	int2lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 21]	\N	\N	\N	int2lt	smallint, smallint	smallint, smallint	int2lt	int2lt(smallint,smallint)	boolean
65	int4eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 23]	\N	\N	\N	int4eq	integer, integer	integer, integer	int4eq	int4eq(integer,integer)	boolean
66	int4lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 23]	\N	\N	\N	int4lt	integer, integer	integer, integer	int4lt	int4lt(integer,integer)	boolean
67	texteq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	texteq	text, text	text, text	texteq	texteq(text,text)	boolean
68	xideq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[28, 28]	\N	\N	\N	xideq	xid, xid	xid, xid	xideq	xideq(xid,xid)	boolean
69	cideq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[29, 29]	\N	\N	\N	cideq	cid, cid	cid, cid	cideq	cideq(cid,cid)	boolean
70	charne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[18, 18]	\N	\N	\N	charne	"char", "char"	"char", "char"	charne	charne("char","char")	boolean
72	charle	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[18, 18]	\N	\N	\N	charle	"char", "char"	"char", "char"	charle	charle("char","char")	boolean
73	chargt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[18, 18]	\N	\N	\N	chargt	"char", "char"	"char", "char"	chargt	chargt("char","char")	boolean
74	charge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[18, 18]	\N	\N	\N	charge	"char", "char"	"char", "char"	charge	charge("char","char")	boolean
77	int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[18]	\N	\N	\N	chartoi4	"char"	"char"	pg_catalog.int4	int4("char")	integer
78	char	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	18	[23]	\N	\N	\N	i4tochar	integer	integer	pg_catalog."char"	"char"(integer)	"char"
79	nameregexeq	11	10	12	1	0	0	1364	f	false	false	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	nameregexeq	name, text	name, text	nameregexeq	nameregexeq(name,text)	boolean
84	boolne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[16, 16]	\N	\N	\N	boolne	boolean, boolean	boolean, boolean	boolne	boolne(boolean,boolean)	boolean
86	pg_ddl_command_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	32	[2275]	\N	\N	\N	pg_ddl_command_in	cstring	cstring	pg_ddl_command_in	pg_ddl_command_in(cstring)	pg_ddl_command
87	pg_ddl_command_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[32]	\N	\N	\N	pg_ddl_command_out	pg_ddl_command	pg_ddl_command	pg_ddl_command_out	pg_ddl_command_out(pg_ddl_command)	cstring
88	pg_ddl_command_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	32	[2281]	\N	\N	\N	pg_ddl_command_recv	internal	internal	pg_ddl_command_recv	pg_ddl_command_recv(internal)	pg_ddl_command
89	version	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	25	[]	\N	\N	\N	pgsql_version			version	version()	text
90	pg_ddl_command_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[32]	\N	\N	\N	pg_ddl_command_send	pg_ddl_command	pg_ddl_command	pg_ddl_command_send	pg_ddl_command_send(pg_ddl_command)	bytea
101	eqsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	eqsel	internal, oid, internal, integer	internal, oid, internal, integer	eqsel	eqsel(internal,oid,internal,integer)	double precision
102	neqsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	neqsel	internal, oid, internal, integer	internal, oid, internal, integer	neqsel	neqsel(internal,oid,internal,integer)	double precision
103	scalarltsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	scalarltsel	internal, oid, internal, integer	internal, oid, internal, integer	scalarltsel	scalarltsel(internal,oid,internal,integer)	double precision
104	scalargtsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	scalargtsel	internal, oid, internal, integer	internal, oid, internal, integer	scalargtsel	scalargtsel(internal,oid,internal,integer)	double precision
105	eqjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	eqjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	eqjoinsel	eqjoinsel(internal,oid,internal,smallint,internal)	double precision
106	neqjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	neqjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	neqjoinsel	neqjoinsel(internal,oid,internal,smallint,internal)	double precision
107	scalarltjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	scalarltjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	scalarltjoinsel	scalarltjoinsel(internal,oid,internal,smallint,internal)	double precision
108	scalargtjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	scalargtjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	scalargtjoinsel	scalargtjoinsel(internal,oid,internal,smallint,internal)	double precision
109	unknownin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	705	[2275]	\N	\N	\N	unknownin	cstring	cstring	unknownin	unknownin(cstring)	unknown
110	unknownout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[705]	\N	\N	\N	unknownout	unknown	unknown	unknownout	unknownout(unknown)	cstring
115	box_above_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_above_eq	box, box	box, box	box_above_eq	box_above_eq(box,box)	boolean
116	box_below_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_below_eq	box, box	box, box	box_below_eq	box_below_eq(box,box)	boolean
117	point_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[2275]	\N	\N	\N	point_in	cstring	cstring	point_in	point_in(cstring)	point
118	point_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[600]	\N	\N	\N	point_out	point	point	point_out	point_out(point)	cstring
119	lseg_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	601	[2275]	\N	\N	\N	lseg_in	cstring	cstring	lseg_in	lseg_in(cstring)	lseg
120	lseg_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[601]	\N	\N	\N	lseg_out	lseg	lseg	lseg_out	lseg_out(lseg)	cstring
121	path_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	602	[2275]	\N	\N	\N	path_in	cstring	cstring	path_in	path_in(cstring)	path
122	path_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[602]	\N	\N	\N	path_out	path	path	path_out	path_out(path)	cstring
123	box_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	603	[2275]	\N	\N	\N	box_in	cstring	cstring	box_in	box_in(cstring)	box
124	box_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[603]	\N	\N	\N	box_out	box	box	box_out	box_out(box)	cstring
125	box_overlap	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_overlap	box, box	box, box	box_overlap	box_overlap(box,box)	boolean
126	box_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_ge	box, box	box, box	box_ge	box_ge(box,box)	boolean
127	box_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_gt	box, box	box, box	box_gt	box_gt(box,box)	boolean
128	box_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_eq	box, box	box, box	box_eq	box_eq(box,box)	boolean
129	box_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_lt	box, box	box, box	box_lt	box_lt(box,box)	boolean
130	box_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_le	box, box	box, box	box_le	box_le(box,box)	boolean
131	point_above	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 600]	\N	\N	\N	point_above	point, point	point, point	point_above	point_above(point,point)	boolean
132	point_left	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 600]	\N	\N	\N	point_left	point, point	point, point	point_left	point_left(point,point)	boolean
133	point_right	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 600]	\N	\N	\N	point_right	point, point	point, point	point_right	point_right(point,point)	boolean
134	point_below	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 600]	\N	\N	\N	point_below	point, point	point, point	point_below	point_below(point,point)	boolean
135	point_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 600]	\N	\N	\N	point_eq	point, point	point, point	point_eq	point_eq(point,point)	boolean
136	on_pb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 603]	\N	\N	\N	on_pb	point, box	point, box	on_pb	on_pb(point,box)	boolean
137	on_ppath	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 602]	\N	\N	\N	on_ppath	point, path	point, path	on_ppath	on_ppath(point,path)	boolean
138	box_center	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[603]	\N	\N	\N	box_center	box	box	box_center	box_center(box)	point
139	areasel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	areasel	internal, oid, internal, integer	internal, oid, internal, integer	areasel	areasel(internal,oid,internal,integer)	double precision
140	areajoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	areajoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	areajoinsel	areajoinsel(internal,oid,internal,smallint,internal)	double precision
141	int4mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4mul	integer, integer	integer, integer	int4mul	int4mul(integer,integer)	integer
144	int4ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 23]	\N	\N	\N	int4ne	integer, integer	integer, integer	int4ne	int4ne(integer,integer)	boolean
145	int2ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 21]	\N	\N	\N	int2ne	smallint, smallint	smallint, smallint	int2ne	int2ne(smallint,smallint)	boolean
146	int2gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 21]	\N	\N	\N	int2gt	smallint, smallint	smallint, smallint	int2gt	int2gt(smallint,smallint)	boolean
147	int4gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 23]	\N	\N	\N	int4gt	integer, integer	integer, integer	int4gt	int4gt(integer,integer)	boolean
148	int2le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 21]	\N	\N	\N	int2le	smallint, smallint	smallint, smallint	int2le	int2le(smallint,smallint)	boolean
149	int4le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 23]	\N	\N	\N	int4le	integer, integer	integer, integer	int4le	int4le(integer,integer)	boolean
150	int4ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 23]	\N	\N	\N	int4ge	integer, integer	integer, integer	int4ge	int4ge(integer,integer)	boolean
151	int2ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 21]	\N	\N	\N	int2ge	smallint, smallint	smallint, smallint	int2ge	int2ge(smallint,smallint)	boolean
152	int2mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2mul	smallint, smallint	smallint, smallint	int2mul	int2mul(smallint,smallint)	smallint
153	int2div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2div	smallint, smallint	smallint, smallint	int2div	int2div(smallint,smallint)	smallint
154	int4div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4div	integer, integer	integer, integer	int4div	int4div(integer,integer)	integer
155	int2mod	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2mod	smallint, smallint	smallint, smallint	int2mod	int2mod(smallint,smallint)	smallint
156	int4mod	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4mod	integer, integer	integer, integer	int4mod	int4mod(integer,integer)	integer
157	textne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	textne	text, text	text, text	textne	textne(text,text)	boolean
158	int24eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 23]	\N	\N	\N	int24eq	smallint, integer	smallint, integer	int24eq	int24eq(smallint,integer)	boolean
159	int42eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 21]	\N	\N	\N	int42eq	integer, smallint	integer, smallint	int42eq	int42eq(integer,smallint)	boolean
160	int24lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 23]	\N	\N	\N	int24lt	smallint, integer	smallint, integer	int24lt	int24lt(smallint,integer)	boolean
161	int42lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 21]	\N	\N	\N	int42lt	integer, smallint	integer, smallint	int42lt	int42lt(integer,smallint)	boolean
162	int24gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 23]	\N	\N	\N	int24gt	smallint, integer	smallint, integer	int24gt	int24gt(smallint,integer)	boolean
163	int42gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 21]	\N	\N	\N	int42gt	integer, smallint	integer, smallint	int42gt	int42gt(integer,smallint)	boolean
164	int24ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 23]	\N	\N	\N	int24ne	smallint, integer	smallint, integer	int24ne	int24ne(smallint,integer)	boolean
165	int42ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 21]	\N	\N	\N	int42ne	integer, smallint	integer, smallint	int42ne	int42ne(integer,smallint)	boolean
166	int24le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 23]	\N	\N	\N	int24le	smallint, integer	smallint, integer	int24le	int24le(smallint,integer)	boolean
167	int42le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 21]	\N	\N	\N	int42le	integer, smallint	integer, smallint	int42le	int42le(integer,smallint)	boolean
168	int24ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 23]	\N	\N	\N	int24ge	smallint, integer	smallint, integer	int24ge	int24ge(smallint,integer)	boolean
169	int42ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 21]	\N	\N	\N	int42ge	integer, smallint	integer, smallint	int42ge	int42ge(integer,smallint)	boolean
170	int24mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[21, 23]	\N	\N	\N	int24mul	smallint, integer	smallint, integer	int24mul	int24mul(smallint,integer)	integer
171	int42mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 21]	\N	\N	\N	int42mul	integer, smallint	integer, smallint	int42mul	int42mul(integer,smallint)	integer
172	int24div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[21, 23]	\N	\N	\N	int24div	smallint, integer	smallint, integer	int24div	int24div(smallint,integer)	integer
173	int42div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 21]	\N	\N	\N	int42div	integer, smallint	integer, smallint	int42div	int42div(integer,smallint)	integer
176	int2pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2pl	smallint, smallint	smallint, smallint	int2pl	int2pl(smallint,smallint)	smallint
177	int4pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4pl	integer, integer	integer, integer	int4pl	int4pl(integer,integer)	integer
178	int24pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[21, 23]	\N	\N	\N	int24pl	smallint, integer	smallint, integer	int24pl	int24pl(smallint,integer)	integer
179	int42pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 21]	\N	\N	\N	int42pl	integer, smallint	integer, smallint	int42pl	int42pl(integer,smallint)	integer
180	int2mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2mi	smallint, smallint	smallint, smallint	int2mi	int2mi(smallint,smallint)	smallint
181	int4mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4mi	integer, integer	integer, integer	int4mi	int4mi(integer,integer)	integer
182	int24mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[21, 23]	\N	\N	\N	int24mi	smallint, integer	smallint, integer	int24mi	int24mi(smallint,integer)	integer
183	int42mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 21]	\N	\N	\N	int42mi	integer, smallint	integer, smallint	int42mi	int42mi(integer,smallint)	integer
184	oideq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[26, 26]	\N	\N	\N	oideq	oid, oid	oid, oid	oideq	oideq(oid,oid)	boolean
185	oidne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[26, 26]	\N	\N	\N	oidne	oid, oid	oid, oid	oidne	oidne(oid,oid)	boolean
186	box_same	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_same	box, box	box, box	box_same	box_same(box,box)	boolean
187	box_contain	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_contain	box, box	box, box	box_contain	box_contain(box,box)	boolean
188	box_left	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_left	box, box	box, box	box_left	box_left(box,box)	boolean
189	box_overleft	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_overleft	box, box	box, box	box_overleft	box_overleft(box,box)	boolean
190	box_overright	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_overright	box, box	box, box	box_overright	box_overright(box,box)	boolean
191	box_right	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_right	box, box	box, box	box_right	box_right(box,box)	boolean
192	box_contained	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_contained	box, box	box, box	box_contained	box_contained(box,box)	boolean
193	box_contain_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 600]	\N	\N	\N	box_contain_pt	box, point	box, point	box_contain_pt	box_contain_pt(box,point)	boolean
195	pg_node_tree_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	194	[2275]	\N	\N	\N	pg_node_tree_in	cstring	cstring	pg_node_tree_in	pg_node_tree_in(cstring)	pg_node_tree
196	pg_node_tree_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[194]	\N	\N	\N	pg_node_tree_out	pg_node_tree	pg_node_tree	pg_node_tree_out	pg_node_tree_out(pg_node_tree)	cstring
197	pg_node_tree_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	194	[2281]	\N	\N	\N	pg_node_tree_recv	internal	internal	pg_node_tree_recv	pg_node_tree_recv(internal)	pg_node_tree
198	pg_node_tree_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[194]	\N	\N	\N	pg_node_tree_send	pg_node_tree	pg_node_tree	pg_node_tree_send	pg_node_tree_send(pg_node_tree)	bytea
200	float4in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[2275]	\N	\N	\N	float4in	cstring	cstring	float4in	float4in(cstring)	real
201	float4out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[700]	\N	\N	\N	float4out	real	real	float4out	float4out(real)	cstring
202	float4mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	700	[700, 700]	\N	\N	\N	float4mul	real, real	real, real	float4mul	float4mul(real,real)	real
203	float4div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	700	[700, 700]	\N	\N	\N	float4div	real, real	real, real	float4div	float4div(real,real)	real
204	float4pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	700	[700, 700]	\N	\N	\N	float4pl	real, real	real, real	float4pl	float4pl(real,real)	real
205	float4mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	700	[700, 700]	\N	\N	\N	float4mi	real, real	real, real	float4mi	float4mi(real,real)	real
206	float4um	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[700]	\N	\N	\N	float4um	real	real	float4um	float4um(real)	real
207	float4abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[700]	\N	\N	\N	float4abs	real	real	float4abs	float4abs(real)	real
208	float4_accum	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1022	[1022, 700]	\N	\N	\N	float4_accum	double precision[], real	double precision[], real	float4_accum	float4_accum(double precision[],real)	double precision[]
209	float4larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	700	[700, 700]	\N	\N	\N	float4larger	real, real	real, real	float4larger	float4larger(real,real)	real
211	float4smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	700	[700, 700]	\N	\N	\N	float4smaller	real, real	real, real	float4smaller	float4smaller(real,real)	real
212	int4um	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[23]	\N	\N	\N	int4um	integer	integer	int4um	int4um(integer)	integer
213	int2um	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[21]	\N	\N	\N	int2um	smallint	smallint	int2um	int2um(smallint)	smallint
214	float8in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[2275]	\N	\N	\N	float8in	cstring	cstring	float8in	float8in(cstring)	double precision
215	float8out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[701]	\N	\N	\N	float8out	double precision	double precision	float8out	float8out(double precision)	cstring
216	float8mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	float8mul	double precision, double precision	double precision, double precision	float8mul	float8mul(double precision,double precision)	double precision
217	float8div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	float8div	double precision, double precision	double precision, double precision	float8div	float8div(double precision,double precision)	double precision
218	float8pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	float8pl	double precision, double precision	double precision, double precision	float8pl	float8pl(double precision,double precision)	double precision
219	float8mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	float8mi	double precision, double precision	double precision, double precision	float8mi	float8mi(double precision,double precision)	double precision
220	float8um	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	float8um	double precision	double precision	float8um	float8um(double precision)	double precision
221	float8abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	float8abs	double precision	double precision	float8abs	float8abs(double precision)	double precision
222	float8_accum	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1022	[1022, 701]	\N	\N	\N	float8_accum	double precision[], double precision	double precision[], double precision	float8_accum	float8_accum(double precision[],double precision)	double precision[]
223	float8larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	float8larger	double precision, double precision	double precision, double precision	float8larger	float8larger(double precision,double precision)	double precision
224	float8smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	float8smaller	double precision, double precision	double precision, double precision	float8smaller	float8smaller(double precision,double precision)	double precision
225	lseg_center	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[601]	\N	\N	\N	lseg_center	lseg	lseg	lseg_center	lseg_center(lseg)	point
227	poly_center	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[604]	\N	\N	\N	poly_center	polygon	polygon	poly_center	poly_center(polygon)	point
230	dsqrt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dsqrt	double precision	double precision	dsqrt	dsqrt(double precision)	double precision
231	dcbrt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dcbrt	double precision	double precision	dcbrt	dcbrt(double precision)	double precision
232	dpow	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	dpow	double precision, double precision	double precision, double precision	dpow	dpow(double precision,double precision)	double precision
235	float8	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	701	[21]	\N	\N	\N	i2tod	smallint	smallint	pg_catalog.float8	float8(smallint)	double precision
236	float4	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	700	[21]	\N	\N	\N	i2tof	smallint	smallint	pg_catalog.float4	float4(smallint)	real
237	int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[701]	\N	\N	\N	dtoi2	double precision	double precision	pg_catalog.int2	int2(double precision)	smallint
238	int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[700]	\N	\N	\N	ftoi2	real	real	pg_catalog.int2	int2(real)	smallint
239	line_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[628, 628]	\N	\N	\N	line_distance	line, line	line, line	line_distance	line_distance(line,line)	double precision
240	nameeqtext	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	nameeqtext	name, text	name, text	nameeqtext	nameeqtext(name,text)	boolean
241	namelttext	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	namelttext	name, text	name, text	namelttext	namelttext(name,text)	boolean
242	nameletext	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	nameletext	name, text	name, text	nameletext	nameletext(name,text)	boolean
243	namegetext	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	namegetext	name, text	name, text	namegetext	namegetext(name,text)	boolean
244	namegttext	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	namegttext	name, text	name, text	namegttext	namegttext(name,text)	boolean
245	namenetext	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	namenetext	name, text	name, text	namenetext	namenetext(name,text)	boolean
246	btnametextcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[19, 25]	\N	\N	\N	btnametextcmp	name, text	name, text	btnametextcmp	btnametextcmp(name,text)	integer
247	texteqname	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 19]	\N	\N	\N	texteqname	text, name	text, name	texteqname	texteqname(text,name)	boolean
248	textltname	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 19]	\N	\N	\N	textltname	text, name	text, name	textltname	textltname(text,name)	boolean
249	textlename	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 19]	\N	\N	\N	textlename	text, name	text, name	textlename	textlename(text,name)	boolean
250	textgename	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 19]	\N	\N	\N	textgename	text, name	text, name	textgename	textgename(text,name)	boolean
251	textgtname	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 19]	\N	\N	\N	textgtname	text, name	text, name	textgtname	textgtname(text,name)	boolean
252	textnename	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 19]	\N	\N	\N	textnename	text, name	text, name	textnename	textnename(text,name)	boolean
253	bttextnamecmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[25, 19]	\N	\N	\N	bttextnamecmp	text, name	text, name	bttextnamecmp	bttextnamecmp(text,name)	integer
267	table_am_handler_in	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	269	[2275]	\N	\N	\N	table_am_handler_in	cstring	cstring	table_am_handler_in	table_am_handler_in(cstring)	table_am_handler
268	table_am_handler_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[269]	\N	\N	\N	table_am_handler_out	table_am_handler	table_am_handler	table_am_handler_out	table_am_handler_out(table_am_handler)	cstring
274	timeofday	11	10	12	1	0	0	0	f	false	false	true	false	v	s	0	0	25	[]	\N	\N	\N	timeofday			timeofday	timeofday()	text
276	float8_combine	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1022	[1022, 1022]	\N	\N	\N	float8_combine	double precision[], double precision[]	double precision[], double precision[]	float8_combine	float8_combine(double precision[],double precision[])	double precision[]
277	inter_sl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[601, 628]	\N	\N	\N	inter_sl	lseg, line	lseg, line	inter_sl	inter_sl(lseg,line)	boolean
278	inter_lb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[628, 603]	\N	\N	\N	inter_lb	line, box	line, box	inter_lb	inter_lb(line,box)	boolean
279	float48mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[700, 701]	\N	\N	\N	float48mul	real, double precision	real, double precision	float48mul	float48mul(real,double precision)	double precision
280	float48div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[700, 701]	\N	\N	\N	float48div	real, double precision	real, double precision	float48div	float48div(real,double precision)	double precision
281	float48pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[700, 701]	\N	\N	\N	float48pl	real, double precision	real, double precision	float48pl	float48pl(real,double precision)	double precision
282	float48mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[700, 701]	\N	\N	\N	float48mi	real, double precision	real, double precision	float48mi	float48mi(real,double precision)	double precision
283	float84mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 700]	\N	\N	\N	float84mul	double precision, real	double precision, real	float84mul	float84mul(double precision,real)	double precision
284	float84div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 700]	\N	\N	\N	float84div	double precision, real	double precision, real	float84div	float84div(double precision,real)	double precision
285	float84pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 700]	\N	\N	\N	float84pl	double precision, real	double precision, real	float84pl	float84pl(double precision,real)	double precision
286	float84mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 700]	\N	\N	\N	float84mi	double precision, real	double precision, real	float84mi	float84mi(double precision,real)	double precision
287	float4eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 700]	\N	\N	\N	float4eq	real, real	real, real	float4eq	float4eq(real,real)	boolean
288	float4ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 700]	\N	\N	\N	float4ne	real, real	real, real	float4ne	float4ne(real,real)	boolean
289	float4lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 700]	\N	\N	\N	float4lt	real, real	real, real	float4lt	float4lt(real,real)	boolean
290	float4le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 700]	\N	\N	\N	float4le	real, real	real, real	float4le	float4le(real,real)	boolean
291	float4gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 700]	\N	\N	\N	float4gt	real, real	real, real	float4gt	float4gt(real,real)	boolean
292	float4ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 700]	\N	\N	\N	float4ge	real, real	real, real	float4ge	float4ge(real,real)	boolean
293	float8eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 701]	\N	\N	\N	float8eq	double precision, double precision	double precision, double precision	float8eq	float8eq(double precision,double precision)	boolean
294	float8ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 701]	\N	\N	\N	float8ne	double precision, double precision	double precision, double precision	float8ne	float8ne(double precision,double precision)	boolean
295	float8lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 701]	\N	\N	\N	float8lt	double precision, double precision	double precision, double precision	float8lt	float8lt(double precision,double precision)	boolean
296	float8le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 701]	\N	\N	\N	float8le	double precision, double precision	double precision, double precision	float8le	float8le(double precision,double precision)	boolean
297	float8gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 701]	\N	\N	\N	float8gt	double precision, double precision	double precision, double precision	float8gt	float8gt(double precision,double precision)	boolean
298	float8ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 701]	\N	\N	\N	float8ge	double precision, double precision	double precision, double precision	float8ge	float8ge(double precision,double precision)	boolean
299	float48eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 701]	\N	\N	\N	float48eq	real, double precision	real, double precision	float48eq	float48eq(real,double precision)	boolean
300	float48ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 701]	\N	\N	\N	float48ne	real, double precision	real, double precision	float48ne	float48ne(real,double precision)	boolean
301	float48lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 701]	\N	\N	\N	float48lt	real, double precision	real, double precision	float48lt	float48lt(real,double precision)	boolean
302	float48le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 701]	\N	\N	\N	float48le	real, double precision	real, double precision	float48le	float48le(real,double precision)	boolean
303	float48gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 701]	\N	\N	\N	float48gt	real, double precision	real, double precision	float48gt	float48gt(real,double precision)	boolean
304	float48ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[700, 701]	\N	\N	\N	float48ge	real, double precision	real, double precision	float48ge	float48ge(real,double precision)	boolean
305	float84eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 700]	\N	\N	\N	float84eq	double precision, real	double precision, real	float84eq	float84eq(double precision,real)	boolean
306	float84ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 700]	\N	\N	\N	float84ne	double precision, real	double precision, real	float84ne	float84ne(double precision,real)	boolean
307	float84lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 700]	\N	\N	\N	float84lt	double precision, real	double precision, real	float84lt	float84lt(double precision,real)	boolean
308	float84le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 700]	\N	\N	\N	float84le	double precision, real	double precision, real	float84le	float84le(double precision,real)	boolean
309	float84gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 700]	\N	\N	\N	float84gt	double precision, real	double precision, real	float84gt	float84gt(double precision,real)	boolean
310	float84ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[701, 700]	\N	\N	\N	float84ge	double precision, real	double precision, real	float84ge	float84ge(double precision,real)	boolean
311	float8	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	701	[700]	\N	\N	\N	ftod	real	real	pg_catalog.float8	float8(real)	double precision
312	float4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[701]	\N	\N	\N	dtof	double precision	double precision	pg_catalog.float4	float4(double precision)	real
313	int4	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	23	[21]	\N	\N	\N	i2toi4	smallint	smallint	pg_catalog.int4	int4(smallint)	integer
314	int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[23]	\N	\N	\N	i4toi2	integer	integer	pg_catalog.int2	int2(integer)	smallint
315	pg_jit_available	11	10	12	1	0	0	0	f	false	false	true	false	v	s	0	0	16	[]	\N	\N	\N	pg_jit_available			pg_jit_available	pg_jit_available()	boolean
316	float8	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	701	[23]	\N	\N	\N	i4tod	integer	integer	pg_catalog.float8	float8(integer)	double precision
317	int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[701]	\N	\N	\N	dtoi4	double precision	double precision	pg_catalog.int4	int4(double precision)	integer
318	float4	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	700	[23]	\N	\N	\N	i4tof	integer	integer	pg_catalog.float4	float4(integer)	real
319	int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[700]	\N	\N	\N	ftoi4	real	real	pg_catalog.int4	int4(real)	integer
320	width_bucket	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	23	[701, 701, 701, 23]	\N	\N	\N	width_bucket_float8	double precision, double precision, double precision, integer	double precision, double precision, double precision, integer	pg_catalog.width_bucket	width_bucket(double precision,double precision,double precision,integer)	integer
321	json_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	114	[2275]	\N	\N	\N	json_in	cstring	cstring	json_in	json_in(cstring)	json
322	json_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[114]	\N	\N	\N	json_out	json	json	json_out	json_out(json)	cstring
323	json_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	114	[2281]	\N	\N	\N	json_recv	internal	internal	json_recv	json_recv(internal)	json
324	json_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[114]	\N	\N	\N	json_send	json	json	json_send	json_send(json)	bytea
326	index_am_handler_in	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	325	[2275]	\N	\N	\N	index_am_handler_in	cstring	cstring	index_am_handler_in	index_am_handler_in(cstring)	index_am_handler
327	index_am_handler_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[325]	\N	\N	\N	index_am_handler_out	index_am_handler	index_am_handler	index_am_handler_out	index_am_handler_out(index_am_handler)	cstring
328	hashmacaddr8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[774]	\N	\N	\N	hashmacaddr8	macaddr8	macaddr8	hashmacaddr8	hashmacaddr8(macaddr8)	integer
329	hash_aclitem	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1033]	\N	\N	\N	hash_aclitem	aclitem	aclitem	hash_aclitem	hash_aclitem(aclitem)	integer
330	bthandler	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	325	[2281]	\N	\N	\N	bthandler	internal	internal	bthandler	bthandler(internal)	index_am_handler
331	hashhandler	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	325	[2281]	\N	\N	\N	hashhandler	internal	internal	hashhandler	hashhandler(internal)	index_am_handler
332	gisthandler	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	325	[2281]	\N	\N	\N	gisthandler	internal	internal	gisthandler	gisthandler(internal)	index_am_handler
333	ginhandler	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	325	[2281]	\N	\N	\N	ginhandler	internal	internal	ginhandler	ginhandler(internal)	index_am_handler
334	spghandler	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	325	[2281]	\N	\N	\N	spghandler	internal	internal	spghandler	spghandler(internal)	index_am_handler
335	brinhandler	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	325	[2281]	\N	\N	\N	brinhandler	internal	internal	brinhandler	brinhandler(internal)	index_am_handler
336	scalarlesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	scalarlesel	internal, oid, internal, integer	internal, oid, internal, integer	scalarlesel	scalarlesel(internal,oid,internal,integer)	double precision
337	scalargesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	scalargesel	internal, oid, internal, integer	internal, oid, internal, integer	scalargesel	scalargesel(internal,oid,internal,integer)	double precision
339	poly_same	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_same	polygon, polygon	polygon, polygon	poly_same	poly_same(polygon,polygon)	boolean
340	poly_contain	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_contain	polygon, polygon	polygon, polygon	poly_contain	poly_contain(polygon,polygon)	boolean
341	poly_left	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_left	polygon, polygon	polygon, polygon	poly_left	poly_left(polygon,polygon)	boolean
342	poly_overleft	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_overleft	polygon, polygon	polygon, polygon	poly_overleft	poly_overleft(polygon,polygon)	boolean
343	poly_overright	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_overright	polygon, polygon	polygon, polygon	poly_overright	poly_overright(polygon,polygon)	boolean
344	poly_right	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_right	polygon, polygon	polygon, polygon	poly_right	poly_right(polygon,polygon)	boolean
345	poly_contained	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_contained	polygon, polygon	polygon, polygon	poly_contained	poly_contained(polygon,polygon)	boolean
346	poly_overlap	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_overlap	polygon, polygon	polygon, polygon	poly_overlap	poly_overlap(polygon,polygon)	boolean
347	poly_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	604	[2275]	\N	\N	\N	poly_in	cstring	cstring	poly_in	poly_in(cstring)	polygon
348	poly_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[604]	\N	\N	\N	poly_out	polygon	polygon	poly_out	poly_out(polygon)	cstring
350	btint2cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[21, 21]	\N	\N	\N	btint2cmp	smallint, smallint	smallint, smallint	btint2cmp	btint2cmp(smallint,smallint)	integer
351	btint4cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	btint4cmp	integer, integer	integer, integer	btint4cmp	btint4cmp(integer,integer)	integer
354	btfloat4cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[700, 700]	\N	\N	\N	btfloat4cmp	real, real	real, real	btfloat4cmp	btfloat4cmp(real,real)	integer
355	btfloat8cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[701, 701]	\N	\N	\N	btfloat8cmp	double precision, double precision	double precision, double precision	btfloat8cmp	btfloat8cmp(double precision,double precision)	integer
356	btoidcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[26, 26]	\N	\N	\N	btoidcmp	oid, oid	oid, oid	btoidcmp	btoidcmp(oid,oid)	integer
357	dist_bp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[603, 600]	\N	\N	\N	dist_bp	box, point	box, point	dist_bp	dist_bp(box,point)	double precision
358	btcharcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[18, 18]	\N	\N	\N	btcharcmp	"char", "char"	"char", "char"	btcharcmp	btcharcmp("char","char")	integer
359	btnamecmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[19, 19]	\N	\N	\N	btnamecmp	name, name	name, name	btnamecmp	btnamecmp(name,name)	integer
360	bttextcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[25, 25]	\N	\N	\N	bttextcmp	text, text	text, text	bttextcmp	bttextcmp(text,text)	integer
361	lseg_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[601, 601]	\N	\N	\N	lseg_distance	lseg, lseg	lseg, lseg	lseg_distance	lseg_distance(lseg,lseg)	double precision
362	lseg_interpt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[601, 601]	\N	\N	\N	lseg_interpt	lseg, lseg	lseg, lseg	lseg_interpt	lseg_interpt(lseg,lseg)	point
363	dist_ps	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[600, 601]	\N	\N	\N	dist_ps	point, lseg	point, lseg	dist_ps	dist_ps(point,lseg)	double precision
364	dist_pb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[600, 603]	\N	\N	\N	dist_pb	point, box	point, box	dist_pb	dist_pb(point,box)	double precision
365	dist_sb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[601, 603]	\N	\N	\N	dist_sb	lseg, box	lseg, box	dist_sb	dist_sb(lseg,box)	double precision
366	close_ps	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[600, 601]	\N	\N	\N	close_ps	point, lseg	point, lseg	close_ps	close_ps(point,lseg)	point
367	close_pb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[600, 603]	\N	\N	\N	close_pb	point, box	point, box	close_pb	close_pb(point,box)	point
368	close_sb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[601, 603]	\N	\N	\N	close_sb	lseg, box	lseg, box	close_sb	close_sb(lseg,box)	point
369	on_ps	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 601]	\N	\N	\N	on_ps	point, lseg	point, lseg	on_ps	on_ps(point,lseg)	boolean
370	path_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[602, 602]	\N	\N	\N	path_distance	path, path	path, path	path_distance	path_distance(path,path)	double precision
371	dist_ppath	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[600, 602]	\N	\N	\N	dist_ppath	point, path	point, path	dist_ppath	dist_ppath(point,path)	double precision
372	on_sb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[601, 603]	\N	\N	\N	on_sb	lseg, box	lseg, box	on_sb	on_sb(lseg,box)	boolean
373	inter_sb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[601, 603]	\N	\N	\N	inter_sb	lseg, box	lseg, box	inter_sb	inter_sb(lseg,box)	boolean
376	string_to_array	11	10	12	1	0	0	0	f	false	false	false	false	i	s	3	0	1009	[25, 25, 25]	\N	\N	\N	text_to_array_null	text, text, text	text, text, text	pg_catalog.string_to_array	string_to_array(text,text,text)	text[]
377	cash_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[790, 790]	\N	\N	\N	cash_cmp	money, money	money, money	cash_cmp	cash_cmp(money,money)	integer
378	array_append	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	5078	[5078, 5077]	\N	\N	\N	array_append	anycompatiblearray, anycompatible	anycompatiblearray, anycompatible	array_append	array_append(anycompatiblearray,anycompatible)	anycompatiblearray
379	array_prepend	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	5078	[5077, 5078]	\N	\N	\N	array_prepend	anycompatible, anycompatiblearray	anycompatible, anycompatiblearray	array_prepend	array_prepend(anycompatible,anycompatiblearray)	anycompatiblearray
380	dist_sp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[601, 600]	\N	\N	\N	dist_sp	lseg, point	lseg, point	dist_sp	dist_sp(lseg,point)	double precision
381	dist_bs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[603, 601]	\N	\N	\N	dist_bs	box, lseg	box, lseg	dist_bs	dist_bs(box,lseg)	double precision
382	btarraycmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[2277, 2277]	\N	\N	\N	btarraycmp	anyarray, anyarray	anyarray, anyarray	btarraycmp	btarraycmp(anyarray,anyarray)	integer
383	array_cat	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	5078	[5078, 5078]	\N	\N	\N	array_cat	anycompatiblearray, anycompatiblearray	anycompatiblearray, anycompatiblearray	array_cat	array_cat(anycompatiblearray,anycompatiblearray)	anycompatiblearray
384	array_to_string	11	10	12	1	0	0	0	f	false	false	false	false	s	s	3	0	25	[2277, 25, 25]	\N	\N	\N	array_to_text_null	anyarray, text, text	anyarray, text, text	pg_catalog.array_to_string	array_to_string(anyarray,text,text)	text
386	scalarlejoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	scalarlejoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	scalarlejoinsel	scalarlejoinsel(internal,oid,internal,smallint,internal)	double precision
390	array_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	array_ne	anyarray, anyarray	anyarray, anyarray	array_ne	array_ne(anyarray,anyarray)	boolean
391	array_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	array_lt	anyarray, anyarray	anyarray, anyarray	array_lt	array_lt(anyarray,anyarray)	boolean
392	array_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	array_gt	anyarray, anyarray	anyarray, anyarray	array_gt	array_gt(anyarray,anyarray)	boolean
393	array_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	array_le	anyarray, anyarray	anyarray, anyarray	array_le	array_le(anyarray,anyarray)	boolean
394	string_to_array	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	1009	[25, 25]	\N	\N	\N	text_to_array	text, text	text, text	pg_catalog.string_to_array	string_to_array(text,text)	text[]
395	array_to_string	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[2277, 25]	\N	\N	\N	array_to_text	anyarray, text	anyarray, text	pg_catalog.array_to_string	array_to_string(anyarray,text)	text
396	array_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	array_ge	anyarray, anyarray	anyarray, anyarray	array_ge	array_ge(anyarray,anyarray)	boolean
398	scalargejoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	scalargejoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	scalargejoinsel	scalargejoinsel(internal,oid,internal,smallint,internal)	double precision
399	hashmacaddr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[829]	\N	\N	\N	hashmacaddr	macaddr	macaddr	hashmacaddr	hashmacaddr(macaddr)	integer
400	hashtext	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[25]	\N	\N	\N	hashtext	text	text	hashtext	hashtext(text)	integer
401	text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[1042]	\N	\N	\N	rtrim1	character	character	pg_catalog.text	text(character)	text
404	btoidvectorcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[30, 30]	\N	\N	\N	btoidvectorcmp	oidvector, oidvector	oidvector, oidvector	btoidvectorcmp	btoidvectorcmp(oidvector,oidvector)	integer
406	text	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	25	[19]	\N	\N	\N	name_text	name	name	pg_catalog.text	text(name)	text
407	name	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	19	[25]	\N	\N	\N	text_name	text	text	pg_catalog.name	name(text)	name
408	bpchar	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1042	[19]	\N	\N	\N	name_bpchar	name	name	pg_catalog.bpchar	bpchar(name)	character
409	name	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	19	[1042]	\N	\N	\N	bpchar_name	character	character	pg_catalog.name	name(character)	name
421	dist_pathp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[602, 600]	\N	\N	\N	dist_pathp	path, point	path, point	dist_pathp	dist_pathp(path,point)	double precision
422	hashinet	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[869]	\N	\N	\N	hashinet	inet	inet	hashinet	hashinet(inet)	integer
425	hashint4extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[23, 20]	\N	\N	\N	hashint4extended	integer, bigint	integer, bigint	hashint4extended	hashint4extended(integer,bigint)	bigint
432	hash_numeric	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1700]	\N	\N	\N	hash_numeric	numeric	numeric	hash_numeric	hash_numeric(numeric)	integer
436	macaddr_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	829	[2275]	\N	\N	\N	macaddr_in	cstring	cstring	macaddr_in	macaddr_in(cstring)	macaddr
437	macaddr_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[829]	\N	\N	\N	macaddr_out	macaddr	macaddr	macaddr_out	macaddr_out(macaddr)	cstring
438	num_nulls	11	10	12	1	0	2276	0	f	false	false	false	false	i	s	1	0	23	[2276]	[2276]	[v]	\N	pg_num_nulls	VARIADIC "any"	VARIADIC "any"	num_nulls	num_nulls("any")	integer
440	num_nonnulls	11	10	12	1	0	2276	0	f	false	false	false	false	i	s	1	0	23	[2276]	[2276]	[v]	\N	pg_num_nonnulls	VARIADIC "any"	VARIADIC "any"	num_nonnulls	num_nonnulls("any")	integer
441	hashint2extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[21, 20]	\N	\N	\N	hashint2extended	smallint, bigint	smallint, bigint	hashint2extended	hashint2extended(smallint,bigint)	bigint
442	hashint8extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	hashint8extended	bigint, bigint	bigint, bigint	hashint8extended	hashint8extended(bigint,bigint)	bigint
443	hashfloat4extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[700, 20]	\N	\N	\N	hashfloat4extended	real, bigint	real, bigint	hashfloat4extended	hashfloat4extended(real,bigint)	bigint
444	hashfloat8extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[701, 20]	\N	\N	\N	hashfloat8extended	double precision, bigint	double precision, bigint	hashfloat8extended	hashfloat8extended(double precision,bigint)	bigint
445	hashoidextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[26, 20]	\N	\N	\N	hashoidextended	oid, bigint	oid, bigint	hashoidextended	hashoidextended(oid,bigint)	bigint
446	hashcharextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[18, 20]	\N	\N	\N	hashcharextended	"char", bigint	"char", bigint	hashcharextended	hashcharextended("char",bigint)	bigint
447	hashnameextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[19, 20]	\N	\N	\N	hashnameextended	name, bigint	name, bigint	hashnameextended	hashnameextended(name,bigint)	bigint
448	hashtextextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[25, 20]	\N	\N	\N	hashtextextended	text, bigint	text, bigint	hashtextextended	hashtextextended(text,bigint)	bigint
449	hashint2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[21]	\N	\N	\N	hashint2	smallint	smallint	hashint2	hashint2(smallint)	integer
450	hashint4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[23]	\N	\N	\N	hashint4	integer	integer	hashint4	hashint4(integer)	integer
451	hashfloat4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[700]	\N	\N	\N	hashfloat4	real	real	hashfloat4	hashfloat4(real)	integer
452	hashfloat8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[701]	\N	\N	\N	hashfloat8	double precision	double precision	hashfloat8	hashfloat8(double precision)	integer
453	hashoid	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[26]	\N	\N	\N	hashoid	oid	oid	hashoid	hashoid(oid)	integer
454	hashchar	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[18]	\N	\N	\N	hashchar	"char"	"char"	hashchar	hashchar("char")	integer
455	hashname	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[19]	\N	\N	\N	hashname	name	name	hashname	hashname(name)	integer
456	hashvarlena	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[2281]	\N	\N	\N	hashvarlena	internal	internal	hashvarlena	hashvarlena(internal)	integer
457	hashoidvector	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[30]	\N	\N	\N	hashoidvector	oidvector	oidvector	hashoidvector	hashoidvector(oidvector)	integer
458	text_larger	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	text_larger	text, text	text, text	text_larger	text_larger(text,text)	text
459	text_smaller	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	text_smaller	text, text	text, text	text_smaller	text_smaller(text,text)	text
460	int8in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[2275]	\N	\N	\N	int8in	cstring	cstring	int8in	int8in(cstring)	bigint
461	int8out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[20]	\N	\N	\N	int8out	bigint	bigint	int8out	int8out(bigint)	cstring
462	int8um	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[20]	\N	\N	\N	int8um	bigint	bigint	int8um	int8um(bigint)	bigint
463	int8pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8pl	bigint, bigint	bigint, bigint	int8pl	int8pl(bigint,bigint)	bigint
464	int8mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8mi	bigint, bigint	bigint, bigint	int8mi	int8mi(bigint,bigint)	bigint
465	int8mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8mul	bigint, bigint	bigint, bigint	int8mul	int8mul(bigint,bigint)	bigint
466	int8div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8div	bigint, bigint	bigint, bigint	int8div	int8div(bigint,bigint)	bigint
467	int8eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 20]	\N	\N	\N	int8eq	bigint, bigint	bigint, bigint	int8eq	int8eq(bigint,bigint)	boolean
468	int8ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 20]	\N	\N	\N	int8ne	bigint, bigint	bigint, bigint	int8ne	int8ne(bigint,bigint)	boolean
469	int8lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 20]	\N	\N	\N	int8lt	bigint, bigint	bigint, bigint	int8lt	int8lt(bigint,bigint)	boolean
470	int8gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 20]	\N	\N	\N	int8gt	bigint, bigint	bigint, bigint	int8gt	int8gt(bigint,bigint)	boolean
471	int8le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 20]	\N	\N	\N	int8le	bigint, bigint	bigint, bigint	int8le	int8le(bigint,bigint)	boolean
472	int8ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 20]	\N	\N	\N	int8ge	bigint, bigint	bigint, bigint	int8ge	int8ge(bigint,bigint)	boolean
474	int84eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 23]	\N	\N	\N	int84eq	bigint, integer	bigint, integer	int84eq	int84eq(bigint,integer)	boolean
475	int84ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 23]	\N	\N	\N	int84ne	bigint, integer	bigint, integer	int84ne	int84ne(bigint,integer)	boolean
476	int84lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 23]	\N	\N	\N	int84lt	bigint, integer	bigint, integer	int84lt	int84lt(bigint,integer)	boolean
477	int84gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 23]	\N	\N	\N	int84gt	bigint, integer	bigint, integer	int84gt	int84gt(bigint,integer)	boolean
478	int84le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 23]	\N	\N	\N	int84le	bigint, integer	bigint, integer	int84le	int84le(bigint,integer)	boolean
479	int84ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 23]	\N	\N	\N	int84ge	bigint, integer	bigint, integer	int84ge	int84ge(bigint,integer)	boolean
480	int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[20]	\N	\N	\N	int84	bigint	bigint	pg_catalog.int4	int4(bigint)	integer
481	int8	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	20	[23]	\N	\N	\N	int48	integer	integer	pg_catalog.int8	int8(integer)	bigint
482	float8	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	701	[20]	\N	\N	\N	i8tod	bigint	bigint	pg_catalog.float8	float8(bigint)	double precision
483	int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[701]	\N	\N	\N	dtoi8	double precision	double precision	pg_catalog.int8	int8(double precision)	bigint
515	array_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2277	[2277, 2277]	\N	\N	\N	array_larger	anyarray, anyarray	anyarray, anyarray	array_larger	array_larger(anyarray,anyarray)	anyarray
516	array_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2277	[2277, 2277]	\N	\N	\N	array_smaller	anyarray, anyarray	anyarray, anyarray	array_smaller	array_smaller(anyarray,anyarray)	anyarray
619	oidvectorne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[30, 30]	\N	\N	\N	oidvectorne	oidvector, oidvector	oidvector, oidvector	oidvectorne	oidvectorne(oidvector,oidvector)	boolean
626	hash_array	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[2277]	\N	\N	\N	hash_array	anyarray	anyarray	hash_array	hash_array(anyarray)	integer
652	float4	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	700	[20]	\N	\N	\N	i8tof	bigint	bigint	pg_catalog.float4	float4(bigint)	real
653	int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[700]	\N	\N	\N	ftoi8	real	real	pg_catalog.int8	int8(real)	bigint
655	namelt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 19]	\N	\N	\N	namelt	name, name	name, name	namelt	namelt(name,name)	boolean
656	namele	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 19]	\N	\N	\N	namele	name, name	name, name	namele	namele(name,name)	boolean
657	namegt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 19]	\N	\N	\N	namegt	name, name	name, name	namegt	namegt(name,name)	boolean
658	namege	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 19]	\N	\N	\N	namege	name, name	name, name	namege	namege(name,name)	boolean
659	namene	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[19, 19]	\N	\N	\N	namene	name, name	name, name	namene	namene(name,name)	boolean
668	bpchar	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1042	[1042, 23, 16]	\N	\N	\N	bpchar	character, integer, boolean	character, integer, boolean	pg_catalog.bpchar	bpchar(character,integer,boolean)	character
669	varchar	11	10	12	1	0	0	3097	f	false	false	true	false	i	s	3	0	1043	[1043, 23, 16]	\N	\N	\N	varchar	character varying, integer, boolean	character varying, integer, boolean	pg_catalog."varchar"	"varchar"(character varying,integer,boolean)	character varying
677	oidvectorlt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[30, 30]	\N	\N	\N	oidvectorlt	oidvector, oidvector	oidvector, oidvector	oidvectorlt	oidvectorlt(oidvector,oidvector)	boolean
678	oidvectorle	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[30, 30]	\N	\N	\N	oidvectorle	oidvector, oidvector	oidvector, oidvector	oidvectorle	oidvectorle(oidvector,oidvector)	boolean
679	oidvectoreq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[30, 30]	\N	\N	\N	oidvectoreq	oidvector, oidvector	oidvector, oidvector	oidvectoreq	oidvectoreq(oidvector,oidvector)	boolean
680	oidvectorge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[30, 30]	\N	\N	\N	oidvectorge	oidvector, oidvector	oidvector, oidvector	oidvectorge	oidvectorge(oidvector,oidvector)	boolean
681	oidvectorgt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[30, 30]	\N	\N	\N	oidvectorgt	oidvector, oidvector	oidvector, oidvector	oidvectorgt	oidvectorgt(oidvector,oidvector)	boolean
702	dist_lp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[628, 600]	\N	\N	\N	dist_lp	line, point	line, point	dist_lp	dist_lp(line,point)	double precision
704	dist_ls	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[628, 601]	\N	\N	\N	dist_ls	line, lseg	line, lseg	dist_ls	dist_ls(line,lseg)	double precision
714	int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[20]	\N	\N	\N	int82	bigint	bigint	pg_catalog.int2	int2(bigint)	smallint
716	oidlt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[26, 26]	\N	\N	\N	oidlt	oid, oid	oid, oid	oidlt	oidlt(oid,oid)	boolean
717	oidle	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[26, 26]	\N	\N	\N	oidle	oid, oid	oid, oid	oidle	oidle(oid,oid)	boolean
720	octet_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[17]	\N	\N	\N	byteaoctetlen	bytea	bytea	pg_catalog.octet_length	octet_length(bytea)	integer
721	get_byte	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[17, 23]	\N	\N	\N	byteaGetByte	bytea, integer	bytea, integer	get_byte	get_byte(bytea,integer)	integer
722	set_byte	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	17	[17, 23, 23]	\N	\N	\N	byteaSetByte	bytea, integer, integer	bytea, integer, integer	set_byte	set_byte(bytea,integer,integer)	bytea
723	get_bit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[17, 20]	\N	\N	\N	byteaGetBit	bytea, bigint	bytea, bigint	pg_catalog.get_bit	get_bit(bytea,bigint)	integer
724	set_bit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	17	[17, 20, 23]	\N	\N	\N	byteaSetBit	bytea, bigint, integer	bytea, bigint, integer	pg_catalog.set_bit	set_bit(bytea,bigint,integer)	bytea
725	dist_pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[600, 628]	\N	\N	\N	dist_pl	point, line	point, line	dist_pl	dist_pl(point,line)	double precision
727	dist_sl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[601, 628]	\N	\N	\N	dist_sl	lseg, line	lseg, line	dist_sl	dist_sl(lseg,line)	double precision
728	dist_cpoly	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[718, 604]	\N	\N	\N	dist_cpoly	circle, polygon	circle, polygon	dist_cpoly	dist_cpoly(circle,polygon)	double precision
729	poly_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[604, 604]	\N	\N	\N	poly_distance	polygon, polygon	polygon, polygon	poly_distance	poly_distance(polygon,polygon)	double precision
730	text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[869]	\N	\N	\N	network_show	inet	inet	pg_catalog.text	text(inet)	text
740	text_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_lt	text, text	text, text	text_lt	text_lt(text,text)	boolean
741	text_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_le	text, text	text, text	text_le	text_le(text,text)	boolean
742	text_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_gt	text, text	text, text	text_gt	text_gt(text,text)	boolean
743	text_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_ge	text, text	text, text	text_ge	text_ge(text,text)	boolean
744	array_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	array_eq	anyarray, anyarray	anyarray, anyarray	array_eq	array_eq(anyarray,anyarray)	boolean
745	current_user	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	19	[]	\N	\N	\N	current_user			"current_user"	"current_user"()	name
746	session_user	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	19	[]	\N	\N	\N	session_user			"session_user"	"session_user"()	name
747	array_dims	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[2277]	\N	\N	\N	array_dims	anyarray	anyarray	array_dims	array_dims(anyarray)	text
748	array_ndims	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[2277]	\N	\N	\N	array_ndims	anyarray	anyarray	array_ndims	array_ndims(anyarray)	integer
749	overlay	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	17	[17, 17, 23, 23]	\N	\N	\N	byteaoverlay	bytea, bytea, integer, integer	bytea, bytea, integer, integer	pg_catalog."overlay"	"overlay"(bytea,bytea,integer,integer)	bytea
750	array_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	2277	[2275, 26, 23]	\N	\N	\N	array_in	cstring, oid, integer	cstring, oid, integer	array_in	array_in(cstring,oid,integer)	anyarray
751	array_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2277]	\N	\N	\N	array_out	anyarray	anyarray	array_out	array_out(anyarray)	cstring
752	overlay	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	17	[17, 17, 23]	\N	\N	\N	byteaoverlay_no_len	bytea, bytea, integer	bytea, bytea, integer	pg_catalog."overlay"	"overlay"(bytea,bytea,integer)	bytea
754	int8	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	20	[21]	\N	\N	\N	int28	smallint	smallint	pg_catalog.int8	int8(smallint)	bigint
768	int4larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4larger	integer, integer	integer, integer	int4larger	int4larger(integer,integer)	integer
769	int4smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4smaller	integer, integer	integer, integer	int4smaller	int4smaller(integer,integer)	integer
770	int2larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2larger	smallint, smallint	smallint, smallint	int2larger	int2larger(smallint,smallint)	smallint
771	int2smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2smaller	smallint, smallint	smallint, smallint	int2smaller	int2smaller(smallint,smallint)	smallint
772	hashvarlenaextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[2281, 20]	\N	\N	\N	hashvarlenaextended	internal, bigint	internal, bigint	hashvarlenaextended	hashvarlenaextended(internal,bigint)	bigint
776	hashoidvectorextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[30, 20]	\N	\N	\N	hashoidvectorextended	oidvector, bigint	oidvector, bigint	hashoidvectorextended	hashoidvectorextended(oidvector,bigint)	bigint
777	hash_aclitem_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[1033, 20]	\N	\N	\N	hash_aclitem_extended	aclitem, bigint	aclitem, bigint	hash_aclitem_extended	hash_aclitem_extended(aclitem,bigint)	bigint
778	hashmacaddrextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[829, 20]	\N	\N	\N	hashmacaddrextended	macaddr, bigint	macaddr, bigint	hashmacaddrextended	hashmacaddrextended(macaddr,bigint)	bigint
779	hashinetextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[869, 20]	\N	\N	\N	hashinetextended	inet, bigint	inet, bigint	hashinetextended	hashinetextended(inet,bigint)	bigint
780	hash_numeric_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[1700, 20]	\N	\N	\N	hash_numeric_extended	numeric, bigint	numeric, bigint	hash_numeric_extended	hash_numeric_extended(numeric,bigint)	bigint
781	hashmacaddr8extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[774, 20]	\N	\N	\N	hashmacaddr8extended	macaddr8, bigint	macaddr8, bigint	hashmacaddr8extended	hashmacaddr8extended(macaddr8,bigint)	bigint
782	hash_array_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[2277, 20]	\N	\N	\N	hash_array_extended	anyarray, bigint	anyarray, bigint	hash_array_extended	hash_array_extended(anyarray,bigint)	bigint
785	dist_polyc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[604, 718]	\N	\N	\N	dist_polyc	polygon, circle	polygon, circle	dist_polyc	dist_polyc(polygon,circle)	double precision
810	pg_client_encoding	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	19	[]	\N	\N	\N	pg_client_encoding			pg_client_encoding	pg_client_encoding()	name
817	current_query	11	10	12	1	0	0	0	f	false	false	false	false	v	r	0	0	25	[]	\N	\N	\N	current_query			current_query	current_query()	text
830	macaddr_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[829, 829]	\N	\N	\N	macaddr_eq	macaddr, macaddr	macaddr, macaddr	macaddr_eq	macaddr_eq(macaddr,macaddr)	boolean
831	macaddr_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[829, 829]	\N	\N	\N	macaddr_lt	macaddr, macaddr	macaddr, macaddr	macaddr_lt	macaddr_lt(macaddr,macaddr)	boolean
832	macaddr_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[829, 829]	\N	\N	\N	macaddr_le	macaddr, macaddr	macaddr, macaddr	macaddr_le	macaddr_le(macaddr,macaddr)	boolean
833	macaddr_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[829, 829]	\N	\N	\N	macaddr_gt	macaddr, macaddr	macaddr, macaddr	macaddr_gt	macaddr_gt(macaddr,macaddr)	boolean
834	macaddr_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[829, 829]	\N	\N	\N	macaddr_ge	macaddr, macaddr	macaddr, macaddr	macaddr_ge	macaddr_ge(macaddr,macaddr)	boolean
835	macaddr_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[829, 829]	\N	\N	\N	macaddr_ne	macaddr, macaddr	macaddr, macaddr	macaddr_ne	macaddr_ne(macaddr,macaddr)	boolean
836	macaddr_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[829, 829]	\N	\N	\N	macaddr_cmp	macaddr, macaddr	macaddr, macaddr	macaddr_cmp	macaddr_cmp(macaddr,macaddr)	integer
837	int82pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 21]	\N	\N	\N	int82pl	bigint, smallint	bigint, smallint	int82pl	int82pl(bigint,smallint)	bigint
838	int82mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 21]	\N	\N	\N	int82mi	bigint, smallint	bigint, smallint	int82mi	int82mi(bigint,smallint)	bigint
839	int82mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 21]	\N	\N	\N	int82mul	bigint, smallint	bigint, smallint	int82mul	int82mul(bigint,smallint)	bigint
840	int82div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 21]	\N	\N	\N	int82div	bigint, smallint	bigint, smallint	int82div	int82div(bigint,smallint)	bigint
841	int28pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[21, 20]	\N	\N	\N	int28pl	smallint, bigint	smallint, bigint	int28pl	int28pl(smallint,bigint)	bigint
842	btint8cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[20, 20]	\N	\N	\N	btint8cmp	bigint, bigint	bigint, bigint	btint8cmp	btint8cmp(bigint,bigint)	integer
846	cash_mul_flt4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 700]	\N	\N	\N	cash_mul_flt4	money, real	money, real	cash_mul_flt4	cash_mul_flt4(money,real)	money
847	cash_div_flt4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 700]	\N	\N	\N	cash_div_flt4	money, real	money, real	cash_div_flt4	cash_div_flt4(money,real)	money
848	flt4_mul_cash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[700, 790]	\N	\N	\N	flt4_mul_cash	real, money	real, money	flt4_mul_cash	flt4_mul_cash(real,money)	money
849	position	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[25, 25]	\N	\N	\N	textpos	text, text	text, text	pg_catalog."position"	"position"(text,text)	integer
850	textlike	11	10	12	1	0	0	1023	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	textlike	text, text	text, text	textlike	textlike(text,text)	boolean
851	textnlike	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	textnlike	text, text	text, text	textnlike	textnlike(text,text)	boolean
852	int48eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 20]	\N	\N	\N	int48eq	integer, bigint	integer, bigint	int48eq	int48eq(integer,bigint)	boolean
853	int48ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 20]	\N	\N	\N	int48ne	integer, bigint	integer, bigint	int48ne	int48ne(integer,bigint)	boolean
854	int48lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 20]	\N	\N	\N	int48lt	integer, bigint	integer, bigint	int48lt	int48lt(integer,bigint)	boolean
855	int48gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 20]	\N	\N	\N	int48gt	integer, bigint	integer, bigint	int48gt	int48gt(integer,bigint)	boolean
856	int48le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 20]	\N	\N	\N	int48le	integer, bigint	integer, bigint	int48le	int48le(integer,bigint)	boolean
857	int48ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[23, 20]	\N	\N	\N	int48ge	integer, bigint	integer, bigint	int48ge	int48ge(integer,bigint)	boolean
858	namelike	11	10	12	1	0	0	1023	f	false	false	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	namelike	name, text	name, text	namelike	namelike(name,text)	boolean
859	namenlike	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	namenlike	name, text	name, text	namenlike	namenlike(name,text)	boolean
860	bpchar	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1042	[18]	\N	\N	\N	char_bpchar	"char"	"char"	pg_catalog.bpchar	bpchar("char")	character
861	current_database	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	19	[]	\N	\N	\N	current_database			current_database	current_database()	name
862	int4_mul_cash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[23, 790]	\N	\N	\N	int4_mul_cash	integer, money	integer, money	int4_mul_cash	int4_mul_cash(integer,money)	money
863	int2_mul_cash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[21, 790]	\N	\N	\N	int2_mul_cash	smallint, money	smallint, money	int2_mul_cash	int2_mul_cash(smallint,money)	money
864	cash_mul_int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 23]	\N	\N	\N	cash_mul_int4	money, integer	money, integer	cash_mul_int4	cash_mul_int4(money,integer)	money
865	cash_div_int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 23]	\N	\N	\N	cash_div_int4	money, integer	money, integer	cash_div_int4	cash_div_int4(money,integer)	money
866	cash_mul_int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 21]	\N	\N	\N	cash_mul_int2	money, smallint	money, smallint	cash_mul_int2	cash_mul_int2(money,smallint)	money
867	cash_div_int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 21]	\N	\N	\N	cash_div_int2	money, smallint	money, smallint	cash_div_int2	cash_div_int2(money,smallint)	money
868	strpos	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[25, 25]	\N	\N	\N	textpos	text, text	text, text	strpos	strpos(text,text)	integer
870	lower	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	lower	text	text	pg_catalog.lower	lower(text)	text
871	upper	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	upper	text	text	pg_catalog.upper	upper(text)	text
872	initcap	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	initcap	text	text	initcap	initcap(text)	text
873	lpad	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 23, 25]	\N	\N	\N	lpad	text, integer, text	text, integer, text	pg_catalog.lpad	lpad(text,integer,text)	text
874	rpad	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 23, 25]	\N	\N	\N	rpad	text, integer, text	text, integer, text	pg_catalog.rpad	rpad(text,integer,text)	text
875	ltrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	ltrim	text, text	text, text	pg_catalog.ltrim	ltrim(text,text)	text
876	rtrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	rtrim	text, text	text, text	pg_catalog.rtrim	rtrim(text,text)	text
877	substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 23, 23]	\N	\N	\N	text_substr	text, integer, integer	text, integer, integer	pg_catalog.substr	substr(text,integer,integer)	text
878	translate	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 25, 25]	\N	\N	\N	translate	text, text, text	text, text, text	translate	translate(text,text,text)	text
879	lpad	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 23]	\N	\N	\N		text, integer	text, integer	pg_catalog.lpad	lpad(text,integer)	text
880	rpad	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 23]	\N	\N	\N		text, integer	text, integer	pg_catalog.rpad	rpad(text,integer)	text
881	ltrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	ltrim1	text	text	pg_catalog.ltrim	ltrim(text)	text
882	rtrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	rtrim1	text	text	pg_catalog.rtrim	rtrim(text)	text
883	substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 23]	\N	\N	\N	text_substr_no_len	text, integer	text, integer	pg_catalog.substr	substr(text,integer)	text
884	btrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	btrim	text, text	text, text	pg_catalog.btrim	btrim(text,text)	text
885	btrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	btrim1	text	text	pg_catalog.btrim	btrim(text)	text
886	cash_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	790	[2275]	\N	\N	\N	cash_in	cstring	cstring	cash_in	cash_in(cstring)	money
887	cash_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[790]	\N	\N	\N	cash_out	money	money	cash_out	cash_out(money)	cstring
888	cash_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[790, 790]	\N	\N	\N	cash_eq	money, money	money, money	cash_eq	cash_eq(money,money)	boolean
889	cash_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[790, 790]	\N	\N	\N	cash_ne	money, money	money, money	cash_ne	cash_ne(money,money)	boolean
890	cash_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[790, 790]	\N	\N	\N	cash_lt	money, money	money, money	cash_lt	cash_lt(money,money)	boolean
891	cash_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[790, 790]	\N	\N	\N	cash_le	money, money	money, money	cash_le	cash_le(money,money)	boolean
892	cash_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[790, 790]	\N	\N	\N	cash_gt	money, money	money, money	cash_gt	cash_gt(money,money)	boolean
893	cash_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[790, 790]	\N	\N	\N	cash_ge	money, money	money, money	cash_ge	cash_ge(money,money)	boolean
894	cash_pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 790]	\N	\N	\N	cash_pl	money, money	money, money	cash_pl	cash_pl(money,money)	money
895	cash_mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 790]	\N	\N	\N	cash_mi	money, money	money, money	cash_mi	cash_mi(money,money)	money
896	cash_mul_flt8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 701]	\N	\N	\N	cash_mul_flt8	money, double precision	money, double precision	cash_mul_flt8	cash_mul_flt8(money,double precision)	money
897	cash_div_flt8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 701]	\N	\N	\N	cash_div_flt8	money, double precision	money, double precision	cash_div_flt8	cash_div_flt8(money,double precision)	money
898	cashlarger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 790]	\N	\N	\N	cashlarger	money, money	money, money	cashlarger	cashlarger(money,money)	money
899	cashsmaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 790]	\N	\N	\N	cashsmaller	money, money	money, money	cashsmaller	cashsmaller(money,money)	money
910	inet_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	869	[2275]	\N	\N	\N	inet_in	cstring	cstring	inet_in	inet_in(cstring)	inet
911	inet_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[869]	\N	\N	\N	inet_out	inet	inet	inet_out	inet_out(inet)	cstring
919	flt8_mul_cash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[701, 790]	\N	\N	\N	flt8_mul_cash	double precision, money	double precision, money	flt8_mul_cash	flt8_mul_cash(double precision,money)	money
920	network_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_eq	inet, inet	inet, inet	network_eq	network_eq(inet,inet)	boolean
921	network_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_lt	inet, inet	inet, inet	network_lt	network_lt(inet,inet)	boolean
922	network_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_le	inet, inet	inet, inet	network_le	network_le(inet,inet)	boolean
923	network_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_gt	inet, inet	inet, inet	network_gt	network_gt(inet,inet)	boolean
924	network_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_ge	inet, inet	inet, inet	network_ge	network_ge(inet,inet)	boolean
925	network_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_ne	inet, inet	inet, inet	network_ne	network_ne(inet,inet)	boolean
926	network_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[869, 869]	\N	\N	\N	network_cmp	inet, inet	inet, inet	network_cmp	network_cmp(inet,inet)	integer
927	network_sub	11	10	12	1	0	0	1173	f	false	false	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_sub	inet, inet	inet, inet	network_sub	network_sub(inet,inet)	boolean
928	network_subeq	11	10	12	1	0	0	1173	f	false	false	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_subeq	inet, inet	inet, inet	network_subeq	network_subeq(inet,inet)	boolean
929	network_sup	11	10	12	1	0	0	1173	f	false	false	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_sup	inet, inet	inet, inet	network_sup	network_sup(inet,inet)	boolean
930	network_supeq	11	10	12	1	0	0	1173	f	false	false	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_supeq	inet, inet	inet, inet	network_supeq	network_supeq(inet,inet)	boolean
936	substring	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 23, 23]	\N	\N	\N	text_substr	text, integer, integer	text, integer, integer	pg_catalog."substring"	"substring"(text,integer,integer)	text
937	substring	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 23]	\N	\N	\N	text_substr_no_len	text, integer	text, integer	pg_catalog."substring"	"substring"(text,integer)	text
938	generate_series	11	10	12	1	1000	0	0	f	false	false	true	true	i	s	3	0	1114	[1114, 1114, 1186]	\N	\N	\N	generate_series_timestamp	timestamp without time zone, timestamp without time zone, interval	timestamp without time zone, timestamp without time zone, interval	pg_catalog.generate_series	generate_series(timestamp without time zone,timestamp without time zone,interval)	SETOF timestamp without time zone
939	generate_series	11	10	12	1	1000	0	0	f	false	false	true	true	s	s	3	0	1184	[1184, 1184, 1186]	\N	\N	\N	generate_series_timestamptz	timestamp with time zone, timestamp with time zone, interval	timestamp with time zone, timestamp with time zone, interval	pg_catalog.generate_series	generate_series(timestamp with time zone,timestamp with time zone,interval)	SETOF timestamp with time zone
940	mod	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2mod	smallint, smallint	smallint, smallint	pg_catalog.mod	mod(smallint,smallint)	smallint
941	mod	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4mod	integer, integer	integer, integer	pg_catalog.mod	mod(integer,integer)	integer
942	int28mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[21, 20]	\N	\N	\N	int28mi	smallint, bigint	smallint, bigint	int28mi	int28mi(smallint,bigint)	bigint
943	int28mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[21, 20]	\N	\N	\N	int28mul	smallint, bigint	smallint, bigint	int28mul	int28mul(smallint,bigint)	bigint
944	char	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	18	[25]	\N	\N	\N	text_char	text	text	pg_catalog."char"	"char"(text)	"char"
945	int8mod	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8mod	bigint, bigint	bigint, bigint	int8mod	int8mod(bigint,bigint)	bigint
946	text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[18]	\N	\N	\N	char_text	"char"	"char"	pg_catalog.text	text("char")	text
947	mod	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8mod	bigint, bigint	bigint, bigint	pg_catalog.mod	mod(bigint,bigint)	bigint
948	int28div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[21, 20]	\N	\N	\N	int28div	smallint, bigint	smallint, bigint	int28div	int28div(smallint,bigint)	bigint
949	hashint8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[20]	\N	\N	\N	hashint8	bigint	bigint	hashint8	hashint8(bigint)	integer
959	on_pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 628]	\N	\N	\N	on_pl	point, line	point, line	on_pl	on_pl(point,line)	boolean
960	on_sl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[601, 628]	\N	\N	\N	on_sl	lseg, line	lseg, line	on_sl	on_sl(lseg,line)	boolean
961	close_pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[600, 628]	\N	\N	\N	close_pl	point, line	point, line	close_pl	close_pl(point,line)	point
972	hashbpcharextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[1042, 20]	\N	\N	\N	hashbpcharextended	character, bigint	character, bigint	hashbpcharextended	hashbpcharextended(character,bigint)	bigint
973	path_inter	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[602, 602]	\N	\N	\N	path_inter	path, path	path, path	path_inter	path_inter(path,path)	boolean
978	box_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[603, 603]	\N	\N	\N	box_distance	box, box	box, box	box_distance	box_distance(box,box)	double precision
980	box_intersect	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	603	[603, 603]	\N	\N	\N	box_intersect	box, box	box, box	box_intersect	box_intersect(box,box)	box
982	path_n_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[602, 602]	\N	\N	\N	path_n_lt	path, path	path, path	path_n_lt	path_n_lt(path,path)	boolean
983	path_n_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[602, 602]	\N	\N	\N	path_n_gt	path, path	path, path	path_n_gt	path_n_gt(path,path)	boolean
984	path_n_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[602, 602]	\N	\N	\N	path_n_eq	path, path	path, path	path_n_eq	path_n_eq(path,path)	boolean
985	path_n_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[602, 602]	\N	\N	\N	path_n_le	path, path	path, path	path_n_le	path_n_le(path,path)	boolean
986	path_n_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[602, 602]	\N	\N	\N	path_n_ge	path, path	path, path	path_n_ge	path_n_ge(path,path)	boolean
987	path_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[602]	\N	\N	\N	path_length	path	path	path_length	path_length(path)	double precision
988	point_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 600]	\N	\N	\N	point_ne	point, point	point, point	point_ne	point_ne(point,point)	boolean
989	point_vert	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 600]	\N	\N	\N	point_vert	point, point	point, point	point_vert	point_vert(point,point)	boolean
990	point_horiz	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 600]	\N	\N	\N	point_horiz	point, point	point, point	point_horiz	point_horiz(point,point)	boolean
991	point_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[600, 600]	\N	\N	\N	point_distance	point, point	point, point	point_distance	point_distance(point,point)	double precision
994	lseg_intersect	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_intersect	lseg, lseg	lseg, lseg	lseg_intersect	lseg_intersect(lseg,lseg)	boolean
995	lseg_parallel	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_parallel	lseg, lseg	lseg, lseg	lseg_parallel	lseg_parallel(lseg,lseg)	boolean
996	lseg_perp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_perp	lseg, lseg	lseg, lseg	lseg_perp	lseg_perp(lseg,lseg)	boolean
997	lseg_vertical	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[601]	\N	\N	\N	lseg_vertical	lseg	lseg	lseg_vertical	lseg_vertical(lseg)	boolean
998	lseg_horizontal	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[601]	\N	\N	\N	lseg_horizontal	lseg	lseg	lseg_horizontal	lseg_horizontal(lseg)	boolean
999	lseg_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_eq	lseg, lseg	lseg, lseg	lseg_eq	lseg_eq(lseg,lseg)	boolean
1023	textlike_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	textlike_support	internal	internal	textlike_support	textlike_support(internal)	internal
1024	texticregexeq_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	texticregexeq_support	internal	internal	texticregexeq_support	texticregexeq_support(internal)	internal
1025	texticlike_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	texticlike_support	internal	internal	texticlike_support	texticlike_support(internal)	internal
1026	timezone	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1186, 1184]	\N	\N	\N	timestamptz_izone	interval, timestamp with time zone	interval, timestamp with time zone	pg_catalog.timezone	timezone(interval,timestamp with time zone)	timestamp without time zone
1030	gist_point_compress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	gist_point_compress	internal	internal	gist_point_compress	gist_point_compress(internal)	internal
1031	aclitemin	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1033	[2275]	\N	\N	\N	aclitemin	cstring	cstring	aclitemin	aclitemin(cstring)	aclitem
1032	aclitemout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[1033]	\N	\N	\N	aclitemout	aclitem	aclitem	aclitemout	aclitemout(aclitem)	cstring
1035	aclinsert	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1034	[1034, 1033]	\N	\N	\N	aclinsert	aclitem[], aclitem	aclitem[], aclitem	aclinsert	aclinsert(aclitem[],aclitem)	aclitem[]
1036	aclremove	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1034	[1034, 1033]	\N	\N	\N	aclremove	aclitem[], aclitem	aclitem[], aclitem	aclremove	aclremove(aclitem[],aclitem)	aclitem[]
1037	aclcontains	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1034, 1033]	\N	\N	\N	aclcontains	aclitem[], aclitem	aclitem[], aclitem	aclcontains	aclcontains(aclitem[],aclitem)	boolean
1039	getdatabaseencoding	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	19	[]	\N	\N	\N	getdatabaseencoding			getdatabaseencoding	getdatabaseencoding()	name
1044	bpcharin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1042	[2275, 26, 23]	\N	\N	\N	bpcharin	cstring, oid, integer	cstring, oid, integer	bpcharin	bpcharin(cstring,oid,integer)	character
1045	bpcharout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[1042]	\N	\N	\N	bpcharout	character	character	bpcharout	bpcharout(character)	cstring
1046	varcharin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1043	[2275, 26, 23]	\N	\N	\N	varcharin	cstring, oid, integer	cstring, oid, integer	varcharin	varcharin(cstring,oid,integer)	character varying
1047	varcharout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[1043]	\N	\N	\N	varcharout	character varying	character varying	varcharout	varcharout(character varying)	cstring
1048	bpchareq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpchareq	character, character	character, character	bpchareq	bpchareq(character,character)	boolean
1049	bpcharlt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpcharlt	character, character	character, character	bpcharlt	bpcharlt(character,character)	boolean
1050	bpcharle	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpcharle	character, character	character, character	bpcharle	bpcharle(character,character)	boolean
1051	bpchargt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpchargt	character, character	character, character	bpchargt	bpchargt(character,character)	boolean
1052	bpcharge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpcharge	character, character	character, character	bpcharge	bpcharge(character,character)	boolean
1053	bpcharne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpcharne	character, character	character, character	bpcharne	bpcharne(character,character)	boolean
1062	aclitemeq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1033, 1033]	\N	\N	\N	aclitem_eq	aclitem, aclitem	aclitem, aclitem	aclitemeq	aclitemeq(aclitem,aclitem)	boolean
1063	bpchar_larger	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	1042	[1042, 1042]	\N	\N	\N	bpchar_larger	character, character	character, character	bpchar_larger	bpchar_larger(character,character)	character
1064	bpchar_smaller	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	1042	[1042, 1042]	\N	\N	\N	bpchar_smaller	character, character	character, character	bpchar_smaller	bpchar_smaller(character,character)	character
1066	generate_series	11	10	12	1	1000	0	3994	f	false	false	true	true	i	s	3	0	23	[23, 23, 23]	\N	\N	\N	generate_series_step_int4	integer, integer, integer	integer, integer, integer	pg_catalog.generate_series	generate_series(integer,integer,integer)	SETOF integer
1067	generate_series	11	10	12	1	1000	0	3994	f	false	false	true	true	i	s	2	0	23	[23, 23]	\N	\N	\N	generate_series_int4	integer, integer	integer, integer	pg_catalog.generate_series	generate_series(integer,integer)	SETOF integer
1068	generate_series	11	10	12	1	1000	0	3995	f	false	false	true	true	i	s	3	0	20	[20, 20, 20]	\N	\N	\N	generate_series_step_int8	bigint, bigint, bigint	bigint, bigint, bigint	pg_catalog.generate_series	generate_series(bigint,bigint,bigint)	SETOF bigint
1069	generate_series	11	10	12	1	1000	0	3995	f	false	false	true	true	i	s	2	0	20	[20, 20]	\N	\N	\N	generate_series_int8	bigint, bigint	bigint, bigint	pg_catalog.generate_series	generate_series(bigint,bigint)	SETOF bigint
1078	bpcharcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1042, 1042]	\N	\N	\N	bpcharcmp	character, character	character, character	bpcharcmp	bpcharcmp(character,character)	integer
1079	regclass	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2205	[25]	\N	\N	\N	text_regclass	text	text	regclass	regclass(text)	regclass
1080	hashbpchar	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1042]	\N	\N	\N	hashbpchar	character	character	hashbpchar	hashbpchar(character)	integer
1081	format_type	11	10	12	1	0	0	0	f	false	false	false	false	s	s	2	0	25	[26, 23]	\N	\N	\N	format_type	oid, integer	oid, integer	format_type	format_type(oid,integer)	text
1084	date_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1082	[2275]	\N	\N	\N	date_in	cstring	cstring	date_in	date_in(cstring)	date
1085	date_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[1082]	\N	\N	\N	date_out	date	date	date_out	date_out(date)	cstring
1086	date_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1082, 1082]	\N	\N	\N	date_eq	date, date	date, date	date_eq	date_eq(date,date)	boolean
1087	date_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1082, 1082]	\N	\N	\N	date_lt	date, date	date, date	date_lt	date_lt(date,date)	boolean
1088	date_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1082, 1082]	\N	\N	\N	date_le	date, date	date, date	date_le	date_le(date,date)	boolean
1089	date_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1082, 1082]	\N	\N	\N	date_gt	date, date	date, date	date_gt	date_gt(date,date)	boolean
1090	date_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1082, 1082]	\N	\N	\N	date_ge	date, date	date, date	date_ge	date_ge(date,date)	boolean
1091	date_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1082, 1082]	\N	\N	\N	date_ne	date, date	date, date	date_ne	date_ne(date,date)	boolean
1092	date_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1082, 1082]	\N	\N	\N	date_cmp	date, date	date, date	date_cmp	date_cmp(date,date)	integer
1102	time_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1083, 1083]	\N	\N	\N	time_lt	time without time zone, time without time zone	time without time zone, time without time zone	time_lt	time_lt(time without time zone,time without time zone)	boolean
1103	time_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1083, 1083]	\N	\N	\N	time_le	time without time zone, time without time zone	time without time zone, time without time zone	time_le	time_le(time without time zone,time without time zone)	boolean
1104	time_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1083, 1083]	\N	\N	\N	time_gt	time without time zone, time without time zone	time without time zone, time without time zone	time_gt	time_gt(time without time zone,time without time zone)	boolean
1105	time_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1083, 1083]	\N	\N	\N	time_ge	time without time zone, time without time zone	time without time zone, time without time zone	time_ge	time_ge(time without time zone,time without time zone)	boolean
1106	time_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1083, 1083]	\N	\N	\N	time_ne	time without time zone, time without time zone	time without time zone, time without time zone	time_ne	time_ne(time without time zone,time without time zone)	boolean
1107	time_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1083, 1083]	\N	\N	\N	time_cmp	time without time zone, time without time zone	time without time zone, time without time zone	time_cmp	time_cmp(time without time zone,time without time zone)	integer
1138	date_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1082	[1082, 1082]	\N	\N	\N	date_larger	date, date	date, date	date_larger	date_larger(date,date)	date
1139	date_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1082	[1082, 1082]	\N	\N	\N	date_smaller	date, date	date, date	date_smaller	date_smaller(date,date)	date
1140	date_mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[1082, 1082]	\N	\N	\N	date_mi	date, date	date, date	date_mi	date_mi(date,date)	integer
1141	date_pli	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1082	[1082, 23]	\N	\N	\N	date_pli	date, integer	date, integer	date_pli	date_pli(date,integer)	date
1142	date_mii	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1082	[1082, 23]	\N	\N	\N	date_mii	date, integer	date, integer	date_mii	date_mii(date,integer)	date
1143	time_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	1083	[2275, 26, 23]	\N	\N	\N	time_in	cstring, oid, integer	cstring, oid, integer	time_in	time_in(cstring,oid,integer)	time without time zone
1144	time_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[1083]	\N	\N	\N	time_out	time without time zone	time without time zone	time_out	time_out(time without time zone)	cstring
1145	time_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1083, 1083]	\N	\N	\N	time_eq	time without time zone, time without time zone	time without time zone, time without time zone	time_eq	time_eq(time without time zone,time without time zone)	boolean
1146	circle_add_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	718	[718, 600]	\N	\N	\N	circle_add_pt	circle, point	circle, point	circle_add_pt	circle_add_pt(circle,point)	circle
1147	circle_sub_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	718	[718, 600]	\N	\N	\N	circle_sub_pt	circle, point	circle, point	circle_sub_pt	circle_sub_pt(circle,point)	circle
1148	circle_mul_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	718	[718, 600]	\N	\N	\N	circle_mul_pt	circle, point	circle, point	circle_mul_pt	circle_mul_pt(circle,point)	circle
1149	circle_div_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	718	[718, 600]	\N	\N	\N	circle_div_pt	circle, point	circle, point	circle_div_pt	circle_div_pt(circle,point)	circle
1150	timestamptz_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	1184	[2275, 26, 23]	\N	\N	\N	timestamptz_in	cstring, oid, integer	cstring, oid, integer	timestamptz_in	timestamptz_in(cstring,oid,integer)	timestamp with time zone
1151	timestamptz_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[1184]	\N	\N	\N	timestamptz_out	timestamp with time zone	timestamp with time zone	timestamptz_out	timestamptz_out(timestamp with time zone)	cstring
1152	timestamptz_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1184, 1184]	\N	\N	\N	timestamp_eq	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_eq	timestamptz_eq(timestamp with time zone,timestamp with time zone)	boolean
1153	timestamptz_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1184, 1184]	\N	\N	\N	timestamp_ne	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_ne	timestamptz_ne(timestamp with time zone,timestamp with time zone)	boolean
1154	timestamptz_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1184, 1184]	\N	\N	\N	timestamp_lt	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_lt	timestamptz_lt(timestamp with time zone,timestamp with time zone)	boolean
1155	timestamptz_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1184, 1184]	\N	\N	\N	timestamp_le	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_le	timestamptz_le(timestamp with time zone,timestamp with time zone)	boolean
1156	timestamptz_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1184, 1184]	\N	\N	\N	timestamp_ge	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_ge	timestamptz_ge(timestamp with time zone,timestamp with time zone)	boolean
1157	timestamptz_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1184, 1184]	\N	\N	\N	timestamp_gt	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_gt	timestamptz_gt(timestamp with time zone,timestamp with time zone)	boolean
1158	to_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1184	[701]	\N	\N	\N	float8_timestamptz	double precision	double precision	pg_catalog.to_timestamp	to_timestamp(double precision)	timestamp with time zone
1159	timezone	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[25, 1184]	\N	\N	\N	timestamptz_zone	text, timestamp with time zone	text, timestamp with time zone	pg_catalog.timezone	timezone(text,timestamp with time zone)	timestamp without time zone
1160	interval_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	1186	[2275, 26, 23]	\N	\N	\N	interval_in	cstring, oid, integer	cstring, oid, integer	interval_in	interval_in(cstring,oid,integer)	interval
1161	interval_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[1186]	\N	\N	\N	interval_out	interval	interval	interval_out	interval_out(interval)	cstring
1162	interval_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1186, 1186]	\N	\N	\N	interval_eq	interval, interval	interval, interval	interval_eq	interval_eq(interval,interval)	boolean
1163	interval_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1186, 1186]	\N	\N	\N	interval_ne	interval, interval	interval, interval	interval_ne	interval_ne(interval,interval)	boolean
1164	interval_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1186, 1186]	\N	\N	\N	interval_lt	interval, interval	interval, interval	interval_lt	interval_lt(interval,interval)	boolean
1165	interval_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1186, 1186]	\N	\N	\N	interval_le	interval, interval	interval, interval	interval_le	interval_le(interval,interval)	boolean
1166	interval_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1186, 1186]	\N	\N	\N	interval_ge	interval, interval	interval, interval	interval_ge	interval_ge(interval,interval)	boolean
1167	interval_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1186, 1186]	\N	\N	\N	interval_gt	interval, interval	interval, interval	interval_gt	interval_gt(interval,interval)	boolean
1168	interval_um	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1186	[1186]	\N	\N	\N	interval_um	interval	interval	interval_um	interval_um(interval)	interval
1169	interval_pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1186, 1186]	\N	\N	\N	interval_pl	interval, interval	interval, interval	interval_pl	interval_pl(interval,interval)	interval
1170	interval_mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1186, 1186]	\N	\N	\N	interval_mi	interval, interval	interval, interval	interval_mi	interval_mi(interval,interval)	interval
1171	date_part	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	701	[25, 1184]	\N	\N	\N	timestamptz_part	text, timestamp with time zone	text, timestamp with time zone	pg_catalog.date_part	date_part(text,timestamp with time zone)	double precision
1172	date_part	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[25, 1186]	\N	\N	\N	interval_part	text, interval	text, interval	pg_catalog.date_part	date_part(text,interval)	double precision
1173	network_subset_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	network_subset_support	internal	internal	network_subset_support	network_subset_support(internal)	internal
1174	timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1184	[1082]	\N	\N	\N	date_timestamptz	date	date	pg_catalog.timestamptz	timestamptz(date)	timestamp with time zone
1175	justify_hours	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1186	[1186]	\N	\N	\N	interval_justify_hours	interval	interval	justify_hours	justify_hours(interval)	interval
1178	date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1082	[1184]	\N	\N	\N	timestamptz_date	timestamp with time zone	timestamp with time zone	pg_catalog.date	date(timestamp with time zone)	date
1188	timestamptz_mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1184, 1184]	\N	\N	\N	timestamp_mi	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_mi	timestamptz_mi(timestamp with time zone,timestamp with time zone)	interval
1189	timestamptz_pl_interval	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	1184	[1184, 1186]	\N	\N	\N	timestamptz_pl_interval	timestamp with time zone, interval	timestamp with time zone, interval	timestamptz_pl_interval	timestamptz_pl_interval(timestamp with time zone,interval)	timestamp with time zone
1190	timestamptz_mi_interval	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	1184	[1184, 1186]	\N	\N	\N	timestamptz_mi_interval	timestamp with time zone, interval	timestamp with time zone, interval	timestamptz_mi_interval	timestamptz_mi_interval(timestamp with time zone,interval)	timestamp with time zone
1191	generate_subscripts	11	10	12	1	1000	0	0	f	false	false	true	true	i	s	3	0	23	[2277, 23, 16]	\N	\N	\N	generate_subscripts	anyarray, integer, boolean	anyarray, integer, boolean	pg_catalog.generate_subscripts	generate_subscripts(anyarray,integer,boolean)	SETOF integer
1192	generate_subscripts	11	10	12	1	1000	0	0	f	false	false	true	true	i	s	2	0	23	[2277, 23]	\N	\N	\N	generate_subscripts_nodir	anyarray, integer	anyarray, integer	pg_catalog.generate_subscripts	generate_subscripts(anyarray,integer)	SETOF integer
1193	array_fill	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2277	[2283, 1007]	\N	\N	\N	array_fill	anyelement, integer[]	anyelement, integer[]	pg_catalog.array_fill	array_fill(anyelement,integer[])	anyarray
1194	log10	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dlog10	double precision	double precision	pg_catalog.log10	log10(double precision)	double precision
1195	timestamptz_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1184	[1184, 1184]	\N	\N	\N	timestamp_smaller	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_smaller	timestamptz_smaller(timestamp with time zone,timestamp with time zone)	timestamp with time zone
1196	timestamptz_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1184	[1184, 1184]	\N	\N	\N	timestamp_larger	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_larger	timestamptz_larger(timestamp with time zone,timestamp with time zone)	timestamp with time zone
1197	interval_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1186, 1186]	\N	\N	\N	interval_smaller	interval, interval	interval, interval	interval_smaller	interval_smaller(interval,interval)	interval
1198	interval_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1186, 1186]	\N	\N	\N	interval_larger	interval, interval	interval, interval	interval_larger	interval_larger(interval,interval)	interval
1199	age	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1184, 1184]	\N	\N	\N	timestamptz_age	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	pg_catalog.age	age(timestamp with time zone,timestamp with time zone)	interval
1200	interval	11	10	12	1	0	0	3918	f	false	false	true	false	i	s	2	0	1186	[1186, 23]	\N	\N	\N	interval_scale	interval, integer	interval, integer	pg_catalog."interval"	"interval"(interval,integer)	interval
1215	obj_description	11	10	14	100	0	0	0	f	false	false	true	false	s	s	2	0	25	[26, 19]	\N	\N	\N		oid, name	oid, name	pg_catalog.obj_description	obj_description(oid,name)	text
1216	col_description	11	10	14	100	0	0	0	f	false	false	true	false	s	s	2	0	25	[26, 23]	\N	\N	\N		oid, integer	oid, integer	col_description	col_description(oid,integer)	text
1217	date_trunc	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	1184	[25, 1184]	\N	\N	\N	timestamptz_trunc	text, timestamp with time zone	text, timestamp with time zone	pg_catalog.date_trunc	date_trunc(text,timestamp with time zone)	timestamp with time zone
1218	date_trunc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[25, 1186]	\N	\N	\N	interval_trunc	text, interval	text, interval	pg_catalog.date_trunc	date_trunc(text,interval)	interval
1219	int8inc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[20]	\N	\N	\N	int8inc	bigint	bigint	int8inc	int8inc(bigint)	bigint
1230	int8abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[20]	\N	\N	\N	int8abs	bigint	bigint	int8abs	int8abs(bigint)	bigint
1236	int8larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8larger	bigint, bigint	bigint, bigint	int8larger	int8larger(bigint,bigint)	bigint
1237	int8smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8smaller	bigint, bigint	bigint, bigint	int8smaller	int8smaller(bigint,bigint)	bigint
1238	texticregexeq	11	10	12	1	0	0	1024	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	texticregexeq	text, text	text, text	texticregexeq	texticregexeq(text,text)	boolean
1239	texticregexne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	texticregexne	text, text	text, text	texticregexne	texticregexne(text,text)	boolean
1240	nameicregexeq	11	10	12	1	0	0	1024	f	false	false	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	nameicregexeq	name, text	name, text	nameicregexeq	nameicregexeq(name,text)	boolean
1241	nameicregexne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	nameicregexne	name, text	name, text	nameicregexne	nameicregexne(name,text)	boolean
1242	boolin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[2275]	\N	\N	\N	boolin	cstring	cstring	boolin	boolin(cstring)	boolean
1243	boolout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[16]	\N	\N	\N	boolout	boolean	boolean	boolout	boolout(boolean)	cstring
1244	byteain	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2275]	\N	\N	\N	byteain	cstring	cstring	byteain	byteain(cstring)	bytea
1245	charin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	18	[2275]	\N	\N	\N	charin	cstring	cstring	charin	charin(cstring)	"char"
1246	charlt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[18, 18]	\N	\N	\N	charlt	"char", "char"	"char", "char"	charlt	charlt("char","char")	boolean
1251	int4abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[23]	\N	\N	\N	int4abs	integer	integer	int4abs	int4abs(integer)	integer
1252	nameregexne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	nameregexne	name, text	name, text	nameregexne	nameregexne(name,text)	boolean
1253	int2abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[21]	\N	\N	\N	int2abs	smallint	smallint	int2abs	int2abs(smallint)	smallint
1254	textregexeq	11	10	12	1	0	0	1364	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	textregexeq	text, text	text, text	textregexeq	textregexeq(text,text)	boolean
1256	textregexne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	textregexne	text, text	text, text	textregexne	textregexne(text,text)	boolean
1258	textcat	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	textcat	text, text	text, text	textcat	textcat(text,text)	text
1264	pg_char_to_encoding	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	23	[19]	\N	\N	\N	PG_char_to_encoding	name	name	pg_char_to_encoding	pg_char_to_encoding(name)	integer
1265	tidne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[27, 27]	\N	\N	\N	tidne	tid, tid	tid, tid	tidne	tidne(tid,tid)	boolean
1267	cidr_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	650	[2275]	\N	\N	\N	cidr_in	cstring	cstring	cidr_in	cidr_in(cstring)	cidr
1268	parse_ident	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	1	1009	[25, 16]	\N	\N	[str, strict]	parse_ident	str text, strict boolean DEFAULT true	str text, strict boolean	parse_ident	parse_ident(text,boolean)	text[]
1269	pg_column_size	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	23	[2276]	\N	\N	\N	pg_column_size	"any"	"any"	pg_column_size	pg_column_size("any")	integer
1272	datetime_pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1082, 1083]	\N	\N	\N	datetime_timestamp	date, time without time zone	date, time without time zone	datetime_pl	datetime_pl(date,time without time zone)	timestamp without time zone
1273	date_part	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[25, 1266]	\N	\N	\N	timetz_part	text, time with time zone	text, time with time zone	pg_catalog.date_part	date_part(text,time with time zone)	double precision
1274	int84pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 23]	\N	\N	\N	int84pl	bigint, integer	bigint, integer	int84pl	int84pl(bigint,integer)	bigint
1275	int84mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 23]	\N	\N	\N	int84mi	bigint, integer	bigint, integer	int84mi	int84mi(bigint,integer)	bigint
1276	int84mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 23]	\N	\N	\N	int84mul	bigint, integer	bigint, integer	int84mul	int84mul(bigint,integer)	bigint
1277	int84div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 23]	\N	\N	\N	int84div	bigint, integer	bigint, integer	int84div	int84div(bigint,integer)	bigint
1278	int48pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[23, 20]	\N	\N	\N	int48pl	integer, bigint	integer, bigint	int48pl	int48pl(integer,bigint)	bigint
1279	int48mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[23, 20]	\N	\N	\N	int48mi	integer, bigint	integer, bigint	int48mi	int48mi(integer,bigint)	bigint
1280	int48mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[23, 20]	\N	\N	\N	int48mul	integer, bigint	integer, bigint	int48mul	int48mul(integer,bigint)	bigint
1281	int48div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[23, 20]	\N	\N	\N	int48div	integer, bigint	integer, bigint	int48div	int48div(integer,bigint)	bigint
1282	quote_ident	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	quote_ident	text	text	quote_ident	quote_ident(text)	text
1283	quote_literal	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	quote_literal	text	text	pg_catalog.quote_literal	quote_literal(text)	text
1284	date_trunc	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	1184	[25, 1184, 25]	\N	\N	\N	timestamptz_trunc_zone	text, timestamp with time zone, text	text, timestamp with time zone, text	pg_catalog.date_trunc	date_trunc(text,timestamp with time zone,text)	timestamp with time zone
1285	quote_literal	11	10	14	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[2283]	\N	\N	\N		anyelement	anyelement	pg_catalog.quote_literal	quote_literal(anyelement)	text
1287	oid	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	26	[20]	\N	\N	\N	i8tooid	bigint	bigint	oid	oid(bigint)	oid
1288	int8	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	20	[26]	\N	\N	\N	oidtoi8	oid	oid	pg_catalog.int8	int8(oid)	bigint
1289	quote_nullable	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	25	[25]	\N	\N	\N	quote_nullable	text	text	pg_catalog.quote_nullable	quote_nullable(text)	text
1290	quote_nullable	11	10	14	1	0	0	0	f	false	false	false	false	s	s	1	0	25	[2283]	\N	\N	\N		anyelement	anyelement	pg_catalog.quote_nullable	quote_nullable(anyelement)	text
1292	tideq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[27, 27]	\N	\N	\N	tideq	tid, tid	tid, tid	tideq	tideq(tid,tid)	boolean
1295	justify_days	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1186	[1186]	\N	\N	\N	interval_justify_days	interval	interval	justify_days	justify_days(interval)	interval
1296	timedate_pl	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1083, 1082]	\N	\N	\N		time without time zone, date	time without time zone, date	timedate_pl	timedate_pl(time without time zone,date)	timestamp without time zone
1297	datetimetz_pl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1184	[1082, 1266]	\N	\N	\N	datetimetz_timestamptz	date, time with time zone	date, time with time zone	datetimetz_pl	datetimetz_pl(date,time with time zone)	timestamp with time zone
1298	timetzdate_pl	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	1184	[1266, 1082]	\N	\N	\N		time with time zone, date	time with time zone, date	timetzdate_pl	timetzdate_pl(time with time zone,date)	timestamp with time zone
1299	now	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	1184	[]	\N	\N	\N	now			now	now()	timestamp with time zone
1300	positionsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	positionsel	internal, oid, internal, integer	internal, oid, internal, integer	positionsel	positionsel(internal,oid,internal,integer)	double precision
1301	positionjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	positionjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	positionjoinsel	positionjoinsel(internal,oid,internal,smallint,internal)	double precision
1302	contsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	contsel	internal, oid, internal, integer	internal, oid, internal, integer	contsel	contsel(internal,oid,internal,integer)	double precision
1303	contjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	contjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	contjoinsel	contjoinsel(internal,oid,internal,smallint,internal)	double precision
1304	overlaps	11	10	12	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1184, 1184, 1184, 1184]	\N	\N	\N	overlaps_timestamp	timestamp with time zone, timestamp with time zone, timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone, timestamp with time zone, timestamp with time zone	pg_catalog."overlaps"	"overlaps"(timestamp with time zone,timestamp with time zone,timestamp with time zone,timestamp with time zone)	boolean
1305	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	s	s	4	0	16	[1184, 1186, 1184, 1186]	\N	\N	\N		timestamp with time zone, interval, timestamp with time zone, interval	timestamp with time zone, interval, timestamp with time zone, interval	pg_catalog."overlaps"	"overlaps"(timestamp with time zone,interval,timestamp with time zone,interval)	boolean
1306	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	s	s	4	0	16	[1184, 1184, 1184, 1186]	\N	\N	\N		timestamp with time zone, timestamp with time zone, timestamp with time zone, interval	timestamp with time zone, timestamp with time zone, timestamp with time zone, interval	pg_catalog."overlaps"	"overlaps"(timestamp with time zone,timestamp with time zone,timestamp with time zone,interval)	boolean
1307	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	s	s	4	0	16	[1184, 1186, 1184, 1184]	\N	\N	\N		timestamp with time zone, interval, timestamp with time zone, timestamp with time zone	timestamp with time zone, interval, timestamp with time zone, timestamp with time zone	pg_catalog."overlaps"	"overlaps"(timestamp with time zone,interval,timestamp with time zone,timestamp with time zone)	boolean
1308	overlaps	11	10	12	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1083, 1083, 1083, 1083]	\N	\N	\N	overlaps_time	time without time zone, time without time zone, time without time zone, time without time zone	time without time zone, time without time zone, time without time zone, time without time zone	pg_catalog."overlaps"	"overlaps"(time without time zone,time without time zone,time without time zone,time without time zone)	boolean
1309	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1083, 1186, 1083, 1186]	\N	\N	\N		time without time zone, interval, time without time zone, interval	time without time zone, interval, time without time zone, interval	pg_catalog."overlaps"	"overlaps"(time without time zone,interval,time without time zone,interval)	boolean
1310	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1083, 1083, 1083, 1186]	\N	\N	\N		time without time zone, time without time zone, time without time zone, interval	time without time zone, time without time zone, time without time zone, interval	pg_catalog."overlaps"	"overlaps"(time without time zone,time without time zone,time without time zone,interval)	boolean
1311	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1083, 1186, 1083, 1083]	\N	\N	\N		time without time zone, interval, time without time zone, time without time zone	time without time zone, interval, time without time zone, time without time zone	pg_catalog."overlaps"	"overlaps"(time without time zone,interval,time without time zone,time without time zone)	boolean
1312	timestamp_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	1114	[2275, 26, 23]	\N	\N	\N	timestamp_in	cstring, oid, integer	cstring, oid, integer	timestamp_in	timestamp_in(cstring,oid,integer)	timestamp without time zone
1313	timestamp_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[1114]	\N	\N	\N	timestamp_out	timestamp without time zone	timestamp without time zone	timestamp_out	timestamp_out(timestamp without time zone)	cstring
1314	timestamptz_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1184, 1184]	\N	\N	\N	timestamp_cmp	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	timestamptz_cmp	timestamptz_cmp(timestamp with time zone,timestamp with time zone)	integer
1315	interval_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1186, 1186]	\N	\N	\N	interval_cmp	interval, interval	interval, interval	interval_cmp	interval_cmp(interval,interval)	integer
1316	time	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1083	[1114]	\N	\N	\N	timestamp_time	timestamp without time zone	timestamp without time zone	pg_catalog."time"	"time"(timestamp without time zone)	time without time zone
1317	length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[25]	\N	\N	\N	textlen	text	text	pg_catalog.length	length(text)	integer
1318	length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1042]	\N	\N	\N	bpcharlen	character	character	pg_catalog.length	length(character)	integer
1319	xideqint4	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[28, 23]	\N	\N	\N	xideq	xid, integer	xid, integer	xideqint4	xideqint4(xid,integer)	boolean
1326	interval_div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1186, 701]	\N	\N	\N	interval_div	interval, double precision	interval, double precision	interval_div	interval_div(interval,double precision)	interval
1340	log	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dlog10	double precision	double precision	pg_catalog.log	log(double precision)	double precision
1341	ln	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dlog1	double precision	double precision	pg_catalog.ln	ln(double precision)	double precision
1342	round	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dround	double precision	double precision	pg_catalog.round	round(double precision)	double precision
1343	trunc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dtrunc	double precision	double precision	pg_catalog.trunc	trunc(double precision)	double precision
1344	sqrt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dsqrt	double precision	double precision	pg_catalog.sqrt	sqrt(double precision)	double precision
1345	cbrt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dcbrt	double precision	double precision	cbrt	cbrt(double precision)	double precision
1346	pow	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	dpow	double precision, double precision	double precision, double precision	pg_catalog.pow	pow(double precision,double precision)	double precision
1347	exp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dexp	double precision	double precision	pg_catalog.exp	exp(double precision)	double precision
1348	obj_description	11	10	14	100	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N		oid	oid	pg_catalog.obj_description	obj_description(oid)	text
1350	timetz_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	1266	[2275, 26, 23]	\N	\N	\N	timetz_in	cstring, oid, integer	cstring, oid, integer	timetz_in	timetz_in(cstring,oid,integer)	time with time zone
1351	timetz_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[1266]	\N	\N	\N	timetz_out	time with time zone	time with time zone	timetz_out	timetz_out(time with time zone)	cstring
1352	timetz_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1266, 1266]	\N	\N	\N	timetz_eq	time with time zone, time with time zone	time with time zone, time with time zone	timetz_eq	timetz_eq(time with time zone,time with time zone)	boolean
1353	timetz_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1266, 1266]	\N	\N	\N	timetz_ne	time with time zone, time with time zone	time with time zone, time with time zone	timetz_ne	timetz_ne(time with time zone,time with time zone)	boolean
1354	timetz_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1266, 1266]	\N	\N	\N	timetz_lt	time with time zone, time with time zone	time with time zone, time with time zone	timetz_lt	timetz_lt(time with time zone,time with time zone)	boolean
1355	timetz_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1266, 1266]	\N	\N	\N	timetz_le	time with time zone, time with time zone	time with time zone, time with time zone	timetz_le	timetz_le(time with time zone,time with time zone)	boolean
1356	timetz_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1266, 1266]	\N	\N	\N	timetz_ge	time with time zone, time with time zone	time with time zone, time with time zone	timetz_ge	timetz_ge(time with time zone,time with time zone)	boolean
1357	timetz_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1266, 1266]	\N	\N	\N	timetz_gt	time with time zone, time with time zone	time with time zone, time with time zone	timetz_gt	timetz_gt(time with time zone,time with time zone)	boolean
1358	timetz_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1266, 1266]	\N	\N	\N	timetz_cmp	time with time zone, time with time zone	time with time zone, time with time zone	timetz_cmp	timetz_cmp(time with time zone,time with time zone)	integer
1364	textregexeq_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	textregexeq_support	internal	internal	textregexeq_support	textregexeq_support(internal)	internal
1367	character_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1042]	\N	\N	\N	bpcharlen	character	character	pg_catalog.character_length	character_length(character)	integer
1368	power	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	dpow	double precision, double precision	double precision, double precision	pg_catalog.power	power(double precision,double precision)	double precision
1369	character_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[25]	\N	\N	\N	textlen	text	text	pg_catalog.character_length	character_length(text)	integer
1370	interval	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	1186	[1083]	\N	\N	\N	time_interval	time without time zone	time without time zone	pg_catalog."interval"	"interval"(time without time zone)	interval
1372	char_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1042]	\N	\N	\N	bpcharlen	character	character	pg_catalog.char_length	char_length(character)	integer
1373	isfinite	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[1082]	\N	\N	\N	date_finite	date	date	pg_catalog.isfinite	isfinite(date)	boolean
1374	octet_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[25]	\N	\N	\N	textoctetlen	text	text	pg_catalog.octet_length	octet_length(text)	integer
1375	octet_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1042]	\N	\N	\N	bpcharoctetlen	character	character	pg_catalog.octet_length	octet_length(character)	integer
1376	factorial	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[20]	\N	\N	\N	numeric_fac	bigint	bigint	factorial	factorial(bigint)	numeric
1377	time_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1083	[1083, 1083]	\N	\N	\N	time_larger	time without time zone, time without time zone	time without time zone, time without time zone	time_larger	time_larger(time without time zone,time without time zone)	time without time zone
1378	time_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1083	[1083, 1083]	\N	\N	\N	time_smaller	time without time zone, time without time zone	time without time zone, time without time zone	time_smaller	time_smaller(time without time zone,time without time zone)	time without time zone
1379	timetz_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1266	[1266, 1266]	\N	\N	\N	timetz_larger	time with time zone, time with time zone	time with time zone, time with time zone	timetz_larger	timetz_larger(time with time zone,time with time zone)	time with time zone
1380	timetz_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1266	[1266, 1266]	\N	\N	\N	timetz_smaller	time with time zone, time with time zone	time with time zone, time with time zone	timetz_smaller	timetz_smaller(time with time zone,time with time zone)	time with time zone
1381	char_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[25]	\N	\N	\N	textlen	text	text	pg_catalog.char_length	char_length(text)	integer
1384	date_part	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[25, 1082]	\N	\N	\N		text, date	text, date	pg_catalog.date_part	date_part(text,date)	double precision
1385	date_part	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[25, 1083]	\N	\N	\N	time_part	text, time without time zone	text, time without time zone	pg_catalog.date_part	date_part(text,time without time zone)	double precision
1386	age	11	10	14	1	0	0	0	f	false	false	true	false	s	s	1	0	1186	[1184]	\N	\N	\N		timestamp with time zone	timestamp with time zone	pg_catalog.age	age(timestamp with time zone)	interval
1387	pg_get_constraintdef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_constraintdef	oid	oid	pg_catalog.pg_get_constraintdef	pg_get_constraintdef(oid)	text
1388	timetz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1266	[1184]	\N	\N	\N	timestamptz_timetz	timestamp with time zone	timestamp with time zone	pg_catalog.timetz	timetz(timestamp with time zone)	time with time zone
1389	isfinite	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[1184]	\N	\N	\N	timestamp_finite	timestamp with time zone	timestamp with time zone	pg_catalog.isfinite	isfinite(timestamp with time zone)	boolean
1390	isfinite	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[1186]	\N	\N	\N	interval_finite	interval	interval	pg_catalog.isfinite	isfinite(interval)	boolean
1394	abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[700]	\N	\N	\N	float4abs	real	real	pg_catalog.abs	abs(real)	real
1395	abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	float8abs	double precision	double precision	pg_catalog.abs	abs(double precision)	double precision
1396	abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[20]	\N	\N	\N	int8abs	bigint	bigint	pg_catalog.abs	abs(bigint)	bigint
1397	abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[23]	\N	\N	\N	int4abs	integer	integer	pg_catalog.abs	abs(integer)	integer
1398	abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[21]	\N	\N	\N	int2abs	smallint	smallint	pg_catalog.abs	abs(smallint)	smallint
1400	name	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	19	[1043]	\N	\N	\N	text_name	character varying	character varying	pg_catalog.name	name(character varying)	name
1401	varchar	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	1043	[19]	\N	\N	\N	name_text	name	name	pg_catalog."varchar"	"varchar"(name)	character varying
1402	current_schema	11	10	12	1	0	0	0	f	false	false	true	false	s	u	0	0	19	[]	\N	\N	\N	current_schema			"current_schema"	"current_schema"()	name
1403	current_schemas	11	10	12	1	0	0	0	f	false	false	true	false	s	u	1	0	1003	[16]	\N	\N	\N	current_schemas	boolean	boolean	current_schemas	current_schemas(boolean)	name[]
1404	overlay	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	25	[25, 25, 23, 23]	\N	\N	\N	textoverlay	text, text, integer, integer	text, text, integer, integer	pg_catalog."overlay"	"overlay"(text,text,integer,integer)	text
1405	overlay	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 25, 23]	\N	\N	\N	textoverlay_no_len	text, text, integer	text, text, integer	pg_catalog."overlay"	"overlay"(text,text,integer)	text
1416	point	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[718]	\N	\N	\N	circle_center	circle	circle	pg_catalog.point	point(circle)	point
1419	time	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1083	[1186]	\N	\N	\N	interval_time	interval	interval	pg_catalog."time"	"time"(interval)	time without time zone
1422	box_add	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	603	[603, 600]	\N	\N	\N	box_add	box, point	box, point	box_add	box_add(box,point)	box
1423	box_sub	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	603	[603, 600]	\N	\N	\N	box_sub	box, point	box, point	box_sub	box_sub(box,point)	box
1424	box_mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	603	[603, 600]	\N	\N	\N	box_mul	box, point	box, point	box_mul	box_mul(box,point)	box
1425	box_div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	603	[603, 600]	\N	\N	\N	box_div	box, point	box, point	box_div	box_div(box,point)	box
1426	path_contain_pt	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[602, 600]	\N	\N	\N		path, point	path, point	path_contain_pt	path_contain_pt(path,point)	boolean
1427	cidr_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[650]	\N	\N	\N	cidr_out	cidr	cidr	cidr_out	cidr_out(cidr)	cstring
1428	poly_contain_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 600]	\N	\N	\N	poly_contain_pt	polygon, point	polygon, point	poly_contain_pt	poly_contain_pt(polygon,point)	boolean
1429	pt_contained_poly	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 604]	\N	\N	\N	pt_contained_poly	point, polygon	point, polygon	pt_contained_poly	pt_contained_poly(point,polygon)	boolean
1432	path_npoints	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[602]	\N	\N	\N	path_npoints	path	path	path_npoints	path_npoints(path)	integer
1435	path_add	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	602	[602, 602]	\N	\N	\N	path_add	path, path	path, path	path_add	path_add(path,path)	path
1436	path_add_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	602	[602, 600]	\N	\N	\N	path_add_pt	path, point	path, point	path_add_pt	path_add_pt(path,point)	path
1437	path_sub_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	602	[602, 600]	\N	\N	\N	path_sub_pt	path, point	path, point	path_sub_pt	path_sub_pt(path,point)	path
1438	path_mul_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	602	[602, 600]	\N	\N	\N	path_mul_pt	path, point	path, point	path_mul_pt	path_mul_pt(path,point)	path
1439	path_div_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	602	[602, 600]	\N	\N	\N	path_div_pt	path, point	path, point	path_div_pt	path_div_pt(path,point)	path
1441	point_add	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[600, 600]	\N	\N	\N	point_add	point, point	point, point	point_add	point_add(point,point)	point
1442	point_sub	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[600, 600]	\N	\N	\N	point_sub	point, point	point, point	point_sub	point_sub(point,point)	point
1443	point_mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[600, 600]	\N	\N	\N	point_mul	point, point	point, point	point_mul	point_mul(point,point)	point
1444	point_div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[600, 600]	\N	\N	\N	point_div	point, point	point, point	point_div	point_div(point,point)	point
1445	poly_npoints	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[604]	\N	\N	\N	poly_npoints	polygon	polygon	poly_npoints	poly_npoints(polygon)	integer
1446	box	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	603	[604]	\N	\N	\N	poly_box	polygon	polygon	pg_catalog.box	box(polygon)	box
1447	path	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	602	[604]	\N	\N	\N	poly_path	polygon	polygon	path	path(polygon)	path
1448	polygon	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	604	[603]	\N	\N	\N	box_poly	box	box	pg_catalog.polygon	polygon(box)	polygon
1449	polygon	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	604	[602]	\N	\N	\N	path_poly	path	path	pg_catalog.polygon	polygon(path)	polygon
1450	circle_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	718	[2275]	\N	\N	\N	circle_in	cstring	cstring	circle_in	circle_in(cstring)	circle
1451	circle_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[718]	\N	\N	\N	circle_out	circle	circle	circle_out	circle_out(circle)	cstring
1452	circle_same	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_same	circle, circle	circle, circle	circle_same	circle_same(circle,circle)	boolean
1453	circle_contain	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_contain	circle, circle	circle, circle	circle_contain	circle_contain(circle,circle)	boolean
1454	circle_left	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_left	circle, circle	circle, circle	circle_left	circle_left(circle,circle)	boolean
1455	circle_overleft	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_overleft	circle, circle	circle, circle	circle_overleft	circle_overleft(circle,circle)	boolean
1456	circle_overright	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_overright	circle, circle	circle, circle	circle_overright	circle_overright(circle,circle)	boolean
1457	circle_right	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_right	circle, circle	circle, circle	circle_right	circle_right(circle,circle)	boolean
1458	circle_contained	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_contained	circle, circle	circle, circle	circle_contained	circle_contained(circle,circle)	boolean
1459	circle_overlap	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_overlap	circle, circle	circle, circle	circle_overlap	circle_overlap(circle,circle)	boolean
1460	circle_below	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_below	circle, circle	circle, circle	circle_below	circle_below(circle,circle)	boolean
1461	circle_above	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_above	circle, circle	circle, circle	circle_above	circle_above(circle,circle)	boolean
1462	circle_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_eq	circle, circle	circle, circle	circle_eq	circle_eq(circle,circle)	boolean
1463	circle_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_ne	circle, circle	circle, circle	circle_ne	circle_ne(circle,circle)	boolean
1464	circle_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_lt	circle, circle	circle, circle	circle_lt	circle_lt(circle,circle)	boolean
1465	circle_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_gt	circle, circle	circle, circle	circle_gt	circle_gt(circle,circle)	boolean
1466	circle_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_le	circle, circle	circle, circle	circle_le	circle_le(circle,circle)	boolean
1467	circle_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_ge	circle, circle	circle, circle	circle_ge	circle_ge(circle,circle)	boolean
1471	circle_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[718, 718]	\N	\N	\N	circle_distance	circle, circle	circle, circle	circle_distance	circle_distance(circle,circle)	double precision
1472	circle_center	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[718]	\N	\N	\N	circle_center	circle	circle	circle_center	circle_center(circle)	point
1474	circle	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	718	[604]	\N	\N	\N	poly_circle	polygon	polygon	pg_catalog.circle	circle(polygon)	circle
1476	dist_pc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[600, 718]	\N	\N	\N	dist_pc	point, circle	point, circle	dist_pc	dist_pc(point,circle)	double precision
1477	circle_contain_pt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 600]	\N	\N	\N	circle_contain_pt	circle, point	circle, point	circle_contain_pt	circle_contain_pt(circle,point)	boolean
1478	pt_contained_circle	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[600, 718]	\N	\N	\N	pt_contained_circle	point, circle	point, circle	pt_contained_circle	pt_contained_circle(point,circle)	boolean
1479	circle	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	718	[603]	\N	\N	\N	box_circle	box	box	pg_catalog.circle	circle(box)	circle
1480	box	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	603	[718]	\N	\N	\N	circle_box	circle	circle	pg_catalog.box	box(circle)	box
1481	log10	11	10	14	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N		numeric	numeric	pg_catalog.log10	log10(numeric)	numeric
1482	lseg_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_ne	lseg, lseg	lseg, lseg	lseg_ne	lseg_ne(lseg,lseg)	boolean
1483	lseg_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_lt	lseg, lseg	lseg, lseg	lseg_lt	lseg_lt(lseg,lseg)	boolean
1484	lseg_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_le	lseg, lseg	lseg, lseg	lseg_le	lseg_le(lseg,lseg)	boolean
1485	lseg_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_gt	lseg, lseg	lseg, lseg	lseg_gt	lseg_gt(lseg,lseg)	boolean
1486	lseg_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[601, 601]	\N	\N	\N	lseg_ge	lseg, lseg	lseg, lseg	lseg_ge	lseg_ge(lseg,lseg)	boolean
1487	lseg_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[601]	\N	\N	\N	lseg_length	lseg	lseg	lseg_length	lseg_length(lseg)	double precision
1488	close_ls	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[628, 601]	\N	\N	\N	close_ls	line, lseg	line, lseg	close_ls	close_ls(line,lseg)	point
1489	close_lseg	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[601, 601]	\N	\N	\N	close_lseg	lseg, lseg	lseg, lseg	close_lseg	close_lseg(lseg,lseg)	point
1490	line_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	628	[2275]	\N	\N	\N	line_in	cstring	cstring	line_in	line_in(cstring)	line
1491	line_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[628]	\N	\N	\N	line_out	line	line	line_out	line_out(line)	cstring
1492	line_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[628, 628]	\N	\N	\N	line_eq	line, line	line, line	line_eq	line_eq(line,line)	boolean
1494	line_interpt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	600	[628, 628]	\N	\N	\N	line_interpt	line, line	line, line	line_interpt	line_interpt(line,line)	point
1495	line_intersect	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[628, 628]	\N	\N	\N	line_intersect	line, line	line, line	line_intersect	line_intersect(line,line)	boolean
1496	line_parallel	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[628, 628]	\N	\N	\N	line_parallel	line, line	line, line	line_parallel	line_parallel(line,line)	boolean
1497	line_perp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[628, 628]	\N	\N	\N	line_perp	line, line	line, line	line_perp	line_perp(line,line)	boolean
1498	line_vertical	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[628]	\N	\N	\N	line_vertical	line	line	line_vertical	line_vertical(line)	boolean
1499	line_horizontal	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[628]	\N	\N	\N	line_horizontal	line	line	line_horizontal	line_horizontal(line)	boolean
1532	point	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[601]	\N	\N	\N	lseg_center	lseg	lseg	pg_catalog.point	point(lseg)	point
1534	point	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[603]	\N	\N	\N	box_center	box	box	pg_catalog.point	point(box)	point
1540	point	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[604]	\N	\N	\N	poly_center	polygon	polygon	pg_catalog.point	point(polygon)	point
1541	lseg	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	601	[603]	\N	\N	\N	box_diagonal	box	box	pg_catalog.lseg	lseg(box)	lseg
1544	polygon	11	10	14	1	0	0	0	f	false	false	true	false	i	s	1	0	604	[718]	\N	\N	\N		circle	circle	pg_catalog.polygon	polygon(circle)	polygon
1564	bit_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1560	[2275, 26, 23]	\N	\N	\N	bit_in	cstring, oid, integer	cstring, oid, integer	bit_in	bit_in(cstring,oid,integer)	bit
1565	bit_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[1560]	\N	\N	\N	bit_out	bit	bit	bit_out	bit_out(bit)	cstring
1573	pg_get_ruledef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_ruledef	oid	oid	pg_catalog.pg_get_ruledef	pg_get_ruledef(oid)	text
1574	nextval	11	10	12	1	0	0	0	f	false	false	true	false	v	u	1	0	20	[2205]	\N	\N	\N	nextval_oid	regclass	regclass	nextval	nextval(regclass)	bigint
1575	currval	11	10	12	1	0	0	0	f	false	false	true	false	v	u	1	0	20	[2205]	\N	\N	\N	currval_oid	regclass	regclass	currval	currval(regclass)	bigint
1576	setval	11	10	12	1	0	0	0	f	false	false	true	false	v	u	2	0	20	[2205, 20]	\N	\N	\N	setval_oid	regclass, bigint	regclass, bigint	pg_catalog.setval	setval(regclass,bigint)	bigint
1579	varbit_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1562	[2275, 26, 23]	\N	\N	\N	varbit_in	cstring, oid, integer	cstring, oid, integer	varbit_in	varbit_in(cstring,oid,integer)	bit varying
1580	varbit_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[1562]	\N	\N	\N	varbit_out	bit varying	bit varying	varbit_out	varbit_out(bit varying)	cstring
1581	biteq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1560, 1560]	\N	\N	\N	biteq	bit, bit	bit, bit	biteq	biteq(bit,bit)	boolean
1582	bitne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1560, 1560]	\N	\N	\N	bitne	bit, bit	bit, bit	bitne	bitne(bit,bit)	boolean
1592	bitge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1560, 1560]	\N	\N	\N	bitge	bit, bit	bit, bit	bitge	bitge(bit,bit)	boolean
1593	bitgt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1560, 1560]	\N	\N	\N	bitgt	bit, bit	bit, bit	bitgt	bitgt(bit,bit)	boolean
1594	bitle	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1560, 1560]	\N	\N	\N	bitle	bit, bit	bit, bit	bitle	bitle(bit,bit)	boolean
1595	bitlt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1560, 1560]	\N	\N	\N	bitlt	bit, bit	bit, bit	bitlt	bitlt(bit,bit)	boolean
1596	bitcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1560, 1560]	\N	\N	\N	bitcmp	bit, bit	bit, bit	bitcmp	bitcmp(bit,bit)	integer
1597	pg_encoding_to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	19	[23]	\N	\N	\N	PG_encoding_to_char	integer	integer	pg_encoding_to_char	pg_encoding_to_char(integer)	name
1598	random	11	10	12	1	0	0	0	f	false	false	true	false	v	r	0	0	701	[]	\N	\N	\N	drandom			random	random()	double precision
1599	setseed	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	2278	[701]	\N	\N	\N	setseed	double precision	double precision	setseed	setseed(double precision)	void
1600	asin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dasin	double precision	double precision	asin	asin(double precision)	double precision
1601	acos	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dacos	double precision	double precision	acos	acos(double precision)	double precision
1602	atan	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	datan	double precision	double precision	atan	atan(double precision)	double precision
1603	atan2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	datan2	double precision, double precision	double precision, double precision	atan2	atan2(double precision,double precision)	double precision
1604	sin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dsin	double precision	double precision	sin	sin(double precision)	double precision
1605	cos	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dcos	double precision	double precision	cos	cos(double precision)	double precision
1606	tan	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dtan	double precision	double precision	tan	tan(double precision)	double precision
1607	cot	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dcot	double precision	double precision	cot	cot(double precision)	double precision
1608	degrees	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	degrees	double precision	double precision	degrees	degrees(double precision)	double precision
1609	radians	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	radians	double precision	double precision	radians	radians(double precision)	double precision
1610	pi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	0	0	701	[]	\N	\N	\N	dpi			pi	pi()	double precision
1618	interval_mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1186, 701]	\N	\N	\N	interval_mul	interval, double precision	interval, double precision	interval_mul	interval_mul(interval,double precision)	interval
1619	pg_typeof	11	10	12	1	0	0	0	f	false	false	false	false	s	s	1	0	2206	[2276]	\N	\N	\N	pg_typeof	"any"	"any"	pg_typeof	pg_typeof("any")	regtype
1620	ascii	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[25]	\N	\N	\N	ascii	text	text	ascii	ascii(text)	integer
1621	chr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[23]	\N	\N	\N	chr	integer	integer	chr	chr(integer)	text
1622	repeat	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 23]	\N	\N	\N	repeat	text, integer	text, integer	repeat	repeat(text,integer)	text
1624	mul_d_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[701, 1186]	\N	\N	\N	mul_d_interval	double precision, interval	double precision, interval	mul_d_interval	mul_d_interval(double precision,interval)	interval
1631	bpcharlike	11	10	12	1	0	0	1023	f	false	false	true	false	i	s	2	0	16	[1042, 25]	\N	\N	\N	textlike	character, text	character, text	bpcharlike	bpcharlike(character,text)	boolean
1632	bpcharnlike	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1042, 25]	\N	\N	\N	textnlike	character, text	character, text	bpcharnlike	bpcharnlike(character,text)	boolean
1633	texticlike	11	10	12	1	0	0	1025	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	texticlike	text, text	text, text	texticlike	texticlike(text,text)	boolean
1634	texticnlike	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	texticnlike	text, text	text, text	texticnlike	texticnlike(text,text)	boolean
1635	nameiclike	11	10	12	1	0	0	1025	f	false	false	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	nameiclike	name, text	name, text	nameiclike	nameiclike(name,text)	boolean
1636	nameicnlike	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[19, 25]	\N	\N	\N	nameicnlike	name, text	name, text	nameicnlike	nameicnlike(name,text)	boolean
1637	like_escape	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	like_escape	text, text	text, text	pg_catalog.like_escape	like_escape(text,text)	text
1638	oidgt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[26, 26]	\N	\N	\N	oidgt	oid, oid	oid, oid	oidgt	oidgt(oid,oid)	boolean
1639	oidge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[26, 26]	\N	\N	\N	oidge	oid, oid	oid, oid	oidge	oidge(oid,oid)	boolean
1640	pg_get_viewdef	11	10	12	1	0	0	0	f	false	false	true	false	s	r	1	0	25	[25]	\N	\N	\N	pg_get_viewdef_name	text	text	pg_catalog.pg_get_viewdef	pg_get_viewdef(text)	text
1641	pg_get_viewdef	11	10	12	1	0	0	0	f	false	false	true	false	s	r	1	0	25	[26]	\N	\N	\N	pg_get_viewdef	oid	oid	pg_catalog.pg_get_viewdef	pg_get_viewdef(oid)	text
1642	pg_get_userbyid	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	19	[26]	\N	\N	\N	pg_get_userbyid	oid	oid	pg_get_userbyid	pg_get_userbyid(oid)	name
1643	pg_get_indexdef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_indexdef	oid	oid	pg_catalog.pg_get_indexdef	pg_get_indexdef(oid)	text
1656	bpcharicregexeq	11	10	12	1	0	0	1024	f	false	false	true	false	i	s	2	0	16	[1042, 25]	\N	\N	\N	texticregexeq	character, text	character, text	bpcharicregexeq	bpcharicregexeq(character,text)	boolean
1657	bpcharicregexne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1042, 25]	\N	\N	\N	texticregexne	character, text	character, text	bpcharicregexne	bpcharicregexne(character,text)	boolean
1658	bpcharregexeq	11	10	12	1	0	0	1364	f	false	false	true	false	i	s	2	0	16	[1042, 25]	\N	\N	\N	textregexeq	character, text	character, text	bpcharregexeq	bpcharregexeq(character,text)	boolean
1659	bpcharregexne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1042, 25]	\N	\N	\N	textregexne	character, text	character, text	bpcharregexne	bpcharregexne(character,text)	boolean
1660	bpchariclike	11	10	12	1	0	0	1025	f	false	false	true	false	i	s	2	0	16	[1042, 25]	\N	\N	\N	texticlike	character, text	character, text	bpchariclike	bpchariclike(character,text)	boolean
1661	bpcharicnlike	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1042, 25]	\N	\N	\N	texticnlike	character, text	character, text	bpcharicnlike	bpcharicnlike(character,text)	boolean
1662	pg_get_triggerdef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_triggerdef	oid	oid	pg_catalog.pg_get_triggerdef	pg_get_triggerdef(oid)	text
1665	pg_get_serial_sequence	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[25, 25]	\N	\N	\N	pg_get_serial_sequence	text, text	text, text	pg_get_serial_sequence	pg_get_serial_sequence(text,text)	text
1666	varbiteq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1562, 1562]	\N	\N	\N	biteq	bit varying, bit varying	bit varying, bit varying	varbiteq	varbiteq(bit varying,bit varying)	boolean
1667	varbitne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1562, 1562]	\N	\N	\N	bitne	bit varying, bit varying	bit varying, bit varying	varbitne	varbitne(bit varying,bit varying)	boolean
1668	varbitge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1562, 1562]	\N	\N	\N	bitge	bit varying, bit varying	bit varying, bit varying	varbitge	varbitge(bit varying,bit varying)	boolean
1669	varbitgt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1562, 1562]	\N	\N	\N	bitgt	bit varying, bit varying	bit varying, bit varying	varbitgt	varbitgt(bit varying,bit varying)	boolean
1670	varbitle	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1562, 1562]	\N	\N	\N	bitle	bit varying, bit varying	bit varying, bit varying	varbitle	varbitle(bit varying,bit varying)	boolean
1671	varbitlt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1562, 1562]	\N	\N	\N	bitlt	bit varying, bit varying	bit varying, bit varying	varbitlt	varbitlt(bit varying,bit varying)	boolean
1672	varbitcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1562, 1562]	\N	\N	\N	bitcmp	bit varying, bit varying	bit varying, bit varying	varbitcmp	varbitcmp(bit varying,bit varying)	integer
1673	bitand	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1560	[1560, 1560]	\N	\N	\N	bit_and	bit, bit	bit, bit	bitand	bitand(bit,bit)	bit
1674	bitor	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1560	[1560, 1560]	\N	\N	\N	bit_or	bit, bit	bit, bit	bitor	bitor(bit,bit)	bit
1675	bitxor	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1560	[1560, 1560]	\N	\N	\N	bitxor	bit, bit	bit, bit	bitxor	bitxor(bit,bit)	bit
1676	bitnot	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1560	[1560]	\N	\N	\N	bitnot	bit	bit	bitnot	bitnot(bit)	bit
1677	bitshiftleft	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1560	[1560, 23]	\N	\N	\N	bitshiftleft	bit, integer	bit, integer	bitshiftleft	bitshiftleft(bit,integer)	bit
1678	bitshiftright	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1560	[1560, 23]	\N	\N	\N	bitshiftright	bit, integer	bit, integer	bitshiftright	bitshiftright(bit,integer)	bit
1679	bitcat	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1562	[1562, 1562]	\N	\N	\N	bitcat	bit varying, bit varying	bit varying, bit varying	bitcat	bitcat(bit varying,bit varying)	bit varying
1680	substring	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1560	[1560, 23, 23]	\N	\N	\N	bitsubstr	bit, integer, integer	bit, integer, integer	pg_catalog."substring"	"substring"(bit,integer,integer)	bit
1681	length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1560]	\N	\N	\N	bitlength	bit	bit	pg_catalog.length	length(bit)	integer
1682	octet_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1560]	\N	\N	\N	bitoctetlength	bit	bit	pg_catalog.octet_length	octet_length(bit)	integer
1683	bit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1560	[23, 23]	\N	\N	\N	bitfromint4	integer, integer	integer, integer	pg_catalog."bit"	"bit"(integer,integer)	bit
1684	int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1560]	\N	\N	\N	bittoint4	bit	bit	pg_catalog.int4	int4(bit)	integer
1685	bit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1560	[1560, 23, 16]	\N	\N	\N	bit	bit, integer, boolean	bit, integer, boolean	pg_catalog."bit"	"bit"(bit,integer,boolean)	bit
1686	pg_get_keywords	11	10	12	10	500	0	0	f	false	false	true	true	s	s	0	0	2249	[]	[25, 18, 16, 25, 25]	[o, o, o, o, o]	[word, catcode, barelabel, catdesc, baredesc]	pg_get_keywords	OUT word text, OUT catcode "char", OUT barelabel boolean, OUT catdesc text, OUT baredesc text	OUT word text, OUT catcode "char", OUT barelabel boolean, OUT catdesc text, OUT baredesc text	pg_get_keywords	pg_get_keywords()	SETOF record
1687	varbit	11	10	12	1	0	0	3158	f	false	false	true	false	i	s	3	0	1562	[1562, 23, 16]	\N	\N	\N	varbit	bit varying, integer, boolean	bit varying, integer, boolean	varbit	varbit(bit varying,integer,boolean)	bit varying
1688	time_hash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1083]	\N	\N	\N	time_hash	time without time zone	time without time zone	time_hash	time_hash(time without time zone)	integer
1690	time_mi_time	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1083, 1083]	\N	\N	\N	time_mi_time	time without time zone, time without time zone	time without time zone, time without time zone	time_mi_time	time_mi_time(time without time zone,time without time zone)	interval
1691	boolle	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[16, 16]	\N	\N	\N	boolle	boolean, boolean	boolean, boolean	boolle	boolle(boolean,boolean)	boolean
1692	boolge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[16, 16]	\N	\N	\N	boolge	boolean, boolean	boolean, boolean	boolge	boolge(boolean,boolean)	boolean
1693	btboolcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[16, 16]	\N	\N	\N	btboolcmp	boolean, boolean	boolean, boolean	btboolcmp	btboolcmp(boolean,boolean)	integer
1696	timetz_hash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1266]	\N	\N	\N	timetz_hash	time with time zone	time with time zone	timetz_hash	timetz_hash(time with time zone)	integer
1697	interval_hash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1186]	\N	\N	\N	interval_hash	interval	interval	interval_hash	interval_hash(interval)	integer
1698	position	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[1560, 1560]	\N	\N	\N	bitposition	bit, bit	bit, bit	pg_catalog."position"	"position"(bit,bit)	integer
1699	substring	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1560	[1560, 23]	\N	\N	\N	bitsubstr_no_len	bit, integer	bit, integer	pg_catalog."substring"	"substring"(bit,integer)	bit
1701	numeric_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1700	[2275, 26, 23]	\N	\N	\N	numeric_in	cstring, oid, integer	cstring, oid, integer	numeric_in	numeric_in(cstring,oid,integer)	numeric
1702	numeric_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[1700]	\N	\N	\N	numeric_out	numeric	numeric	numeric_out	numeric_out(numeric)	cstring
1703	numeric	11	10	12	1	0	0	3157	f	false	false	true	false	i	s	2	0	1700	[1700, 23]	\N	\N	\N	numeric	numeric, integer	numeric, integer	pg_catalog."numeric"	"numeric"(numeric,integer)	numeric
1704	numeric_abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_abs	numeric	numeric	numeric_abs	numeric_abs(numeric)	numeric
1705	abs	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_abs	numeric	numeric	pg_catalog.abs	abs(numeric)	numeric
1706	sign	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_sign	numeric	numeric	pg_catalog.sign	sign(numeric)	numeric
1707	round	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 23]	\N	\N	\N	numeric_round	numeric, integer	numeric, integer	pg_catalog.round	round(numeric,integer)	numeric
1708	round	11	10	14	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N		numeric	numeric	pg_catalog.round	round(numeric)	numeric
1709	trunc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 23]	\N	\N	\N	numeric_trunc	numeric, integer	numeric, integer	pg_catalog.trunc	trunc(numeric,integer)	numeric
1710	trunc	11	10	14	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N		numeric	numeric	pg_catalog.trunc	trunc(numeric)	numeric
1711	ceil	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_ceil	numeric	numeric	pg_catalog.ceil	ceil(numeric)	numeric
1712	floor	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_floor	numeric	numeric	pg_catalog.floor	floor(numeric)	numeric
1713	length	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	23	[17, 19]	\N	\N	\N	length_in_encoding	bytea, name	bytea, name	pg_catalog.length	length(bytea,name)	integer
1714	convert_from	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[17, 19]	\N	\N	\N	pg_convert_from	bytea, name	bytea, name	convert_from	convert_from(bytea,name)	text
1715	cidr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	650	[869]	\N	\N	\N	inet_to_cidr	inet	inet	cidr	cidr(inet)	cidr
1716	pg_get_expr	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[194, 26]	\N	\N	\N	pg_get_expr	pg_node_tree, oid	pg_node_tree, oid	pg_catalog.pg_get_expr	pg_get_expr(pg_node_tree,oid)	text
1717	convert_to	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	17	[25, 19]	\N	\N	\N	pg_convert_to	text, name	text, name	convert_to	convert_to(text,name)	bytea
1718	numeric_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1700, 1700]	\N	\N	\N	numeric_eq	numeric, numeric	numeric, numeric	numeric_eq	numeric_eq(numeric,numeric)	boolean
1719	numeric_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1700, 1700]	\N	\N	\N	numeric_ne	numeric, numeric	numeric, numeric	numeric_ne	numeric_ne(numeric,numeric)	boolean
1720	numeric_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1700, 1700]	\N	\N	\N	numeric_gt	numeric, numeric	numeric, numeric	numeric_gt	numeric_gt(numeric,numeric)	boolean
1721	numeric_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1700, 1700]	\N	\N	\N	numeric_ge	numeric, numeric	numeric, numeric	numeric_ge	numeric_ge(numeric,numeric)	boolean
1722	numeric_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1700, 1700]	\N	\N	\N	numeric_lt	numeric, numeric	numeric, numeric	numeric_lt	numeric_lt(numeric,numeric)	boolean
1723	numeric_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1700, 1700]	\N	\N	\N	numeric_le	numeric, numeric	numeric, numeric	numeric_le	numeric_le(numeric,numeric)	boolean
1724	numeric_add	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_add	numeric, numeric	numeric, numeric	numeric_add	numeric_add(numeric,numeric)	numeric
1725	numeric_sub	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_sub	numeric, numeric	numeric, numeric	numeric_sub	numeric_sub(numeric,numeric)	numeric
1726	numeric_mul	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_mul	numeric, numeric	numeric, numeric	numeric_mul	numeric_mul(numeric,numeric)	numeric
1727	numeric_div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_div	numeric, numeric	numeric, numeric	numeric_div	numeric_div(numeric,numeric)	numeric
1728	mod	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_mod	numeric, numeric	numeric, numeric	pg_catalog.mod	mod(numeric,numeric)	numeric
1729	numeric_mod	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_mod	numeric, numeric	numeric, numeric	numeric_mod	numeric_mod(numeric,numeric)	numeric
1730	sqrt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_sqrt	numeric	numeric	pg_catalog.sqrt	sqrt(numeric)	numeric
1732	exp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_exp	numeric	numeric	pg_catalog.exp	exp(numeric)	numeric
1734	ln	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_ln	numeric	numeric	pg_catalog.ln	ln(numeric)	numeric
1736	log	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_log	numeric, numeric	numeric, numeric	pg_catalog.log	log(numeric,numeric)	numeric
1738	pow	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_power	numeric, numeric	numeric, numeric	pg_catalog.pow	pow(numeric,numeric)	numeric
1739	numeric_power	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_power	numeric, numeric	numeric, numeric	numeric_power	numeric_power(numeric,numeric)	numeric
1740	numeric	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	1700	[23]	\N	\N	\N	int4_numeric	integer	integer	pg_catalog."numeric"	"numeric"(integer)	numeric
1741	log	11	10	14	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N		numeric	numeric	pg_catalog.log	log(numeric)	numeric
1742	numeric	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	1700	[700]	\N	\N	\N	float4_numeric	real	real	pg_catalog."numeric"	"numeric"(real)	numeric
1743	numeric	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	1700	[701]	\N	\N	\N	float8_numeric	double precision	double precision	pg_catalog."numeric"	"numeric"(double precision)	numeric
1744	int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1700]	\N	\N	\N	numeric_int4	numeric	numeric	pg_catalog.int4	int4(numeric)	integer
1745	float4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[1700]	\N	\N	\N	numeric_float4	numeric	numeric	pg_catalog.float4	float4(numeric)	real
1746	float8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1700]	\N	\N	\N	numeric_float8	numeric	numeric	pg_catalog.float8	float8(numeric)	double precision
1747	time_pl_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1083	[1083, 1186]	\N	\N	\N	time_pl_interval	time without time zone, interval	time without time zone, interval	time_pl_interval	time_pl_interval(time without time zone,interval)	time without time zone
1748	time_mi_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1083	[1083, 1186]	\N	\N	\N	time_mi_interval	time without time zone, interval	time without time zone, interval	time_mi_interval	time_mi_interval(time without time zone,interval)	time without time zone
1749	timetz_pl_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1266	[1266, 1186]	\N	\N	\N	timetz_pl_interval	time with time zone, interval	time with time zone, interval	timetz_pl_interval	timetz_pl_interval(time with time zone,interval)	time with time zone
1750	timetz_mi_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1266	[1266, 1186]	\N	\N	\N	timetz_mi_interval	time with time zone, interval	time with time zone, interval	timetz_mi_interval	timetz_mi_interval(time with time zone,interval)	time with time zone
1765	setval	11	10	12	1	0	0	0	f	false	false	true	false	v	u	3	0	20	[2205, 20, 16]	\N	\N	\N	setval3_oid	regclass, bigint, boolean	regclass, bigint, boolean	pg_catalog.setval	setval(regclass,bigint,boolean)	bigint
1766	numeric_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_smaller	numeric, numeric	numeric, numeric	numeric_smaller	numeric_smaller(numeric,numeric)	numeric
1767	numeric_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_larger	numeric, numeric	numeric, numeric	numeric_larger	numeric_larger(numeric,numeric)	numeric
1768	to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[1186, 25]	\N	\N	\N	interval_to_char	interval, text	interval, text	pg_catalog.to_char	to_char(interval,text)	text
1769	numeric_cmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[1700, 1700]	\N	\N	\N	numeric_cmp	numeric, numeric	numeric, numeric	numeric_cmp	numeric_cmp(numeric,numeric)	integer
1770	to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[1184, 25]	\N	\N	\N	timestamptz_to_char	timestamp with time zone, text	timestamp with time zone, text	pg_catalog.to_char	to_char(timestamp with time zone,text)	text
1771	numeric_uminus	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_uminus	numeric	numeric	numeric_uminus	numeric_uminus(numeric)	numeric
1772	to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[1700, 25]	\N	\N	\N	numeric_to_char	numeric, text	numeric, text	pg_catalog.to_char	to_char(numeric,text)	text
1773	to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[23, 25]	\N	\N	\N	int4_to_char	integer, text	integer, text	pg_catalog.to_char	to_char(integer,text)	text
1774	to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[20, 25]	\N	\N	\N	int8_to_char	bigint, text	bigint, text	pg_catalog.to_char	to_char(bigint,text)	text
1775	to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[700, 25]	\N	\N	\N	float4_to_char	real, text	real, text	pg_catalog.to_char	to_char(real,text)	text
1776	to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[701, 25]	\N	\N	\N	float8_to_char	double precision, text	double precision, text	pg_catalog.to_char	to_char(double precision,text)	text
1777	to_number	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	1700	[25, 25]	\N	\N	\N	numeric_to_number	text, text	text, text	to_number	to_number(text,text)	numeric
1778	to_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	1184	[25, 25]	\N	\N	\N	to_timestamp	text, text	text, text	pg_catalog.to_timestamp	to_timestamp(text,text)	timestamp with time zone
1779	int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[1700]	\N	\N	\N	numeric_int8	numeric	numeric	pg_catalog.int8	int8(numeric)	bigint
1780	to_date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	1082	[25, 25]	\N	\N	\N	to_date	text, text	text, text	to_date	to_date(text,text)	date
1781	numeric	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	1700	[20]	\N	\N	\N	int8_numeric	bigint	bigint	pg_catalog."numeric"	"numeric"(bigint)	numeric
1782	numeric	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	1700	[21]	\N	\N	\N	int2_numeric	smallint	smallint	pg_catalog."numeric"	"numeric"(smallint)	numeric
1783	int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[1700]	\N	\N	\N	numeric_int2	numeric	numeric	pg_catalog.int2	int2(numeric)	smallint
1798	oidin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	26	[2275]	\N	\N	\N	oidin	cstring	cstring	oidin	oidin(cstring)	oid
1799	oidout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[26]	\N	\N	\N	oidout	oid	oid	oidout	oidout(oid)	cstring
1810	bit_length	11	10	14	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[17]	\N	\N	\N		bytea	bytea	pg_catalog.bit_length	bit_length(bytea)	integer
1811	bit_length	11	10	14	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[25]	\N	\N	\N		text	text	pg_catalog.bit_length	bit_length(text)	integer
1812	bit_length	11	10	14	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1560]	\N	\N	\N		bit	bit	pg_catalog.bit_length	bit_length(bit)	integer
1813	convert	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	17	[17, 19, 19]	\N	\N	\N	pg_convert	bytea, name, name	bytea, name, name	convert	convert(bytea,name,name)	bytea
1814	iclikesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	iclikesel	internal, oid, internal, integer	internal, oid, internal, integer	iclikesel	iclikesel(internal,oid,internal,integer)	double precision
1815	icnlikesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	icnlikesel	internal, oid, internal, integer	internal, oid, internal, integer	icnlikesel	icnlikesel(internal,oid,internal,integer)	double precision
1816	iclikejoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	iclikejoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	iclikejoinsel	iclikejoinsel(internal,oid,internal,smallint,internal)	double precision
1817	icnlikejoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	icnlikejoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	icnlikejoinsel	icnlikejoinsel(internal,oid,internal,smallint,internal)	double precision
1818	regexeqsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	regexeqsel	internal, oid, internal, integer	internal, oid, internal, integer	regexeqsel	regexeqsel(internal,oid,internal,integer)	double precision
1819	likesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	likesel	internal, oid, internal, integer	internal, oid, internal, integer	likesel	likesel(internal,oid,internal,integer)	double precision
1820	icregexeqsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	icregexeqsel	internal, oid, internal, integer	internal, oid, internal, integer	icregexeqsel	icregexeqsel(internal,oid,internal,integer)	double precision
1821	regexnesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	regexnesel	internal, oid, internal, integer	internal, oid, internal, integer	regexnesel	regexnesel(internal,oid,internal,integer)	double precision
1822	nlikesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	nlikesel	internal, oid, internal, integer	internal, oid, internal, integer	nlikesel	nlikesel(internal,oid,internal,integer)	double precision
1823	icregexnesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	icregexnesel	internal, oid, internal, integer	internal, oid, internal, integer	icregexnesel	icregexnesel(internal,oid,internal,integer)	double precision
1824	regexeqjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	regexeqjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	regexeqjoinsel	regexeqjoinsel(internal,oid,internal,smallint,internal)	double precision
1825	likejoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	likejoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	likejoinsel	likejoinsel(internal,oid,internal,smallint,internal)	double precision
1826	icregexeqjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	icregexeqjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	icregexeqjoinsel	icregexeqjoinsel(internal,oid,internal,smallint,internal)	double precision
1827	regexnejoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	regexnejoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	regexnejoinsel	regexnejoinsel(internal,oid,internal,smallint,internal)	double precision
1828	nlikejoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	nlikejoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	nlikejoinsel	nlikejoinsel(internal,oid,internal,smallint,internal)	double precision
1829	icregexnejoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	icregexnejoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	icregexnejoinsel	icregexnejoinsel(internal,oid,internal,smallint,internal)	double precision
1830	float8_avg	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_avg	double precision[]	double precision[]	float8_avg	float8_avg(double precision[])	double precision
1831	float8_var_samp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_var_samp	double precision[]	double precision[]	float8_var_samp	float8_var_samp(double precision[])	double precision
1832	float8_stddev_samp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_stddev_samp	double precision[]	double precision[]	float8_stddev_samp	float8_stddev_samp(double precision[])	double precision
1833	numeric_accum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 1700]	\N	\N	\N	numeric_accum	internal, numeric	internal, numeric	numeric_accum	numeric_accum(internal,numeric)	internal
1834	int2_accum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 21]	\N	\N	\N	int2_accum	internal, smallint	internal, smallint	int2_accum	int2_accum(internal,smallint)	internal
1835	int4_accum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 23]	\N	\N	\N	int4_accum	internal, integer	internal, integer	int4_accum	int4_accum(internal,integer)	internal
1836	int8_accum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 20]	\N	\N	\N	int8_accum	internal, bigint	internal, bigint	int8_accum	int8_accum(internal,bigint)	internal
1837	numeric_avg	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_avg	internal	internal	numeric_avg	numeric_avg(internal)	numeric
1838	numeric_var_samp	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_var_samp	internal	internal	numeric_var_samp	numeric_var_samp(internal)	numeric
1839	numeric_stddev_samp	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_stddev_samp	internal	internal	numeric_stddev_samp	numeric_stddev_samp(internal)	numeric
1840	int2_sum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	20	[20, 21]	\N	\N	\N	int2_sum	bigint, smallint	bigint, smallint	int2_sum	int2_sum(bigint,smallint)	bigint
1841	int4_sum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	20	[20, 23]	\N	\N	\N	int4_sum	bigint, integer	bigint, integer	int4_sum	int4_sum(bigint,integer)	bigint
1843	interval_accum	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1187	[1187, 1186]	\N	\N	\N	interval_accum	interval[], interval	interval[], interval	interval_accum	interval_accum(interval[],interval)	interval[]
1844	interval_avg	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1186	[1187]	\N	\N	\N	interval_avg	interval[]	interval[]	interval_avg	interval_avg(interval[])	interval
1845	to_ascii	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	to_ascii_default	text	text	pg_catalog.to_ascii	to_ascii(text)	text
1846	to_ascii	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 23]	\N	\N	\N	to_ascii_enc	text, integer	text, integer	pg_catalog.to_ascii	to_ascii(text,integer)	text
1847	to_ascii	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 19]	\N	\N	\N	to_ascii_encname	text, name	text, name	pg_catalog.to_ascii	to_ascii(text,name)	text
1848	interval_pl_time	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	1083	[1186, 1083]	\N	\N	\N		interval, time without time zone	interval, time without time zone	interval_pl_time	interval_pl_time(interval,time without time zone)	time without time zone
1850	int28eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 20]	\N	\N	\N	int28eq	smallint, bigint	smallint, bigint	int28eq	int28eq(smallint,bigint)	boolean
1851	int28ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 20]	\N	\N	\N	int28ne	smallint, bigint	smallint, bigint	int28ne	int28ne(smallint,bigint)	boolean
1852	int28lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 20]	\N	\N	\N	int28lt	smallint, bigint	smallint, bigint	int28lt	int28lt(smallint,bigint)	boolean
1853	int28gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 20]	\N	\N	\N	int28gt	smallint, bigint	smallint, bigint	int28gt	int28gt(smallint,bigint)	boolean
1854	int28le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 20]	\N	\N	\N	int28le	smallint, bigint	smallint, bigint	int28le	int28le(smallint,bigint)	boolean
1855	int28ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[21, 20]	\N	\N	\N	int28ge	smallint, bigint	smallint, bigint	int28ge	int28ge(smallint,bigint)	boolean
1856	int82eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 21]	\N	\N	\N	int82eq	bigint, smallint	bigint, smallint	int82eq	int82eq(bigint,smallint)	boolean
1857	int82ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 21]	\N	\N	\N	int82ne	bigint, smallint	bigint, smallint	int82ne	int82ne(bigint,smallint)	boolean
1858	int82lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 21]	\N	\N	\N	int82lt	bigint, smallint	bigint, smallint	int82lt	int82lt(bigint,smallint)	boolean
1859	int82gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 21]	\N	\N	\N	int82gt	bigint, smallint	bigint, smallint	int82gt	int82gt(bigint,smallint)	boolean
1860	int82le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 21]	\N	\N	\N	int82le	bigint, smallint	bigint, smallint	int82le	int82le(bigint,smallint)	boolean
1861	int82ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[20, 21]	\N	\N	\N	int82ge	bigint, smallint	bigint, smallint	int82ge	int82ge(bigint,smallint)	boolean
1892	int2and	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2and	smallint, smallint	smallint, smallint	int2and	int2and(smallint,smallint)	smallint
1893	int2or	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2or	smallint, smallint	smallint, smallint	int2or	int2or(smallint,smallint)	smallint
1894	int2xor	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 21]	\N	\N	\N	int2xor	smallint, smallint	smallint, smallint	int2xor	int2xor(smallint,smallint)	smallint
1895	int2not	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[21]	\N	\N	\N	int2not	smallint	smallint	int2not	int2not(smallint)	smallint
1896	int2shl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 23]	\N	\N	\N	int2shl	smallint, integer	smallint, integer	int2shl	int2shl(smallint,integer)	smallint
1897	int2shr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	21	[21, 23]	\N	\N	\N	int2shr	smallint, integer	smallint, integer	int2shr	int2shr(smallint,integer)	smallint
1898	int4and	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4and	integer, integer	integer, integer	int4and	int4and(integer,integer)	integer
1899	int4or	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4or	integer, integer	integer, integer	int4or	int4or(integer,integer)	integer
1900	int4xor	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4xor	integer, integer	integer, integer	int4xor	int4xor(integer,integer)	integer
1901	int4not	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[23]	\N	\N	\N	int4not	integer	integer	int4not	int4not(integer)	integer
1902	int4shl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4shl	integer, integer	integer, integer	int4shl	int4shl(integer,integer)	integer
1903	int4shr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4shr	integer, integer	integer, integer	int4shr	int4shr(integer,integer)	integer
1904	int8and	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8and	bigint, bigint	bigint, bigint	int8and	int8and(bigint,bigint)	bigint
1905	int8or	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8or	bigint, bigint	bigint, bigint	int8or	int8or(bigint,bigint)	bigint
1906	int8xor	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8xor	bigint, bigint	bigint, bigint	int8xor	int8xor(bigint,bigint)	bigint
1907	int8not	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[20]	\N	\N	\N	int8not	bigint	bigint	int8not	int8not(bigint)	bigint
1908	int8shl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 23]	\N	\N	\N	int8shl	bigint, integer	bigint, integer	int8shl	int8shl(bigint,integer)	bigint
1909	int8shr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 23]	\N	\N	\N	int8shr	bigint, integer	bigint, integer	int8shr	int8shr(bigint,integer)	bigint
1910	int8up	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[20]	\N	\N	\N	int8up	bigint	bigint	int8up	int8up(bigint)	bigint
1911	int2up	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[21]	\N	\N	\N	int2up	smallint	smallint	int2up	int2up(smallint)	smallint
1912	int4up	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[23]	\N	\N	\N	int4up	integer	integer	int4up	int4up(integer)	integer
1913	float4up	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[700]	\N	\N	\N	float4up	real	real	float4up	float4up(real)	real
1914	float8up	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	float8up	double precision	double precision	float8up	float8up(double precision)	double precision
1915	numeric_uplus	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_uplus	numeric	numeric	numeric_uplus	numeric_uplus(numeric)	numeric
1922	has_table_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_table_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_table_privilege	has_table_privilege(name,text,text)	boolean
1923	has_table_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_table_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_table_privilege	has_table_privilege(name,oid,text)	boolean
1924	has_table_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_table_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_table_privilege	has_table_privilege(oid,text,text)	boolean
1925	has_table_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_table_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_table_privilege	has_table_privilege(oid,oid,text)	boolean
1926	has_table_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_table_privilege_name	text, text	text, text	pg_catalog.has_table_privilege	has_table_privilege(text,text)	boolean
1927	has_table_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_table_privilege_id	oid, text	oid, text	pg_catalog.has_table_privilege	has_table_privilege(oid,text)	boolean
1928	pg_stat_get_numscans	11	10	12	1	0	0	0	f	false	false	true	false	s	r	1	0	20	[26]	\N	\N	\N	pg_stat_get_numscans	oid	oid	pg_stat_get_numscans	pg_stat_get_numscans(oid)	bigint
1946	encode	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[17, 25]	\N	\N	\N	binary_encode	bytea, text	bytea, text	encode	encode(bytea,text)	text
1947	decode	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	17	[25, 25]	\N	\N	\N	binary_decode	text, text	text, text	decode	decode(text,text)	bytea
1948	byteaeq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[17, 17]	\N	\N	\N	byteaeq	bytea, bytea	bytea, bytea	byteaeq	byteaeq(bytea,bytea)	boolean
1949	bytealt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[17, 17]	\N	\N	\N	bytealt	bytea, bytea	bytea, bytea	bytealt	bytealt(bytea,bytea)	boolean
1950	byteale	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[17, 17]	\N	\N	\N	byteale	bytea, bytea	bytea, bytea	byteale	byteale(bytea,bytea)	boolean
1951	byteagt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[17, 17]	\N	\N	\N	byteagt	bytea, bytea	bytea, bytea	byteagt	byteagt(bytea,bytea)	boolean
1952	byteage	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[17, 17]	\N	\N	\N	byteage	bytea, bytea	bytea, bytea	byteage	byteage(bytea,bytea)	boolean
1953	byteane	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[17, 17]	\N	\N	\N	byteane	bytea, bytea	bytea, bytea	byteane	byteane(bytea,bytea)	boolean
1954	byteacmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[17, 17]	\N	\N	\N	byteacmp	bytea, bytea	bytea, bytea	byteacmp	byteacmp(bytea,bytea)	integer
1961	timestamp	11	10	12	1	0	0	3917	f	false	false	true	false	i	s	2	0	1114	[1114, 23]	\N	\N	\N	timestamp_scale	timestamp without time zone, integer	timestamp without time zone, integer	pg_catalog."timestamp"	"timestamp"(timestamp without time zone,integer)	timestamp without time zone
1962	int2_avg_accum	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1016	[1016, 21]	\N	\N	\N	int2_avg_accum	bigint[], smallint	bigint[], smallint	int2_avg_accum	int2_avg_accum(bigint[],smallint)	bigint[]
1963	int4_avg_accum	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1016	[1016, 23]	\N	\N	\N	int4_avg_accum	bigint[], integer	bigint[], integer	int4_avg_accum	int4_avg_accum(bigint[],integer)	bigint[]
1964	int8_avg	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1016]	\N	\N	\N	int8_avg	bigint[]	bigint[]	int8_avg	int8_avg(bigint[])	numeric
1965	oidlarger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	26	[26, 26]	\N	\N	\N	oidlarger	oid, oid	oid, oid	oidlarger	oidlarger(oid,oid)	oid
1966	oidsmaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	26	[26, 26]	\N	\N	\N	oidsmaller	oid, oid	oid, oid	oidsmaller	oidsmaller(oid,oid)	oid
1967	timestamptz	11	10	12	1	0	0	3917	f	false	false	true	false	i	s	2	0	1184	[1184, 23]	\N	\N	\N	timestamptz_scale	timestamp with time zone, integer	timestamp with time zone, integer	pg_catalog.timestamptz	timestamptz(timestamp with time zone,integer)	timestamp with time zone
1968	time	11	10	12	1	0	0	3944	f	false	false	true	false	i	s	2	0	1083	[1083, 23]	\N	\N	\N	time_scale	time without time zone, integer	time without time zone, integer	pg_catalog."time"	"time"(time without time zone,integer)	time without time zone
1969	timetz	11	10	12	1	0	0	3944	f	false	false	true	false	i	s	2	0	1266	[1266, 23]	\N	\N	\N	timetz_scale	time with time zone, integer	time with time zone, integer	pg_catalog.timetz	timetz(time with time zone,integer)	time with time zone
1973	div	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_div_trunc	numeric, numeric	numeric, numeric	div	div(numeric,numeric)	numeric
1986	similar_to_escape	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	similar_to_escape_2	text, text	text, text	pg_catalog.similar_to_escape	similar_to_escape(text,text)	text
1987	similar_to_escape	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	similar_to_escape_1	text	text	pg_catalog.similar_to_escape	similar_to_escape(text)	text
1993	shobj_description	11	10	14	100	0	0	0	f	false	false	true	false	s	s	2	0	25	[26, 19]	\N	\N	\N		oid, name	oid, name	shobj_description	shobj_description(oid,name)	text
2003	textanycat	11	10	14	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[25, 2776]	\N	\N	\N		text, anynonarray	text, anynonarray	textanycat	textanycat(text,anynonarray)	text
2004	anytextcat	11	10	14	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[2776, 25]	\N	\N	\N		anynonarray, text	anynonarray, text	anytextcat	anytextcat(anynonarray,text)	text
2005	bytealike	11	10	12	1	0	0	1023	f	false	false	true	false	i	s	2	0	16	[17, 17]	\N	\N	\N	bytealike	bytea, bytea	bytea, bytea	bytealike	bytealike(bytea,bytea)	boolean
2006	byteanlike	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[17, 17]	\N	\N	\N	byteanlike	bytea, bytea	bytea, bytea	byteanlike	byteanlike(bytea,bytea)	boolean
2009	like_escape	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	17	[17, 17]	\N	\N	\N	like_escape_bytea	bytea, bytea	bytea, bytea	pg_catalog.like_escape	like_escape(bytea,bytea)	bytea
2010	length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[17]	\N	\N	\N	byteaoctetlen	bytea	bytea	pg_catalog.length	length(bytea)	integer
2011	byteacat	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	17	[17, 17]	\N	\N	\N	byteacat	bytea, bytea	bytea, bytea	byteacat	byteacat(bytea,bytea)	bytea
2012	substring	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	17	[17, 23, 23]	\N	\N	\N	bytea_substr	bytea, integer, integer	bytea, integer, integer	pg_catalog."substring"	"substring"(bytea,integer,integer)	bytea
2013	substring	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	17	[17, 23]	\N	\N	\N	bytea_substr_no_len	bytea, integer	bytea, integer	pg_catalog."substring"	"substring"(bytea,integer)	bytea
2014	position	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[17, 17]	\N	\N	\N	byteapos	bytea, bytea	bytea, bytea	pg_catalog."position"	"position"(bytea,bytea)	integer
2015	btrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	17	[17, 17]	\N	\N	\N	byteatrim	bytea, bytea	bytea, bytea	pg_catalog.btrim	btrim(bytea,bytea)	bytea
2019	time	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1083	[1184]	\N	\N	\N	timestamptz_time	timestamp with time zone	timestamp with time zone	pg_catalog."time"	"time"(timestamp with time zone)	time without time zone
2020	date_trunc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[25, 1114]	\N	\N	\N	timestamp_trunc	text, timestamp without time zone	text, timestamp without time zone	pg_catalog.date_trunc	date_trunc(text,timestamp without time zone)	timestamp without time zone
2021	date_part	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[25, 1114]	\N	\N	\N	timestamp_part	text, timestamp without time zone	text, timestamp without time zone	pg_catalog.date_part	date_part(text,timestamp without time zone)	double precision
2024	timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1114	[1082]	\N	\N	\N	date_timestamp	date	date	pg_catalog."timestamp"	"timestamp"(date)	timestamp without time zone
2026	pg_backend_pid	11	10	12	1	0	0	0	f	false	false	true	false	s	r	0	0	23	[]	\N	\N	\N	pg_backend_pid			pg_backend_pid	pg_backend_pid()	integer
2027	timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1114	[1184]	\N	\N	\N	timestamptz_timestamp	timestamp with time zone	timestamp with time zone	pg_catalog."timestamp"	"timestamp"(timestamp with time zone)	timestamp without time zone
2028	timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1184	[1114]	\N	\N	\N	timestamp_timestamptz	timestamp without time zone	timestamp without time zone	pg_catalog.timestamptz	timestamptz(timestamp without time zone)	timestamp with time zone
2029	date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1082	[1114]	\N	\N	\N	timestamp_date	timestamp without time zone	timestamp without time zone	pg_catalog.date	date(timestamp without time zone)	date
2031	timestamp_mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1114, 1114]	\N	\N	\N	timestamp_mi	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_mi	timestamp_mi(timestamp without time zone,timestamp without time zone)	interval
2032	timestamp_pl_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1114, 1186]	\N	\N	\N	timestamp_pl_interval	timestamp without time zone, interval	timestamp without time zone, interval	timestamp_pl_interval	timestamp_pl_interval(timestamp without time zone,interval)	timestamp without time zone
2033	timestamp_mi_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1114, 1186]	\N	\N	\N	timestamp_mi_interval	timestamp without time zone, interval	timestamp without time zone, interval	timestamp_mi_interval	timestamp_mi_interval(timestamp without time zone,interval)	timestamp without time zone
2034	pg_conf_load_time	11	10	12	1	0	0	0	f	false	false	true	false	s	r	0	0	1184	[]	\N	\N	\N	pg_conf_load_time			pg_conf_load_time	pg_conf_load_time()	timestamp with time zone
2035	timestamp_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1114, 1114]	\N	\N	\N	timestamp_smaller	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_smaller	timestamp_smaller(timestamp without time zone,timestamp without time zone)	timestamp without time zone
2036	timestamp_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1114, 1114]	\N	\N	\N	timestamp_larger	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_larger	timestamp_larger(timestamp without time zone,timestamp without time zone)	timestamp without time zone
2037	timezone	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	1266	[25, 1266]	\N	\N	\N	timetz_zone	text, time with time zone	text, time with time zone	pg_catalog.timezone	timezone(text,time with time zone)	time with time zone
2038	timezone	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1266	[1186, 1266]	\N	\N	\N	timetz_izone	interval, time with time zone	interval, time with time zone	pg_catalog.timezone	timezone(interval,time with time zone)	time with time zone
2039	timestamp_hash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1114]	\N	\N	\N	timestamp_hash	timestamp without time zone	timestamp without time zone	timestamp_hash	timestamp_hash(timestamp without time zone)	integer
2041	overlaps	11	10	12	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1114, 1114, 1114, 1114]	\N	\N	\N	overlaps_timestamp	timestamp without time zone, timestamp without time zone, timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone, timestamp without time zone, timestamp without time zone	pg_catalog."overlaps"	"overlaps"(timestamp without time zone,timestamp without time zone,timestamp without time zone,timestamp without time zone)	boolean
2042	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1114, 1186, 1114, 1186]	\N	\N	\N		timestamp without time zone, interval, timestamp without time zone, interval	timestamp without time zone, interval, timestamp without time zone, interval	pg_catalog."overlaps"	"overlaps"(timestamp without time zone,interval,timestamp without time zone,interval)	boolean
2043	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1114, 1114, 1114, 1186]	\N	\N	\N		timestamp without time zone, timestamp without time zone, timestamp without time zone, interval	timestamp without time zone, timestamp without time zone, timestamp without time zone, interval	pg_catalog."overlaps"	"overlaps"(timestamp without time zone,timestamp without time zone,timestamp without time zone,interval)	boolean
2044	overlaps	11	10	14	1	0	0	0	f	false	false	false	false	i	s	4	0	16	[1114, 1186, 1114, 1114]	\N	\N	\N		timestamp without time zone, interval, timestamp without time zone, timestamp without time zone	timestamp without time zone, interval, timestamp without time zone, timestamp without time zone	pg_catalog."overlaps"	"overlaps"(timestamp without time zone,interval,timestamp without time zone,timestamp without time zone)	boolean
2045	timestamp_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1114, 1114]	\N	\N	\N	timestamp_cmp	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_cmp	timestamp_cmp(timestamp without time zone,timestamp without time zone)	integer
2046	time	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1083	[1266]	\N	\N	\N	timetz_time	time with time zone	time with time zone	pg_catalog."time"	"time"(time with time zone)	time without time zone
2047	timetz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1266	[1083]	\N	\N	\N	time_timetz	time without time zone	time without time zone	pg_catalog.timetz	timetz(time without time zone)	time with time zone
2048	isfinite	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[1114]	\N	\N	\N	timestamp_finite	timestamp without time zone	timestamp without time zone	pg_catalog.isfinite	isfinite(timestamp without time zone)	boolean
2049	to_char	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[1114, 25]	\N	\N	\N	timestamp_to_char	timestamp without time zone, text	timestamp without time zone, text	pg_catalog.to_char	to_char(timestamp without time zone,text)	text
2050	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	2277	[2277]	\N	\N	\N	aggregate_dummy	anyarray	anyarray	pg_catalog.max	max(anyarray)	anyarray
2051	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	2277	[2277]	\N	\N	\N	aggregate_dummy	anyarray	anyarray	pg_catalog.min	min(anyarray)	anyarray
2052	timestamp_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1114, 1114]	\N	\N	\N	timestamp_eq	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_eq	timestamp_eq(timestamp without time zone,timestamp without time zone)	boolean
2053	timestamp_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1114, 1114]	\N	\N	\N	timestamp_ne	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_ne	timestamp_ne(timestamp without time zone,timestamp without time zone)	boolean
2054	timestamp_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1114, 1114]	\N	\N	\N	timestamp_lt	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_lt	timestamp_lt(timestamp without time zone,timestamp without time zone)	boolean
2055	timestamp_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1114, 1114]	\N	\N	\N	timestamp_le	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_le	timestamp_le(timestamp without time zone,timestamp without time zone)	boolean
2056	timestamp_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1114, 1114]	\N	\N	\N	timestamp_ge	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_ge	timestamp_ge(timestamp without time zone,timestamp without time zone)	boolean
2057	timestamp_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1114, 1114]	\N	\N	\N	timestamp_gt	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	timestamp_gt	timestamp_gt(timestamp without time zone,timestamp without time zone)	boolean
2058	age	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1186	[1114, 1114]	\N	\N	\N	timestamp_age	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	pg_catalog.age	age(timestamp without time zone,timestamp without time zone)	interval
2059	age	11	10	14	1	0	0	0	f	false	false	true	false	s	s	1	0	1186	[1114]	\N	\N	\N		timestamp without time zone	timestamp without time zone	pg_catalog.age	age(timestamp without time zone)	interval
2069	timezone	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1184	[25, 1114]	\N	\N	\N	timestamp_zone	text, timestamp without time zone	text, timestamp without time zone	pg_catalog.timezone	timezone(text,timestamp without time zone)	timestamp with time zone
2070	timezone	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1184	[1186, 1114]	\N	\N	\N	timestamp_izone	interval, timestamp without time zone	interval, timestamp without time zone	pg_catalog.timezone	timezone(interval,timestamp without time zone)	timestamp with time zone
2071	date_pl_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1082, 1186]	\N	\N	\N	date_pl_interval	date, interval	date, interval	date_pl_interval	date_pl_interval(date,interval)	timestamp without time zone
2072	date_mi_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1082, 1186]	\N	\N	\N	date_mi_interval	date, interval	date, interval	date_mi_interval	date_mi_interval(date,interval)	timestamp without time zone
2073	substring	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	textregexsubstr	text, text	text, text	pg_catalog."substring"	"substring"(text,text)	text
2074	substring	11	10	14	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 25, 25]	\N	\N	\N		text, text, text	text, text, text	pg_catalog."substring"	"substring"(text,text,text)	text
2075	bit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1560	[20, 23]	\N	\N	\N	bitfromint8	bigint, integer	bigint, integer	pg_catalog."bit"	"bit"(bigint,integer)	bit
2076	int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[1560]	\N	\N	\N	bittoint8	bit	bit	pg_catalog.int8	int8(bit)	bigint
2077	current_setting	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[25]	\N	\N	\N	show_config_by_name	text	text	pg_catalog.current_setting	current_setting(text)	text
2078	set_config	11	10	12	1	0	0	0	f	false	false	false	false	v	u	3	0	25	[25, 25, 16]	\N	\N	\N	set_config_by_name	text, text, boolean	text, text, boolean	set_config	set_config(text,text,boolean)	text
2079	pg_table_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_table_is_visible	oid	oid	pg_table_is_visible	pg_table_is_visible(oid)	boolean
2080	pg_type_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_type_is_visible	oid	oid	pg_type_is_visible	pg_type_is_visible(oid)	boolean
2081	pg_function_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_function_is_visible	oid	oid	pg_function_is_visible	pg_function_is_visible(oid)	boolean
2082	pg_operator_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_operator_is_visible	oid	oid	pg_operator_is_visible	pg_operator_is_visible(oid)	boolean
2083	pg_opclass_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_opclass_is_visible	oid	oid	pg_opclass_is_visible	pg_opclass_is_visible(oid)	boolean
2084	pg_show_all_settings	11	10	12	1	1000	0	0	f	false	false	true	true	s	s	0	0	2249	[]	[25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 1009, 25, 25, 25, 23, 16]	[o, o, o, o, o, o, o, o, o, o, o, o, o, o, o, o, o]	[name, setting, unit, category, short_desc, extra_desc, context, vartype, source, min_val, max_val, enumvals, boot_val, reset_val, sourcefile, sourceline, pending_restart]	show_all_settings	OUT name text, OUT setting text, OUT unit text, OUT category text, OUT short_desc text, OUT extra_desc text, OUT context text, OUT vartype text, OUT source text, OUT min_val text, OUT max_val text, OUT enumvals text[], OUT boot_val text, OUT reset_val text, OUT sourcefile text, OUT sourceline integer, OUT pending_restart boolean	OUT name text, OUT setting text, OUT unit text, OUT category text, OUT short_desc text, OUT extra_desc text, OUT context text, OUT vartype text, OUT source text, OUT min_val text, OUT max_val text, OUT enumvals text[], OUT boot_val text, OUT reset_val text, OUT sourcefile text, OUT sourceline integer, OUT pending_restart boolean	pg_show_all_settings	pg_show_all_settings()	SETOF record
2085	substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	17	[17, 23, 23]	\N	\N	\N	bytea_substr	bytea, integer, integer	bytea, integer, integer	pg_catalog.substr	substr(bytea,integer,integer)	bytea
2086	substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	17	[17, 23]	\N	\N	\N	bytea_substr_no_len	bytea, integer	bytea, integer	pg_catalog.substr	substr(bytea,integer)	bytea
2087	replace	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 25, 25]	\N	\N	\N	replace_text	text, text, text	text, text, text	replace	replace(text,text,text)	text
2088	split_part	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 25, 23]	\N	\N	\N	split_part	text, text, integer	text, text, integer	split_part	split_part(text,text,integer)	text
2089	to_hex	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[23]	\N	\N	\N	to_hex32	integer	integer	pg_catalog.to_hex	to_hex(integer)	text
2090	to_hex	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[20]	\N	\N	\N	to_hex64	bigint	bigint	pg_catalog.to_hex	to_hex(bigint)	text
2091	array_lower	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[2277, 23]	\N	\N	\N	array_lower	anyarray, integer	anyarray, integer	array_lower	array_lower(anyarray,integer)	integer
2092	array_upper	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[2277, 23]	\N	\N	\N	array_upper	anyarray, integer	anyarray, integer	array_upper	array_upper(anyarray,integer)	integer
2093	pg_conversion_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_conversion_is_visible	oid	oid	pg_conversion_is_visible	pg_conversion_is_visible(oid)	boolean
2096	pg_terminate_backend	11	10	12	1	0	0	0	f	false	false	true	false	v	s	2	1	16	[23, 20]	\N	\N	[pid, timeout]	pg_terminate_backend	pid integer, timeout bigint DEFAULT 0	pid integer, timeout bigint	pg_terminate_backend	pg_terminate_backend(integer,bigint)	boolean
2098	pg_get_functiondef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_functiondef	oid	oid	pg_get_functiondef	pg_get_functiondef(oid)	text
2100	avg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.avg	avg(bigint)	numeric
2101	avg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.avg	avg(integer)	numeric
2102	avg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.avg	avg(smallint)	numeric
2103	avg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.avg	avg(numeric)	numeric
2104	avg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.avg	avg(real)	double precision
2105	avg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.avg	avg(double precision)	double precision
2106	avg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1186	[1186]	\N	\N	\N	aggregate_dummy	interval	interval	pg_catalog.avg	avg(interval)	interval
2107	sum	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.sum	sum(bigint)	numeric
2108	sum	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	20	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.sum	sum(integer)	bigint
2109	sum	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	20	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.sum	sum(smallint)	bigint
2110	sum	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	700	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.sum	sum(real)	real
2111	sum	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.sum	sum(double precision)	double precision
2112	sum	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	790	[790]	\N	\N	\N	aggregate_dummy	money	money	pg_catalog.sum	sum(money)	money
2113	sum	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1186	[1186]	\N	\N	\N	aggregate_dummy	interval	interval	pg_catalog.sum	sum(interval)	interval
2114	sum	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.sum	sum(numeric)	numeric
2115	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	20	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.max	max(bigint)	bigint
2116	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	23	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.max	max(integer)	integer
2117	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	21	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.max	max(smallint)	smallint
2118	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	26	[26]	\N	\N	\N	aggregate_dummy	oid	oid	pg_catalog.max	max(oid)	oid
2119	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	700	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.max	max(real)	real
2120	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.max	max(double precision)	double precision
2122	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1082	[1082]	\N	\N	\N	aggregate_dummy	date	date	pg_catalog.max	max(date)	date
2123	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1083	[1083]	\N	\N	\N	aggregate_dummy	time without time zone	time without time zone	pg_catalog.max	max(time without time zone)	time without time zone
2124	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1266	[1266]	\N	\N	\N	aggregate_dummy	time with time zone	time with time zone	pg_catalog.max	max(time with time zone)	time with time zone
2125	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	790	[790]	\N	\N	\N	aggregate_dummy	money	money	pg_catalog.max	max(money)	money
2126	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1114	[1114]	\N	\N	\N	aggregate_dummy	timestamp without time zone	timestamp without time zone	pg_catalog.max	max(timestamp without time zone)	timestamp without time zone
2127	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1184	[1184]	\N	\N	\N	aggregate_dummy	timestamp with time zone	timestamp with time zone	pg_catalog.max	max(timestamp with time zone)	timestamp with time zone
2128	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1186	[1186]	\N	\N	\N	aggregate_dummy	interval	interval	pg_catalog.max	max(interval)	interval
2129	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	25	[25]	\N	\N	\N	aggregate_dummy	text	text	pg_catalog.max	max(text)	text
2130	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.max	max(numeric)	numeric
2131	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	20	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.min	min(bigint)	bigint
2132	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	23	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.min	min(integer)	integer
2133	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	21	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.min	min(smallint)	smallint
2134	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	26	[26]	\N	\N	\N	aggregate_dummy	oid	oid	pg_catalog.min	min(oid)	oid
2135	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	700	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.min	min(real)	real
2136	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.min	min(double precision)	double precision
2138	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1082	[1082]	\N	\N	\N	aggregate_dummy	date	date	pg_catalog.min	min(date)	date
2139	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1083	[1083]	\N	\N	\N	aggregate_dummy	time without time zone	time without time zone	pg_catalog.min	min(time without time zone)	time without time zone
2140	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1266	[1266]	\N	\N	\N	aggregate_dummy	time with time zone	time with time zone	pg_catalog.min	min(time with time zone)	time with time zone
2141	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	790	[790]	\N	\N	\N	aggregate_dummy	money	money	pg_catalog.min	min(money)	money
2142	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1114	[1114]	\N	\N	\N	aggregate_dummy	timestamp without time zone	timestamp without time zone	pg_catalog.min	min(timestamp without time zone)	timestamp without time zone
2143	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1184	[1184]	\N	\N	\N	aggregate_dummy	timestamp with time zone	timestamp with time zone	pg_catalog.min	min(timestamp with time zone)	timestamp with time zone
2144	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1186	[1186]	\N	\N	\N	aggregate_dummy	interval	interval	pg_catalog.min	min(interval)	interval
2145	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	25	[25]	\N	\N	\N	aggregate_dummy	text	text	pg_catalog.min	min(text)	text
2146	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.min	min(numeric)	numeric
2147	count	11	10	12	1	0	0	6236	a	false	false	false	false	i	s	1	0	20	[2276]	\N	\N	\N	aggregate_dummy	"any"	"any"	pg_catalog.count	count("any")	bigint
2148	variance	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.variance	variance(bigint)	numeric
2149	variance	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.variance	variance(integer)	numeric
2150	variance	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.variance	variance(smallint)	numeric
2151	variance	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.variance	variance(real)	double precision
2152	variance	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.variance	variance(double precision)	double precision
2153	variance	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.variance	variance(numeric)	numeric
2154	stddev	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.stddev	stddev(bigint)	numeric
2155	stddev	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.stddev	stddev(integer)	numeric
2156	stddev	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.stddev	stddev(smallint)	numeric
2157	stddev	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.stddev	stddev(real)	double precision
2158	stddev	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.stddev	stddev(double precision)	double precision
2159	stddev	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.stddev	stddev(numeric)	numeric
2160	text_pattern_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_pattern_lt	text, text	text, text	text_pattern_lt	text_pattern_lt(text,text)	boolean
2161	text_pattern_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_pattern_le	text, text	text, text	text_pattern_le	text_pattern_le(text,text)	boolean
2162	pg_get_function_arguments	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_function_arguments	oid	oid	pg_get_function_arguments	pg_get_function_arguments(oid)	text
2163	text_pattern_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_pattern_ge	text, text	text, text	text_pattern_ge	text_pattern_ge(text,text)	boolean
2164	text_pattern_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_pattern_gt	text, text	text, text	text_pattern_gt	text_pattern_gt(text,text)	boolean
2165	pg_get_function_result	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_function_result	oid	oid	pg_get_function_result	pg_get_function_result(oid)	text
2166	bttext_pattern_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[25, 25]	\N	\N	\N	bttext_pattern_cmp	text, text	text, text	bttext_pattern_cmp	bttext_pattern_cmp(text,text)	integer
2167	ceiling	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_ceil	numeric	numeric	pg_catalog.ceiling	ceiling(numeric)	numeric
2168	pg_database_size	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	20	[19]	\N	\N	\N	pg_database_size_name	name	name	pg_catalog.pg_database_size	pg_database_size(name)	bigint
2169	power	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_power	numeric, numeric	numeric, numeric	pg_catalog.power	power(numeric,numeric)	numeric
2170	width_bucket	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	23	[1700, 1700, 1700, 23]	\N	\N	\N	width_bucket_numeric	numeric, numeric, numeric, integer	numeric, numeric, numeric, integer	pg_catalog.width_bucket	width_bucket(numeric,numeric,numeric,integer)	integer
2171	pg_cancel_backend	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	16	[23]	\N	\N	\N	pg_cancel_backend	integer	integer	pg_cancel_backend	pg_cancel_backend(integer)	boolean
2174	bpchar_pattern_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpchar_pattern_lt	character, character	character, character	bpchar_pattern_lt	bpchar_pattern_lt(character,character)	boolean
2175	bpchar_pattern_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpchar_pattern_le	character, character	character, character	bpchar_pattern_le	bpchar_pattern_le(character,character)	boolean
2176	array_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[2277, 23]	\N	\N	\N	array_length	anyarray, integer	anyarray, integer	array_length	array_length(anyarray,integer)	integer
2177	bpchar_pattern_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpchar_pattern_ge	character, character	character, character	bpchar_pattern_ge	bpchar_pattern_ge(character,character)	boolean
2178	bpchar_pattern_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[1042, 1042]	\N	\N	\N	bpchar_pattern_gt	character, character	character, character	bpchar_pattern_gt	bpchar_pattern_gt(character,character)	boolean
2179	gist_point_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 600, 21, 26, 2281]	\N	\N	\N	gist_point_consistent	internal, point, smallint, oid, internal	internal, point, smallint, oid, internal	gist_point_consistent	gist_point_consistent(internal,point,smallint,oid,internal)	boolean
2180	btbpchar_pattern_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[1042, 1042]	\N	\N	\N	btbpchar_pattern_cmp	character, character	character, character	btbpchar_pattern_cmp	btbpchar_pattern_cmp(character,character)	integer
2181	has_sequence_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_sequence_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_sequence_privilege	has_sequence_privilege(name,text,text)	boolean
2182	has_sequence_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_sequence_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_sequence_privilege	has_sequence_privilege(name,oid,text)	boolean
2183	has_sequence_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_sequence_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_sequence_privilege	has_sequence_privilege(oid,text,text)	boolean
2184	has_sequence_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_sequence_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_sequence_privilege	has_sequence_privilege(oid,oid,text)	boolean
2185	has_sequence_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_sequence_privilege_name	text, text	text, text	pg_catalog.has_sequence_privilege	has_sequence_privilege(text,text)	boolean
2186	has_sequence_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_sequence_privilege_id	oid, text	oid, text	pg_catalog.has_sequence_privilege	has_sequence_privilege(oid,text)	boolean
2188	btint48cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[23, 20]	\N	\N	\N	btint48cmp	integer, bigint	integer, bigint	btint48cmp	btint48cmp(integer,bigint)	integer
2189	btint84cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[20, 23]	\N	\N	\N	btint84cmp	bigint, integer	bigint, integer	btint84cmp	btint84cmp(bigint,integer)	integer
2190	btint24cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[21, 23]	\N	\N	\N	btint24cmp	smallint, integer	smallint, integer	btint24cmp	btint24cmp(smallint,integer)	integer
2191	btint42cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[23, 21]	\N	\N	\N	btint42cmp	integer, smallint	integer, smallint	btint42cmp	btint42cmp(integer,smallint)	integer
2192	btint28cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[21, 20]	\N	\N	\N	btint28cmp	smallint, bigint	smallint, bigint	btint28cmp	btint28cmp(smallint,bigint)	integer
2193	btint82cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[20, 21]	\N	\N	\N	btint82cmp	bigint, smallint	bigint, smallint	btint82cmp	btint82cmp(bigint,smallint)	integer
2194	btfloat48cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[700, 701]	\N	\N	\N	btfloat48cmp	real, double precision	real, double precision	btfloat48cmp	btfloat48cmp(real,double precision)	integer
2195	btfloat84cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[701, 700]	\N	\N	\N	btfloat84cmp	double precision, real	double precision, real	btfloat84cmp	btfloat84cmp(double precision,real)	integer
2196	inet_client_addr	11	10	12	1	0	0	0	f	false	false	false	false	s	r	0	0	869	[]	\N	\N	\N	inet_client_addr			inet_client_addr	inet_client_addr()	inet
2197	inet_client_port	11	10	12	1	0	0	0	f	false	false	false	false	s	r	0	0	23	[]	\N	\N	\N	inet_client_port			inet_client_port	inet_client_port()	integer
2198	inet_server_addr	11	10	12	1	0	0	0	f	false	false	false	false	s	r	0	0	869	[]	\N	\N	\N	inet_server_addr			inet_server_addr	inet_server_addr()	inet
2199	inet_server_port	11	10	12	1	0	0	0	f	false	false	false	false	s	r	0	0	23	[]	\N	\N	\N	inet_server_port			inet_server_port	inet_server_port()	integer
2212	regprocedurein	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2202	[2275]	\N	\N	\N	regprocedurein	cstring	cstring	regprocedurein	regprocedurein(cstring)	regprocedure
2213	regprocedureout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2202]	\N	\N	\N	regprocedureout	regprocedure	regprocedure	regprocedureout	regprocedureout(regprocedure)	cstring
2214	regoperin	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2203	[2275]	\N	\N	\N	regoperin	cstring	cstring	regoperin	regoperin(cstring)	regoper
2215	regoperout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2203]	\N	\N	\N	regoperout	regoper	regoper	regoperout	regoperout(regoper)	cstring
2216	regoperatorin	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2204	[2275]	\N	\N	\N	regoperatorin	cstring	cstring	regoperatorin	regoperatorin(cstring)	regoperator
2217	regoperatorout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2204]	\N	\N	\N	regoperatorout	regoperator	regoperator	regoperatorout	regoperatorout(regoperator)	cstring
2218	regclassin	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2205	[2275]	\N	\N	\N	regclassin	cstring	cstring	regclassin	regclassin(cstring)	regclass
2219	regclassout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2205]	\N	\N	\N	regclassout	regclass	regclass	regclassout	regclassout(regclass)	cstring
2220	regtypein	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2206	[2275]	\N	\N	\N	regtypein	cstring	cstring	regtypein	regtypein(cstring)	regtype
2221	regtypeout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2206]	\N	\N	\N	regtypeout	regtype	regtype	regtypeout	regtypeout(regtype)	cstring
2230	pg_stat_clear_snapshot	11	10	12	1	0	0	0	f	false	false	false	false	v	r	0	0	2278	[]	\N	\N	\N	pg_stat_clear_snapshot			pg_stat_clear_snapshot	pg_stat_clear_snapshot()	void
2232	pg_get_function_identity_arguments	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_function_identity_arguments	oid	oid	pg_get_function_identity_arguments	pg_get_function_identity_arguments(oid)	text
2233	hashtid	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[27]	\N	\N	\N	hashtid	tid	tid	hashtid	hashtid(tid)	integer
2234	hashtidextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[27, 20]	\N	\N	\N	hashtidextended	tid, bigint	tid, bigint	hashtidextended	hashtidextended(tid,bigint)	bigint
2236	bit_and	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	21	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.bit_and	bit_and(smallint)	smallint
2237	bit_or	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	21	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.bit_or	bit_or(smallint)	smallint
2238	bit_and	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	23	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.bit_and	bit_and(integer)	integer
2239	bit_or	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	23	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.bit_or	bit_or(integer)	integer
2240	bit_and	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	20	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.bit_and	bit_and(bigint)	bigint
2241	bit_or	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	20	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.bit_or	bit_or(bigint)	bigint
2242	bit_and	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1560	[1560]	\N	\N	\N	aggregate_dummy	bit	bit	pg_catalog.bit_and	bit_and(bit)	bit
2243	bit_or	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1560	[1560]	\N	\N	\N	aggregate_dummy	bit	bit	pg_catalog.bit_or	bit_or(bit)	bit
2244	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1042	[1042]	\N	\N	\N	aggregate_dummy	character	character	pg_catalog.max	max(character)	character
2245	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1042	[1042]	\N	\N	\N	aggregate_dummy	character	character	pg_catalog.min	min(character)	character
2246	fmgr_internal_validator	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2278	[26]	\N	\N	\N	fmgr_internal_validator	oid	oid	fmgr_internal_validator	fmgr_internal_validator(oid)	void
2247	fmgr_c_validator	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2278	[26]	\N	\N	\N	fmgr_c_validator	oid	oid	fmgr_c_validator	fmgr_c_validator(oid)	void
2248	fmgr_sql_validator	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2278	[26]	\N	\N	\N	fmgr_sql_validator	oid	oid	fmgr_sql_validator	fmgr_sql_validator(oid)	void
2250	has_database_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_database_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_database_privilege	has_database_privilege(name,text,text)	boolean
2251	has_database_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_database_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_database_privilege	has_database_privilege(name,oid,text)	boolean
2252	has_database_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_database_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_database_privilege	has_database_privilege(oid,text,text)	boolean
2253	has_database_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_database_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_database_privilege	has_database_privilege(oid,oid,text)	boolean
2254	has_database_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_database_privilege_name	text, text	text, text	pg_catalog.has_database_privilege	has_database_privilege(text,text)	boolean
2255	has_database_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_database_privilege_id	oid, text	oid, text	pg_catalog.has_database_privilege	has_database_privilege(oid,text)	boolean
2256	has_function_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_function_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_function_privilege	has_function_privilege(name,text,text)	boolean
2257	has_function_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_function_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_function_privilege	has_function_privilege(name,oid,text)	boolean
2258	has_function_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_function_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_function_privilege	has_function_privilege(oid,text,text)	boolean
2259	has_function_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_function_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_function_privilege	has_function_privilege(oid,oid,text)	boolean
2260	has_function_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_function_privilege_name	text, text	text, text	pg_catalog.has_function_privilege	has_function_privilege(text,text)	boolean
2261	has_function_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_function_privilege_id	oid, text	oid, text	pg_catalog.has_function_privilege	has_function_privilege(oid,text)	boolean
2262	has_language_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_language_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_language_privilege	has_language_privilege(name,text,text)	boolean
2263	has_language_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_language_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_language_privilege	has_language_privilege(name,oid,text)	boolean
2264	has_language_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_language_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_language_privilege	has_language_privilege(oid,text,text)	boolean
2265	has_language_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_language_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_language_privilege	has_language_privilege(oid,oid,text)	boolean
2266	has_language_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_language_privilege_name	text, text	text, text	pg_catalog.has_language_privilege	has_language_privilege(text,text)	boolean
2267	has_language_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_language_privilege_id	oid, text	oid, text	pg_catalog.has_language_privilege	has_language_privilege(oid,text)	boolean
2268	has_schema_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_schema_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_schema_privilege	has_schema_privilege(name,text,text)	boolean
2269	has_schema_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_schema_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_schema_privilege	has_schema_privilege(name,oid,text)	boolean
2270	has_schema_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_schema_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_schema_privilege	has_schema_privilege(oid,text,text)	boolean
2271	has_schema_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_schema_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_schema_privilege	has_schema_privilege(oid,oid,text)	boolean
2272	has_schema_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_schema_privilege_name	text, text	text, text	pg_catalog.has_schema_privilege	has_schema_privilege(text,text)	boolean
2273	has_schema_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_schema_privilege_id	oid, text	oid, text	pg_catalog.has_schema_privilege	has_schema_privilege(oid,text)	boolean
2274	pg_stat_reset	11	10	12	1	0	0	0	f	false	false	false	false	v	s	0	0	2278	[]	\N	\N	\N	pg_stat_reset			pg_stat_reset	pg_stat_reset()	void
2284	regexp_replace	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 25, 25]	\N	\N	\N	textregexreplace_noopt	text, text, text	text, text, text	pg_catalog.regexp_replace	regexp_replace(text,text,text)	text
2285	regexp_replace	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	25	[25, 25, 25, 25]	\N	\N	\N	textregexreplace	text, text, text, text	text, text, text, text	pg_catalog.regexp_replace	regexp_replace(text,text,text,text)	text
2286	pg_total_relation_size	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	20	[2205]	\N	\N	\N	pg_total_relation_size	regclass	regclass	pg_total_relation_size	pg_total_relation_size(regclass)	bigint
2288	pg_size_pretty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[20]	\N	\N	\N	pg_size_pretty	bigint	bigint	pg_catalog.pg_size_pretty	pg_size_pretty(bigint)	text
2290	record_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	2249	[2275, 26, 23]	\N	\N	\N	record_in	cstring, oid, integer	cstring, oid, integer	record_in	record_in(cstring,oid,integer)	record
2291	record_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2249]	\N	\N	\N	record_out	record	record	record_out	record_out(record)	cstring
2292	cstring_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2275]	\N	\N	\N	cstring_in	cstring	cstring	cstring_in	cstring_in(cstring)	cstring
2293	cstring_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2275]	\N	\N	\N	cstring_out	cstring	cstring	cstring_out	cstring_out(cstring)	cstring
2294	any_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2276	[2275]	\N	\N	\N	any_in	cstring	cstring	any_in	any_in(cstring)	"any"
2295	any_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2276]	\N	\N	\N	any_out	"any"	"any"	any_out	any_out("any")	cstring
2296	anyarray_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2277	[2275]	\N	\N	\N	anyarray_in	cstring	cstring	anyarray_in	anyarray_in(cstring)	anyarray
2297	anyarray_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2277]	\N	\N	\N	anyarray_out	anyarray	anyarray	anyarray_out	anyarray_out(anyarray)	cstring
2298	void_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2275]	\N	\N	\N	void_in	cstring	cstring	void_in	void_in(cstring)	void
2299	void_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2278]	\N	\N	\N	void_out	void	void	void_out	void_out(void)	cstring
2300	trigger_in	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	2279	[2275]	\N	\N	\N	trigger_in	cstring	cstring	trigger_in	trigger_in(cstring)	trigger
2301	trigger_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2279]	\N	\N	\N	trigger_out	trigger	trigger	trigger_out	trigger_out(trigger)	cstring
2302	language_handler_in	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	2280	[2275]	\N	\N	\N	language_handler_in	cstring	cstring	language_handler_in	language_handler_in(cstring)	language_handler
2303	language_handler_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2280]	\N	\N	\N	language_handler_out	language_handler	language_handler	language_handler_out	language_handler_out(language_handler)	cstring
2304	internal_in	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	2281	[2275]	\N	\N	\N	internal_in	cstring	cstring	internal_in	internal_in(cstring)	internal
2305	internal_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2281]	\N	\N	\N	internal_out	internal	internal	internal_out	internal_out(internal)	cstring
2308	ceil	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dceil	double precision	double precision	pg_catalog.ceil	ceil(double precision)	double precision
2309	floor	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dfloor	double precision	double precision	pg_catalog.floor	floor(double precision)	double precision
2310	sign	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dsign	double precision	double precision	pg_catalog.sign	sign(double precision)	double precision
2311	md5	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	25	[25]	\N	\N	\N	md5_text	text	text	pg_catalog.md5	md5(text)	text
2312	anyelement_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2283	[2275]	\N	\N	\N	anyelement_in	cstring	cstring	anyelement_in	anyelement_in(cstring)	anyelement
2313	anyelement_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2283]	\N	\N	\N	anyelement_out	anyelement	anyelement	anyelement_out	anyelement_out(anyelement)	cstring
2319	pg_encoding_max_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[23]	\N	\N	\N	pg_encoding_max_length_sql	integer	integer	pg_encoding_max_length	pg_encoding_max_length(integer)	integer
2320	ceiling	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dceil	double precision	double precision	pg_catalog.ceiling	ceiling(double precision)	double precision
2321	md5	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	25	[17]	\N	\N	\N	md5_bytea	bytea	bytea	pg_catalog.md5	md5(bytea)	text
2322	pg_tablespace_size	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	20	[26]	\N	\N	\N	pg_tablespace_size_oid	oid	oid	pg_catalog.pg_tablespace_size	pg_tablespace_size(oid)	bigint
2323	pg_tablespace_size	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	20	[19]	\N	\N	\N	pg_tablespace_size_name	name	name	pg_catalog.pg_tablespace_size	pg_tablespace_size(name)	bigint
2324	pg_database_size	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	20	[26]	\N	\N	\N	pg_database_size_oid	oid	oid	pg_catalog.pg_database_size	pg_database_size(oid)	bigint
2325	pg_relation_size	11	10	14	1	0	0	0	f	false	false	true	false	v	s	1	0	20	[2205]	\N	\N	\N		regclass	regclass	pg_catalog.pg_relation_size	pg_relation_size(regclass)	bigint
2331	unnest	11	10	12	1	100	0	3996	f	false	false	true	true	i	s	1	0	2283	[2277]	\N	\N	\N	array_unnest	anyarray	anyarray	pg_catalog.unnest	unnest(anyarray)	SETOF anyelement
2332	pg_relation_size	11	10	12	1	0	0	0	f	false	false	true	false	v	s	2	0	20	[2205, 25]	\N	\N	\N	pg_relation_size	regclass, text	regclass, text	pg_catalog.pg_relation_size	pg_relation_size(regclass,text)	bigint
2333	array_agg_transfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 2776]	\N	\N	\N	array_agg_transfn	internal, anynonarray	internal, anynonarray	array_agg_transfn	array_agg_transfn(internal,anynonarray)	internal
2334	array_agg_finalfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2277	[2281, 2776]	\N	\N	\N	array_agg_finalfn	internal, anynonarray	internal, anynonarray	array_agg_finalfn	array_agg_finalfn(internal,anynonarray)	anyarray
2335	array_agg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	2277	[2776]	\N	\N	\N	aggregate_dummy	anynonarray	anynonarray	pg_catalog.array_agg	array_agg(anynonarray)	anyarray
2338	date_lt_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1082, 1114]	\N	\N	\N	date_lt_timestamp	date, timestamp without time zone	date, timestamp without time zone	date_lt_timestamp	date_lt_timestamp(date,timestamp without time zone)	boolean
2339	date_le_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1082, 1114]	\N	\N	\N	date_le_timestamp	date, timestamp without time zone	date, timestamp without time zone	date_le_timestamp	date_le_timestamp(date,timestamp without time zone)	boolean
2340	date_eq_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1082, 1114]	\N	\N	\N	date_eq_timestamp	date, timestamp without time zone	date, timestamp without time zone	date_eq_timestamp	date_eq_timestamp(date,timestamp without time zone)	boolean
2341	date_gt_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1082, 1114]	\N	\N	\N	date_gt_timestamp	date, timestamp without time zone	date, timestamp without time zone	date_gt_timestamp	date_gt_timestamp(date,timestamp without time zone)	boolean
2342	date_ge_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1082, 1114]	\N	\N	\N	date_ge_timestamp	date, timestamp without time zone	date, timestamp without time zone	date_ge_timestamp	date_ge_timestamp(date,timestamp without time zone)	boolean
2343	date_ne_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1082, 1114]	\N	\N	\N	date_ne_timestamp	date, timestamp without time zone	date, timestamp without time zone	date_ne_timestamp	date_ne_timestamp(date,timestamp without time zone)	boolean
2344	date_cmp_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[1082, 1114]	\N	\N	\N	date_cmp_timestamp	date, timestamp without time zone	date, timestamp without time zone	date_cmp_timestamp	date_cmp_timestamp(date,timestamp without time zone)	integer
2351	date_lt_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1082, 1184]	\N	\N	\N	date_lt_timestamptz	date, timestamp with time zone	date, timestamp with time zone	date_lt_timestamptz	date_lt_timestamptz(date,timestamp with time zone)	boolean
2352	date_le_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1082, 1184]	\N	\N	\N	date_le_timestamptz	date, timestamp with time zone	date, timestamp with time zone	date_le_timestamptz	date_le_timestamptz(date,timestamp with time zone)	boolean
2353	date_eq_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1082, 1184]	\N	\N	\N	date_eq_timestamptz	date, timestamp with time zone	date, timestamp with time zone	date_eq_timestamptz	date_eq_timestamptz(date,timestamp with time zone)	boolean
2354	date_gt_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1082, 1184]	\N	\N	\N	date_gt_timestamptz	date, timestamp with time zone	date, timestamp with time zone	date_gt_timestamptz	date_gt_timestamptz(date,timestamp with time zone)	boolean
2355	date_ge_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1082, 1184]	\N	\N	\N	date_ge_timestamptz	date, timestamp with time zone	date, timestamp with time zone	date_ge_timestamptz	date_ge_timestamptz(date,timestamp with time zone)	boolean
2356	date_ne_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1082, 1184]	\N	\N	\N	date_ne_timestamptz	date, timestamp with time zone	date, timestamp with time zone	date_ne_timestamptz	date_ne_timestamptz(date,timestamp with time zone)	boolean
2357	date_cmp_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	23	[1082, 1184]	\N	\N	\N	date_cmp_timestamptz	date, timestamp with time zone	date, timestamp with time zone	date_cmp_timestamptz	date_cmp_timestamptz(date,timestamp with time zone)	integer
2364	timestamp_lt_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1114, 1082]	\N	\N	\N	timestamp_lt_date	timestamp without time zone, date	timestamp without time zone, date	timestamp_lt_date	timestamp_lt_date(timestamp without time zone,date)	boolean
2365	timestamp_le_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1114, 1082]	\N	\N	\N	timestamp_le_date	timestamp without time zone, date	timestamp without time zone, date	timestamp_le_date	timestamp_le_date(timestamp without time zone,date)	boolean
2366	timestamp_eq_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1114, 1082]	\N	\N	\N	timestamp_eq_date	timestamp without time zone, date	timestamp without time zone, date	timestamp_eq_date	timestamp_eq_date(timestamp without time zone,date)	boolean
2367	timestamp_gt_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1114, 1082]	\N	\N	\N	timestamp_gt_date	timestamp without time zone, date	timestamp without time zone, date	timestamp_gt_date	timestamp_gt_date(timestamp without time zone,date)	boolean
2368	timestamp_ge_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1114, 1082]	\N	\N	\N	timestamp_ge_date	timestamp without time zone, date	timestamp without time zone, date	timestamp_ge_date	timestamp_ge_date(timestamp without time zone,date)	boolean
2369	timestamp_ne_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[1114, 1082]	\N	\N	\N	timestamp_ne_date	timestamp without time zone, date	timestamp without time zone, date	timestamp_ne_date	timestamp_ne_date(timestamp without time zone,date)	boolean
2370	timestamp_cmp_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[1114, 1082]	\N	\N	\N	timestamp_cmp_date	timestamp without time zone, date	timestamp without time zone, date	timestamp_cmp_date	timestamp_cmp_date(timestamp without time zone,date)	integer
2377	timestamptz_lt_date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1082]	\N	\N	\N	timestamptz_lt_date	timestamp with time zone, date	timestamp with time zone, date	timestamptz_lt_date	timestamptz_lt_date(timestamp with time zone,date)	boolean
2378	timestamptz_le_date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1082]	\N	\N	\N	timestamptz_le_date	timestamp with time zone, date	timestamp with time zone, date	timestamptz_le_date	timestamptz_le_date(timestamp with time zone,date)	boolean
2379	timestamptz_eq_date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1082]	\N	\N	\N	timestamptz_eq_date	timestamp with time zone, date	timestamp with time zone, date	timestamptz_eq_date	timestamptz_eq_date(timestamp with time zone,date)	boolean
2380	timestamptz_gt_date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1082]	\N	\N	\N	timestamptz_gt_date	timestamp with time zone, date	timestamp with time zone, date	timestamptz_gt_date	timestamptz_gt_date(timestamp with time zone,date)	boolean
2381	timestamptz_ge_date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1082]	\N	\N	\N	timestamptz_ge_date	timestamp with time zone, date	timestamp with time zone, date	timestamptz_ge_date	timestamptz_ge_date(timestamp with time zone,date)	boolean
2382	timestamptz_ne_date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1082]	\N	\N	\N	timestamptz_ne_date	timestamp with time zone, date	timestamp with time zone, date	timestamptz_ne_date	timestamptz_ne_date(timestamp with time zone,date)	boolean
2383	timestamptz_cmp_date	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	23	[1184, 1082]	\N	\N	\N	timestamptz_cmp_date	timestamp with time zone, date	timestamp with time zone, date	timestamptz_cmp_date	timestamptz_cmp_date(timestamp with time zone,date)	integer
2390	has_tablespace_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_tablespace_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_tablespace_privilege	has_tablespace_privilege(name,text,text)	boolean
2391	has_tablespace_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_tablespace_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_tablespace_privilege	has_tablespace_privilege(name,oid,text)	boolean
2392	has_tablespace_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_tablespace_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_tablespace_privilege	has_tablespace_privilege(oid,text,text)	boolean
2393	has_tablespace_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_tablespace_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_tablespace_privilege	has_tablespace_privilege(oid,oid,text)	boolean
2394	has_tablespace_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_tablespace_privilege_name	text, text	text, text	pg_catalog.has_tablespace_privilege	has_tablespace_privilege(text,text)	boolean
2395	has_tablespace_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_tablespace_privilege_id	oid, text	oid, text	pg_catalog.has_tablespace_privilege	has_tablespace_privilege(oid,text)	boolean
2400	array_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	2277	[2281, 26, 23]	\N	\N	\N	array_recv	internal, oid, integer	internal, oid, integer	array_recv	array_recv(internal,oid,integer)	anyarray
2401	array_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[2277]	\N	\N	\N	array_send	anyarray	anyarray	array_send	array_send(anyarray)	bytea
2402	record_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	2249	[2281, 26, 23]	\N	\N	\N	record_recv	internal, oid, integer	internal, oid, integer	record_recv	record_recv(internal,oid,integer)	record
2403	record_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[2249]	\N	\N	\N	record_send	record	record	record_send	record_send(record)	bytea
2404	int2recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[2281]	\N	\N	\N	int2recv	internal	internal	int2recv	int2recv(internal)	smallint
2405	int2send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[21]	\N	\N	\N	int2send	smallint	smallint	int2send	int2send(smallint)	bytea
2406	int4recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[2281]	\N	\N	\N	int4recv	internal	internal	int4recv	int4recv(internal)	integer
2407	int4send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[23]	\N	\N	\N	int4send	integer	integer	int4send	int4send(integer)	bytea
2408	int8recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[2281]	\N	\N	\N	int8recv	internal	internal	int8recv	int8recv(internal)	bigint
2409	int8send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[20]	\N	\N	\N	int8send	bigint	bigint	int8send	int8send(bigint)	bytea
2410	int2vectorrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	22	[2281]	\N	\N	\N	int2vectorrecv	internal	internal	int2vectorrecv	int2vectorrecv(internal)	int2vector
2411	int2vectorsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[22]	\N	\N	\N	int2vectorsend	int2vector	int2vector	int2vectorsend	int2vectorsend(int2vector)	bytea
2412	bytearecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2281]	\N	\N	\N	bytearecv	internal	internal	bytearecv	bytearecv(internal)	bytea
2413	byteasend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[17]	\N	\N	\N	byteasend	bytea	bytea	byteasend	byteasend(bytea)	bytea
2414	textrecv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[2281]	\N	\N	\N	textrecv	internal	internal	textrecv	textrecv(internal)	text
2415	textsend	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[25]	\N	\N	\N	textsend	text	text	textsend	textsend(text)	bytea
2416	unknownrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	705	[2281]	\N	\N	\N	unknownrecv	internal	internal	unknownrecv	unknownrecv(internal)	unknown
2417	unknownsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[705]	\N	\N	\N	unknownsend	unknown	unknown	unknownsend	unknownsend(unknown)	bytea
2418	oidrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	26	[2281]	\N	\N	\N	oidrecv	internal	internal	oidrecv	oidrecv(internal)	oid
2419	oidsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[26]	\N	\N	\N	oidsend	oid	oid	oidsend	oidsend(oid)	bytea
2420	oidvectorrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	30	[2281]	\N	\N	\N	oidvectorrecv	internal	internal	oidvectorrecv	oidvectorrecv(internal)	oidvector
2421	oidvectorsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[30]	\N	\N	\N	oidvectorsend	oidvector	oidvector	oidvectorsend	oidvectorsend(oidvector)	bytea
2422	namerecv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	19	[2281]	\N	\N	\N	namerecv	internal	internal	namerecv	namerecv(internal)	name
2423	namesend	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[19]	\N	\N	\N	namesend	name	name	namesend	namesend(name)	bytea
2424	float4recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[2281]	\N	\N	\N	float4recv	internal	internal	float4recv	float4recv(internal)	real
2425	float4send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[700]	\N	\N	\N	float4send	real	real	float4send	float4send(real)	bytea
2426	float8recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[2281]	\N	\N	\N	float8recv	internal	internal	float8recv	float8recv(internal)	double precision
2427	float8send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[701]	\N	\N	\N	float8send	double precision	double precision	float8send	float8send(double precision)	bytea
2428	point_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	600	[2281]	\N	\N	\N	point_recv	internal	internal	point_recv	point_recv(internal)	point
2429	point_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[600]	\N	\N	\N	point_send	point	point	point_send	point_send(point)	bytea
2430	bpcharrecv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	1042	[2281, 26, 23]	\N	\N	\N	bpcharrecv	internal, oid, integer	internal, oid, integer	bpcharrecv	bpcharrecv(internal,oid,integer)	character
2431	bpcharsend	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[1042]	\N	\N	\N	bpcharsend	character	character	bpcharsend	bpcharsend(character)	bytea
2432	varcharrecv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	1043	[2281, 26, 23]	\N	\N	\N	varcharrecv	internal, oid, integer	internal, oid, integer	varcharrecv	varcharrecv(internal,oid,integer)	character varying
2433	varcharsend	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[1043]	\N	\N	\N	varcharsend	character varying	character varying	varcharsend	varcharsend(character varying)	bytea
2434	charrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	18	[2281]	\N	\N	\N	charrecv	internal	internal	charrecv	charrecv(internal)	"char"
2435	charsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[18]	\N	\N	\N	charsend	"char"	"char"	charsend	charsend("char")	bytea
2436	boolrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[2281]	\N	\N	\N	boolrecv	internal	internal	boolrecv	boolrecv(internal)	boolean
2437	boolsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[16]	\N	\N	\N	boolsend	boolean	boolean	boolsend	boolsend(boolean)	bytea
2438	tidrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	27	[2281]	\N	\N	\N	tidrecv	internal	internal	tidrecv	tidrecv(internal)	tid
2439	tidsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[27]	\N	\N	\N	tidsend	tid	tid	tidsend	tidsend(tid)	bytea
2440	xidrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	28	[2281]	\N	\N	\N	xidrecv	internal	internal	xidrecv	xidrecv(internal)	xid
2441	xidsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[28]	\N	\N	\N	xidsend	xid	xid	xidsend	xidsend(xid)	bytea
2442	cidrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	29	[2281]	\N	\N	\N	cidrecv	internal	internal	cidrecv	cidrecv(internal)	cid
2443	cidsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[29]	\N	\N	\N	cidsend	cid	cid	cidsend	cidsend(cid)	bytea
2444	regprocrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	24	[2281]	\N	\N	\N	regprocrecv	internal	internal	regprocrecv	regprocrecv(internal)	regproc
2445	regprocsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[24]	\N	\N	\N	regprocsend	regproc	regproc	regprocsend	regprocsend(regproc)	bytea
2446	regprocedurerecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2202	[2281]	\N	\N	\N	regprocedurerecv	internal	internal	regprocedurerecv	regprocedurerecv(internal)	regprocedure
2447	regproceduresend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2202]	\N	\N	\N	regproceduresend	regprocedure	regprocedure	regproceduresend	regproceduresend(regprocedure)	bytea
2448	regoperrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2203	[2281]	\N	\N	\N	regoperrecv	internal	internal	regoperrecv	regoperrecv(internal)	regoper
2449	regopersend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2203]	\N	\N	\N	regopersend	regoper	regoper	regopersend	regopersend(regoper)	bytea
2450	regoperatorrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2204	[2281]	\N	\N	\N	regoperatorrecv	internal	internal	regoperatorrecv	regoperatorrecv(internal)	regoperator
2451	regoperatorsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2204]	\N	\N	\N	regoperatorsend	regoperator	regoperator	regoperatorsend	regoperatorsend(regoperator)	bytea
2452	regclassrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2205	[2281]	\N	\N	\N	regclassrecv	internal	internal	regclassrecv	regclassrecv(internal)	regclass
2453	regclasssend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2205]	\N	\N	\N	regclasssend	regclass	regclass	regclasssend	regclasssend(regclass)	bytea
2454	regtyperecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2206	[2281]	\N	\N	\N	regtyperecv	internal	internal	regtyperecv	regtyperecv(internal)	regtype
2455	regtypesend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2206]	\N	\N	\N	regtypesend	regtype	regtype	regtypesend	regtypesend(regtype)	bytea
2456	bit_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1560	[2281, 26, 23]	\N	\N	\N	bit_recv	internal, oid, integer	internal, oid, integer	bit_recv	bit_recv(internal,oid,integer)	bit
2457	bit_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1560]	\N	\N	\N	bit_send	bit	bit	bit_send	bit_send(bit)	bytea
2458	varbit_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1562	[2281, 26, 23]	\N	\N	\N	varbit_recv	internal, oid, integer	internal, oid, integer	varbit_recv	varbit_recv(internal,oid,integer)	bit varying
2459	varbit_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1562]	\N	\N	\N	varbit_send	bit varying	bit varying	varbit_send	varbit_send(bit varying)	bytea
2460	numeric_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1700	[2281, 26, 23]	\N	\N	\N	numeric_recv	internal, oid, integer	internal, oid, integer	numeric_recv	numeric_recv(internal,oid,integer)	numeric
2461	numeric_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1700]	\N	\N	\N	numeric_send	numeric	numeric	numeric_send	numeric_send(numeric)	bytea
2462	sinh	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dsinh	double precision	double precision	sinh	sinh(double precision)	double precision
2463	cosh	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dcosh	double precision	double precision	cosh	cosh(double precision)	double precision
2464	tanh	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dtanh	double precision	double precision	tanh	tanh(double precision)	double precision
2465	asinh	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dasinh	double precision	double precision	asinh	asinh(double precision)	double precision
2466	acosh	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dacosh	double precision	double precision	acosh	acosh(double precision)	double precision
2467	atanh	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	datanh	double precision	double precision	atanh	atanh(double precision)	double precision
2468	date_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1082	[2281]	\N	\N	\N	date_recv	internal	internal	date_recv	date_recv(internal)	date
2469	date_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1082]	\N	\N	\N	date_send	date	date	date_send	date_send(date)	bytea
2470	time_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1083	[2281, 26, 23]	\N	\N	\N	time_recv	internal, oid, integer	internal, oid, integer	time_recv	time_recv(internal,oid,integer)	time without time zone
2471	time_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1083]	\N	\N	\N	time_send	time without time zone	time without time zone	time_send	time_send(time without time zone)	bytea
2472	timetz_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1266	[2281, 26, 23]	\N	\N	\N	timetz_recv	internal, oid, integer	internal, oid, integer	timetz_recv	timetz_recv(internal,oid,integer)	time with time zone
2473	timetz_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1266]	\N	\N	\N	timetz_send	time with time zone	time with time zone	timetz_send	timetz_send(time with time zone)	bytea
2474	timestamp_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1114	[2281, 26, 23]	\N	\N	\N	timestamp_recv	internal, oid, integer	internal, oid, integer	timestamp_recv	timestamp_recv(internal,oid,integer)	timestamp without time zone
2475	timestamp_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1114]	\N	\N	\N	timestamp_send	timestamp without time zone	timestamp without time zone	timestamp_send	timestamp_send(timestamp without time zone)	bytea
2476	timestamptz_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1184	[2281, 26, 23]	\N	\N	\N	timestamptz_recv	internal, oid, integer	internal, oid, integer	timestamptz_recv	timestamptz_recv(internal,oid,integer)	timestamp with time zone
2477	timestamptz_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1184]	\N	\N	\N	timestamptz_send	timestamp with time zone	timestamp with time zone	timestamptz_send	timestamptz_send(timestamp with time zone)	bytea
2478	interval_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1186	[2281, 26, 23]	\N	\N	\N	interval_recv	internal, oid, integer	internal, oid, integer	interval_recv	interval_recv(internal,oid,integer)	interval
2479	interval_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[1186]	\N	\N	\N	interval_send	interval	interval	interval_send	interval_send(interval)	bytea
2480	lseg_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	601	[2281]	\N	\N	\N	lseg_recv	internal	internal	lseg_recv	lseg_recv(internal)	lseg
2481	lseg_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[601]	\N	\N	\N	lseg_send	lseg	lseg	lseg_send	lseg_send(lseg)	bytea
2482	path_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	602	[2281]	\N	\N	\N	path_recv	internal	internal	path_recv	path_recv(internal)	path
2483	path_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[602]	\N	\N	\N	path_send	path	path	path_send	path_send(path)	bytea
2484	box_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	603	[2281]	\N	\N	\N	box_recv	internal	internal	box_recv	box_recv(internal)	box
2485	box_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[603]	\N	\N	\N	box_send	box	box	box_send	box_send(box)	bytea
2486	poly_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	604	[2281]	\N	\N	\N	poly_recv	internal	internal	poly_recv	poly_recv(internal)	polygon
2487	poly_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[604]	\N	\N	\N	poly_send	polygon	polygon	poly_send	poly_send(polygon)	bytea
2488	line_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	628	[2281]	\N	\N	\N	line_recv	internal	internal	line_recv	line_recv(internal)	line
2489	line_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[628]	\N	\N	\N	line_send	line	line	line_send	line_send(line)	bytea
2490	circle_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	718	[2281]	\N	\N	\N	circle_recv	internal	internal	circle_recv	circle_recv(internal)	circle
2491	circle_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[718]	\N	\N	\N	circle_send	circle	circle	circle_send	circle_send(circle)	bytea
2492	cash_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	790	[2281]	\N	\N	\N	cash_recv	internal	internal	cash_recv	cash_recv(internal)	money
2493	cash_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[790]	\N	\N	\N	cash_send	money	money	cash_send	cash_send(money)	bytea
2494	macaddr_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	829	[2281]	\N	\N	\N	macaddr_recv	internal	internal	macaddr_recv	macaddr_recv(internal)	macaddr
2495	macaddr_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[829]	\N	\N	\N	macaddr_send	macaddr	macaddr	macaddr_send	macaddr_send(macaddr)	bytea
2496	inet_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	869	[2281]	\N	\N	\N	inet_recv	internal	internal	inet_recv	inet_recv(internal)	inet
2497	inet_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[869]	\N	\N	\N	inet_send	inet	inet	inet_send	inet_send(inet)	bytea
2498	cidr_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	650	[2281]	\N	\N	\N	cidr_recv	internal	internal	cidr_recv	cidr_recv(internal)	cidr
2499	cidr_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[650]	\N	\N	\N	cidr_send	cidr	cidr	cidr_send	cidr_send(cidr)	bytea
2500	cstring_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[2281]	\N	\N	\N	cstring_recv	internal	internal	cstring_recv	cstring_recv(internal)	cstring
2501	cstring_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[2275]	\N	\N	\N	cstring_send	cstring	cstring	cstring_send	cstring_send(cstring)	bytea
2502	anyarray_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2277	[2281]	\N	\N	\N	anyarray_recv	internal	internal	anyarray_recv	anyarray_recv(internal)	anyarray
2503	anyarray_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[2277]	\N	\N	\N	anyarray_send	anyarray	anyarray	anyarray_send	anyarray_send(anyarray)	bytea
2504	pg_get_ruledef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[26, 16]	\N	\N	\N	pg_get_ruledef_ext	oid, boolean	oid, boolean	pg_catalog.pg_get_ruledef	pg_get_ruledef(oid,boolean)	text
2505	pg_get_viewdef	11	10	12	1	0	0	0	f	false	false	true	false	s	r	2	0	25	[25, 16]	\N	\N	\N	pg_get_viewdef_name_ext	text, boolean	text, boolean	pg_catalog.pg_get_viewdef	pg_get_viewdef(text,boolean)	text
2506	pg_get_viewdef	11	10	12	1	0	0	0	f	false	false	true	false	s	r	2	0	25	[26, 16]	\N	\N	\N	pg_get_viewdef_ext	oid, boolean	oid, boolean	pg_catalog.pg_get_viewdef	pg_get_viewdef(oid,boolean)	text
2507	pg_get_indexdef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	25	[26, 23, 16]	\N	\N	\N	pg_get_indexdef_ext	oid, integer, boolean	oid, integer, boolean	pg_catalog.pg_get_indexdef	pg_get_indexdef(oid,integer,boolean)	text
2508	pg_get_constraintdef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[26, 16]	\N	\N	\N	pg_get_constraintdef_ext	oid, boolean	oid, boolean	pg_catalog.pg_get_constraintdef	pg_get_constraintdef(oid,boolean)	text
2509	pg_get_expr	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	25	[194, 26, 16]	\N	\N	\N	pg_get_expr_ext	pg_node_tree, oid, boolean	pg_node_tree, oid, boolean	pg_catalog.pg_get_expr	pg_get_expr(pg_node_tree,oid,boolean)	text
2512	float8_var_pop	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_var_pop	double precision[]	double precision[]	float8_var_pop	float8_var_pop(double precision[])	double precision
2513	float8_stddev_pop	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_stddev_pop	double precision[]	double precision[]	float8_stddev_pop	float8_stddev_pop(double precision[])	double precision
2514	numeric_var_pop	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_var_pop	internal	internal	numeric_var_pop	numeric_var_pop(internal)	numeric
2515	booland_statefunc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[16, 16]	\N	\N	\N	booland_statefunc	boolean, boolean	boolean, boolean	booland_statefunc	booland_statefunc(boolean,boolean)	boolean
2516	boolor_statefunc	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[16, 16]	\N	\N	\N	boolor_statefunc	boolean, boolean	boolean, boolean	boolor_statefunc	boolor_statefunc(boolean,boolean)	boolean
2517	bool_and	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	16	[16]	\N	\N	\N	aggregate_dummy	boolean	boolean	bool_and	bool_and(boolean)	boolean
2518	bool_or	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	16	[16]	\N	\N	\N	aggregate_dummy	boolean	boolean	bool_or	bool_or(boolean)	boolean
2519	every	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	16	[16]	\N	\N	\N	aggregate_dummy	boolean	boolean	every	every(boolean)	boolean
2520	timestamp_lt_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1114, 1184]	\N	\N	\N	timestamp_lt_timestamptz	timestamp without time zone, timestamp with time zone	timestamp without time zone, timestamp with time zone	timestamp_lt_timestamptz	timestamp_lt_timestamptz(timestamp without time zone,timestamp with time zone)	boolean
2521	timestamp_le_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1114, 1184]	\N	\N	\N	timestamp_le_timestamptz	timestamp without time zone, timestamp with time zone	timestamp without time zone, timestamp with time zone	timestamp_le_timestamptz	timestamp_le_timestamptz(timestamp without time zone,timestamp with time zone)	boolean
2522	timestamp_eq_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1114, 1184]	\N	\N	\N	timestamp_eq_timestamptz	timestamp without time zone, timestamp with time zone	timestamp without time zone, timestamp with time zone	timestamp_eq_timestamptz	timestamp_eq_timestamptz(timestamp without time zone,timestamp with time zone)	boolean
2523	timestamp_gt_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1114, 1184]	\N	\N	\N	timestamp_gt_timestamptz	timestamp without time zone, timestamp with time zone	timestamp without time zone, timestamp with time zone	timestamp_gt_timestamptz	timestamp_gt_timestamptz(timestamp without time zone,timestamp with time zone)	boolean
2524	timestamp_ge_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1114, 1184]	\N	\N	\N	timestamp_ge_timestamptz	timestamp without time zone, timestamp with time zone	timestamp without time zone, timestamp with time zone	timestamp_ge_timestamptz	timestamp_ge_timestamptz(timestamp without time zone,timestamp with time zone)	boolean
2525	timestamp_ne_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1114, 1184]	\N	\N	\N	timestamp_ne_timestamptz	timestamp without time zone, timestamp with time zone	timestamp without time zone, timestamp with time zone	timestamp_ne_timestamptz	timestamp_ne_timestamptz(timestamp without time zone,timestamp with time zone)	boolean
2526	timestamp_cmp_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	23	[1114, 1184]	\N	\N	\N	timestamp_cmp_timestamptz	timestamp without time zone, timestamp with time zone	timestamp without time zone, timestamp with time zone	timestamp_cmp_timestamptz	timestamp_cmp_timestamptz(timestamp without time zone,timestamp with time zone)	integer
2527	timestamptz_lt_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1114]	\N	\N	\N	timestamptz_lt_timestamp	timestamp with time zone, timestamp without time zone	timestamp with time zone, timestamp without time zone	timestamptz_lt_timestamp	timestamptz_lt_timestamp(timestamp with time zone,timestamp without time zone)	boolean
2528	timestamptz_le_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1114]	\N	\N	\N	timestamptz_le_timestamp	timestamp with time zone, timestamp without time zone	timestamp with time zone, timestamp without time zone	timestamptz_le_timestamp	timestamptz_le_timestamp(timestamp with time zone,timestamp without time zone)	boolean
2529	timestamptz_eq_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1114]	\N	\N	\N	timestamptz_eq_timestamp	timestamp with time zone, timestamp without time zone	timestamp with time zone, timestamp without time zone	timestamptz_eq_timestamp	timestamptz_eq_timestamp(timestamp with time zone,timestamp without time zone)	boolean
2530	timestamptz_gt_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1114]	\N	\N	\N	timestamptz_gt_timestamp	timestamp with time zone, timestamp without time zone	timestamp with time zone, timestamp without time zone	timestamptz_gt_timestamp	timestamptz_gt_timestamp(timestamp with time zone,timestamp without time zone)	boolean
2531	timestamptz_ge_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1114]	\N	\N	\N	timestamptz_ge_timestamp	timestamp with time zone, timestamp without time zone	timestamp with time zone, timestamp without time zone	timestamptz_ge_timestamp	timestamptz_ge_timestamp(timestamp with time zone,timestamp without time zone)	boolean
2532	timestamptz_ne_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[1184, 1114]	\N	\N	\N	timestamptz_ne_timestamp	timestamp with time zone, timestamp without time zone	timestamp with time zone, timestamp without time zone	timestamptz_ne_timestamp	timestamptz_ne_timestamp(timestamp with time zone,timestamp without time zone)	boolean
2533	timestamptz_cmp_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	23	[1184, 1114]	\N	\N	\N	timestamptz_cmp_timestamp	timestamp with time zone, timestamp without time zone	timestamp with time zone, timestamp without time zone	timestamptz_cmp_timestamp	timestamptz_cmp_timestamp(timestamp with time zone,timestamp without time zone)	integer
2546	interval_pl_date	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1186, 1082]	\N	\N	\N		interval, date	interval, date	interval_pl_date	interval_pl_date(interval,date)	timestamp without time zone
2547	interval_pl_timetz	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	1266	[1186, 1266]	\N	\N	\N		interval, time with time zone	interval, time with time zone	interval_pl_timetz	interval_pl_timetz(interval,time with time zone)	time with time zone
2548	interval_pl_timestamp	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	1114	[1186, 1114]	\N	\N	\N		interval, timestamp without time zone	interval, timestamp without time zone	interval_pl_timestamp	interval_pl_timestamp(interval,timestamp without time zone)	timestamp without time zone
2549	interval_pl_timestamptz	11	10	14	1	0	0	0	f	false	false	true	false	s	s	2	0	1184	[1186, 1184]	\N	\N	\N		interval, timestamp with time zone	interval, timestamp with time zone	interval_pl_timestamptz	interval_pl_timestamptz(interval,timestamp with time zone)	timestamp with time zone
2550	integer_pl_date	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	1082	[23, 1082]	\N	\N	\N		integer, date	integer, date	integer_pl_date	integer_pl_date(integer,date)	date
2557	bool	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	16	[23]	\N	\N	\N	int4_bool	integer	integer	pg_catalog.bool	bool(integer)	boolean
2558	int4	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	23	[16]	\N	\N	\N	bool_int4	boolean	boolean	pg_catalog.int4	int4(boolean)	integer
2559	lastval	11	10	12	1	0	0	0	f	false	false	true	false	v	u	0	0	20	[]	\N	\N	\N	lastval			lastval	lastval()	bigint
2560	pg_postmaster_start_time	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	1184	[]	\N	\N	\N	pg_postmaster_start_time			pg_postmaster_start_time	pg_postmaster_start_time()	timestamp with time zone
2561	pg_blocking_pids	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	1007	[23]	\N	\N	\N	pg_blocking_pids	integer	integer	pg_blocking_pids	pg_blocking_pids(integer)	integer[]
2562	box_below	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_below	box, box	box, box	box_below	box_below(box,box)	boolean
2563	box_overbelow	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_overbelow	box, box	box, box	box_overbelow	box_overbelow(box,box)	boolean
2564	box_overabove	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_overabove	box, box	box, box	box_overabove	box_overabove(box,box)	boolean
2565	box_above	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[603, 603]	\N	\N	\N	box_above	box, box	box, box	box_above	box_above(box,box)	boolean
2566	poly_below	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_below	polygon, polygon	polygon, polygon	poly_below	poly_below(polygon,polygon)	boolean
2567	poly_overbelow	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_overbelow	polygon, polygon	polygon, polygon	poly_overbelow	poly_overbelow(polygon,polygon)	boolean
2568	poly_overabove	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_overabove	polygon, polygon	polygon, polygon	poly_overabove	poly_overabove(polygon,polygon)	boolean
2569	poly_above	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[604, 604]	\N	\N	\N	poly_above	polygon, polygon	polygon, polygon	poly_above	poly_above(polygon,polygon)	boolean
2578	gist_box_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 603, 21, 26, 2281]	\N	\N	\N	gist_box_consistent	internal, box, smallint, oid, internal	internal, box, smallint, oid, internal	gist_box_consistent	gist_box_consistent(internal,box,smallint,oid,internal)	boolean
2580	float8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[3802]	\N	\N	\N	jsonb_float8	jsonb	jsonb	pg_catalog.float8	float8(jsonb)	double precision
2581	gist_box_penalty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[2281, 2281, 2281]	\N	\N	\N	gist_box_penalty	internal, internal, internal	internal, internal, internal	gist_box_penalty	gist_box_penalty(internal,internal,internal)	internal
2582	gist_box_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	gist_box_picksplit	internal, internal	internal, internal	gist_box_picksplit	gist_box_picksplit(internal,internal)	internal
2583	gist_box_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	603	[2281, 2281]	\N	\N	\N	gist_box_union	internal, internal	internal, internal	gist_box_union	gist_box_union(internal,internal)	box
2584	gist_box_same	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[603, 603, 2281]	\N	\N	\N	gist_box_same	box, box, internal	box, box, internal	gist_box_same	gist_box_same(box,box,internal)	internal
2585	gist_poly_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 604, 21, 26, 2281]	\N	\N	\N	gist_poly_consistent	internal, polygon, smallint, oid, internal	internal, polygon, smallint, oid, internal	gist_poly_consistent	gist_poly_consistent(internal,polygon,smallint,oid,internal)	boolean
2586	gist_poly_compress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	gist_poly_compress	internal	internal	gist_poly_compress	gist_poly_compress(internal)	internal
2587	circle_overbelow	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_overbelow	circle, circle	circle, circle	circle_overbelow	circle_overbelow(circle,circle)	boolean
2588	circle_overabove	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[718, 718]	\N	\N	\N	circle_overabove	circle, circle	circle, circle	circle_overabove	circle_overabove(circle,circle)	boolean
2591	gist_circle_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 718, 21, 26, 2281]	\N	\N	\N	gist_circle_consistent	internal, circle, smallint, oid, internal	internal, circle, smallint, oid, internal	gist_circle_consistent	gist_circle_consistent(internal,circle,smallint,oid,internal)	boolean
2592	gist_circle_compress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	gist_circle_compress	internal	internal	gist_circle_compress	gist_circle_compress(internal)	internal
2596	numeric_stddev_pop	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_stddev_pop	internal	internal	numeric_stddev_pop	numeric_stddev_pop(internal)	numeric
2597	domain_in	11	10	12	1	0	0	0	f	false	false	false	false	s	s	3	0	2276	[2275, 26, 23]	\N	\N	\N	domain_in	cstring, oid, integer	cstring, oid, integer	domain_in	domain_in(cstring,oid,integer)	"any"
2598	domain_recv	11	10	12	1	0	0	0	f	false	false	false	false	s	s	3	0	2276	[2281, 26, 23]	\N	\N	\N	domain_recv	internal, oid, integer	internal, oid, integer	domain_recv	domain_recv(internal,oid,integer)	"any"
2626	pg_sleep	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	2278	[701]	\N	\N	\N	pg_sleep	double precision	double precision	pg_sleep	pg_sleep(double precision)	void
2627	inetnot	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	869	[869]	\N	\N	\N	inetnot	inet	inet	inetnot	inetnot(inet)	inet
2628	inetand	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	869	[869, 869]	\N	\N	\N	inetand	inet, inet	inet, inet	inetand	inetand(inet,inet)	inet
2629	inetor	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	869	[869, 869]	\N	\N	\N	inetor	inet, inet	inet, inet	inetor	inetor(inet,inet)	inet
2630	inetpl	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	869	[869, 20]	\N	\N	\N	inetpl	inet, bigint	inet, bigint	inetpl	inetpl(inet,bigint)	inet
2631	int8pl_inet	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	869	[20, 869]	\N	\N	\N		bigint, inet	bigint, inet	int8pl_inet	int8pl_inet(bigint,inet)	inet
2632	inetmi_int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	869	[869, 20]	\N	\N	\N	inetmi_int8	inet, bigint	inet, bigint	inetmi_int8	inetmi_int8(inet,bigint)	inet
2633	inetmi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[869, 869]	\N	\N	\N	inetmi	inet, inet	inet, inet	inetmi	inetmi(inet,inet)	bigint
2641	var_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.var_samp	var_samp(bigint)	numeric
2642	var_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.var_samp	var_samp(integer)	numeric
2643	var_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.var_samp	var_samp(smallint)	numeric
2644	var_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.var_samp	var_samp(real)	double precision
2645	var_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.var_samp	var_samp(double precision)	double precision
2646	var_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.var_samp	var_samp(numeric)	numeric
2647	transaction_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	1184	[]	\N	\N	\N	now			transaction_timestamp	transaction_timestamp()	timestamp with time zone
2648	statement_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	s	s	0	0	1184	[]	\N	\N	\N	statement_timestamp			statement_timestamp	statement_timestamp()	timestamp with time zone
2649	clock_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	v	s	0	0	1184	[]	\N	\N	\N	clock_timestamp			clock_timestamp	clock_timestamp()	timestamp with time zone
2700	gin_cmp_prefix	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	23	[25, 25, 21, 2281]	\N	\N	\N	gin_cmp_prefix	text, text, smallint, internal	text, text, smallint, internal	gin_cmp_prefix	gin_cmp_prefix(text,text,smallint,internal)	integer
2705	pg_has_role	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 19, 25]	\N	\N	\N	pg_has_role_name_name	name, name, text	name, name, text	pg_catalog.pg_has_role	pg_has_role(name,name,text)	boolean
2706	pg_has_role	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	pg_has_role_name_id	name, oid, text	name, oid, text	pg_catalog.pg_has_role	pg_has_role(name,oid,text)	boolean
2707	pg_has_role	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 19, 25]	\N	\N	\N	pg_has_role_id_name	oid, name, text	oid, name, text	pg_catalog.pg_has_role	pg_has_role(oid,name,text)	boolean
2708	pg_has_role	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	pg_has_role_id_id	oid, oid, text	oid, oid, text	pg_catalog.pg_has_role	pg_has_role(oid,oid,text)	boolean
2709	pg_has_role	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[19, 25]	\N	\N	\N	pg_has_role_name	name, text	name, text	pg_catalog.pg_has_role	pg_has_role(name,text)	boolean
2710	pg_has_role	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	pg_has_role_id	oid, text	oid, text	pg_catalog.pg_has_role	pg_has_role(oid,text)	boolean
2711	justify_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1186	[1186]	\N	\N	\N	interval_justify_interval	interval	interval	justify_interval	justify_interval(interval)	interval
2712	stddev_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.stddev_samp	stddev_samp(bigint)	numeric
2713	stddev_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.stddev_samp	stddev_samp(integer)	numeric
2714	stddev_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.stddev_samp	stddev_samp(smallint)	numeric
2715	stddev_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.stddev_samp	stddev_samp(real)	double precision
2716	stddev_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.stddev_samp	stddev_samp(double precision)	double precision
2717	stddev_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.stddev_samp	stddev_samp(numeric)	numeric
2718	var_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.var_pop	var_pop(bigint)	numeric
2719	var_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.var_pop	var_pop(integer)	numeric
2720	var_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.var_pop	var_pop(smallint)	numeric
2721	var_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.var_pop	var_pop(real)	double precision
2722	var_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.var_pop	var_pop(double precision)	double precision
2723	var_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.var_pop	var_pop(numeric)	numeric
2724	stddev_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.stddev_pop	stddev_pop(bigint)	numeric
2725	stddev_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.stddev_pop	stddev_pop(integer)	numeric
2726	stddev_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.stddev_pop	stddev_pop(smallint)	numeric
2727	stddev_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[700]	\N	\N	\N	aggregate_dummy	real	real	pg_catalog.stddev_pop	stddev_pop(real)	double precision
2728	stddev_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	701	[701]	\N	\N	\N	aggregate_dummy	double precision	double precision	pg_catalog.stddev_pop	stddev_pop(double precision)	double precision
2729	stddev_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1700	[1700]	\N	\N	\N	aggregate_dummy	numeric	numeric	pg_catalog.stddev_pop	stddev_pop(numeric)	numeric
2730	pg_get_triggerdef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[26, 16]	\N	\N	\N	pg_get_triggerdef_ext	oid, boolean	oid, boolean	pg_catalog.pg_get_triggerdef	pg_get_triggerdef(oid,boolean)	text
2731	asind	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dasind	double precision	double precision	asind	asind(double precision)	double precision
2732	acosd	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dacosd	double precision	double precision	acosd	acosd(double precision)	double precision
2733	atand	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	datand	double precision	double precision	atand	atand(double precision)	double precision
2734	atan2d	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[701, 701]	\N	\N	\N	datan2d	double precision, double precision	double precision, double precision	atan2d	atan2d(double precision,double precision)	double precision
2735	sind	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dsind	double precision	double precision	sind	sind(double precision)	double precision
2736	cosd	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dcosd	double precision	double precision	cosd	cosd(double precision)	double precision
2737	tand	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dtand	double precision	double precision	tand	tand(double precision)	double precision
2738	cotd	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[701]	\N	\N	\N	dcotd	double precision	double precision	cotd	cotd(double precision)	double precision
2740	numeric_avg_serialize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2281]	\N	\N	\N	numeric_avg_serialize	internal	internal	numeric_avg_serialize	numeric_avg_serialize(internal)	bytea
2741	numeric_avg_deserialize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[17, 2281]	\N	\N	\N	numeric_avg_deserialize	bytea, internal	bytea, internal	numeric_avg_deserialize	numeric_avg_deserialize(bytea,internal)	internal
2743	ginarrayextract	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[2277, 2281, 2281]	\N	\N	\N	ginarrayextract	anyarray, internal, internal	anyarray, internal, internal	pg_catalog.ginarrayextract	ginarrayextract(anyarray,internal,internal)	internal
2744	ginarrayconsistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	8	0	16	[2281, 21, 2277, 23, 2281, 2281, 2281, 2281]	\N	\N	\N	ginarrayconsistent	internal, smallint, anyarray, integer, internal, internal, internal, internal	internal, smallint, anyarray, integer, internal, internal, internal, internal	ginarrayconsistent	ginarrayconsistent(internal,smallint,anyarray,integer,internal,internal,internal,internal)	boolean
2746	int8_avg_accum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 20]	\N	\N	\N	int8_avg_accum	internal, bigint	internal, bigint	int8_avg_accum	int8_avg_accum(internal,bigint)	internal
2747	arrayoverlap	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	arrayoverlap	anyarray, anyarray	anyarray, anyarray	arrayoverlap	arrayoverlap(anyarray,anyarray)	boolean
2748	arraycontains	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	arraycontains	anyarray, anyarray	anyarray, anyarray	arraycontains	arraycontains(anyarray,anyarray)	boolean
2749	arraycontained	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2277, 2277]	\N	\N	\N	arraycontained	anyarray, anyarray	anyarray, anyarray	arraycontained	arraycontained(anyarray,anyarray)	boolean
2763	regexp_matches	11	10	12	1	1	0	0	f	false	false	true	true	i	s	2	0	1009	[25, 25]	\N	\N	\N	regexp_matches_no_flags	text, text	text, text	pg_catalog.regexp_matches	regexp_matches(text,text)	SETOF text[]
2764	regexp_matches	11	10	12	1	10	0	0	f	false	false	true	true	i	s	3	0	1009	[25, 25, 25]	\N	\N	\N	regexp_matches	text, text, text	text, text, text	pg_catalog.regexp_matches	regexp_matches(text,text,text)	SETOF text[]
2765	regexp_split_to_table	11	10	12	1	1000	0	0	f	false	false	true	true	i	s	2	0	25	[25, 25]	\N	\N	\N	regexp_split_to_table_no_flags	text, text	text, text	pg_catalog.regexp_split_to_table	regexp_split_to_table(text,text)	SETOF text
2766	regexp_split_to_table	11	10	12	1	1000	0	0	f	false	false	true	true	i	s	3	0	25	[25, 25, 25]	\N	\N	\N	regexp_split_to_table	text, text, text	text, text, text	pg_catalog.regexp_split_to_table	regexp_split_to_table(text,text,text)	SETOF text
2767	regexp_split_to_array	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1009	[25, 25]	\N	\N	\N	regexp_split_to_array_no_flags	text, text	text, text	pg_catalog.regexp_split_to_array	regexp_split_to_array(text,text)	text[]
2768	regexp_split_to_array	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1009	[25, 25, 25]	\N	\N	\N	regexp_split_to_array	text, text, text	text, text, text	pg_catalog.regexp_split_to_array	regexp_split_to_array(text,text,text)	text[]
2774	ginqueryarrayextract	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	2281	[2277, 2281, 21, 2281, 2281, 2281, 2281]	\N	\N	\N	ginqueryarrayextract	anyarray, internal, smallint, internal, internal, internal, internal	anyarray, internal, smallint, internal, internal, internal, internal	ginqueryarrayextract	ginqueryarrayextract(anyarray,internal,smallint,internal,internal,internal,internal)	internal
2777	anynonarray_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2776	[2275]	\N	\N	\N	anynonarray_in	cstring	cstring	anynonarray_in	anynonarray_in(cstring)	anynonarray
2778	anynonarray_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2776]	\N	\N	\N	anynonarray_out	anynonarray	anynonarray	anynonarray_out	anynonarray_out(anynonarray)	cstring
2785	int8_avg_combine	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	int8_avg_combine	internal, internal	internal, internal	int8_avg_combine	int8_avg_combine(internal,internal)	internal
2786	int8_avg_serialize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2281]	\N	\N	\N	int8_avg_serialize	internal	internal	int8_avg_serialize	int8_avg_serialize(internal)	bytea
2787	int8_avg_deserialize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[17, 2281]	\N	\N	\N	int8_avg_deserialize	bytea, internal	bytea, internal	int8_avg_deserialize	int8_avg_deserialize(bytea,internal)	internal
2790	tidgt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[27, 27]	\N	\N	\N	tidgt	tid, tid	tid, tid	tidgt	tidgt(tid,tid)	boolean
2791	tidlt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[27, 27]	\N	\N	\N	tidlt	tid, tid	tid, tid	tidlt	tidlt(tid,tid)	boolean
2792	tidge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[27, 27]	\N	\N	\N	tidge	tid, tid	tid, tid	tidge	tidge(tid,tid)	boolean
2793	tidle	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[27, 27]	\N	\N	\N	tidle	tid, tid	tid, tid	tidle	tidle(tid,tid)	boolean
2794	bttidcmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[27, 27]	\N	\N	\N	bttidcmp	tid, tid	tid, tid	bttidcmp	bttidcmp(tid,tid)	integer
2795	tidlarger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	27	[27, 27]	\N	\N	\N	tidlarger	tid, tid	tid, tid	tidlarger	tidlarger(tid,tid)	tid
2796	tidsmaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	27	[27, 27]	\N	\N	\N	tidsmaller	tid, tid	tid, tid	tidsmaller	tidsmaller(tid,tid)	tid
2797	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	27	[27]	\N	\N	\N	aggregate_dummy	tid	tid	pg_catalog.max	max(tid)	tid
2798	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	27	[27]	\N	\N	\N	aggregate_dummy	tid	tid	pg_catalog.min	min(tid)	tid
2803	count	11	10	12	1	0	0	6236	a	false	false	false	false	i	s	0	0	20	[]	\N	\N	\N	aggregate_dummy			pg_catalog.count	count()	bigint
2804	int8inc_any	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 2276]	\N	\N	\N	int8inc_any	bigint, "any"	bigint, "any"	int8inc_any	int8inc_any(bigint,"any")	bigint
2805	int8inc_float8_float8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	20	[20, 701, 701]	\N	\N	\N	int8inc_float8_float8	bigint, double precision, double precision	bigint, double precision, double precision	int8inc_float8_float8	int8inc_float8_float8(bigint,double precision,double precision)	bigint
2806	float8_regr_accum	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1022	[1022, 701, 701]	\N	\N	\N	float8_regr_accum	double precision[], double precision, double precision	double precision[], double precision, double precision	float8_regr_accum	float8_regr_accum(double precision[],double precision,double precision)	double precision[]
2807	float8_regr_sxx	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_regr_sxx	double precision[]	double precision[]	float8_regr_sxx	float8_regr_sxx(double precision[])	double precision
2808	float8_regr_syy	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_regr_syy	double precision[]	double precision[]	float8_regr_syy	float8_regr_syy(double precision[])	double precision
2809	float8_regr_sxy	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_regr_sxy	double precision[]	double precision[]	float8_regr_sxy	float8_regr_sxy(double precision[])	double precision
2810	float8_regr_avgx	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_regr_avgx	double precision[]	double precision[]	float8_regr_avgx	float8_regr_avgx(double precision[])	double precision
2811	float8_regr_avgy	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_regr_avgy	double precision[]	double precision[]	float8_regr_avgy	float8_regr_avgy(double precision[])	double precision
2812	float8_regr_r2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_regr_r2	double precision[]	double precision[]	float8_regr_r2	float8_regr_r2(double precision[])	double precision
2813	float8_regr_slope	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_regr_slope	double precision[]	double precision[]	float8_regr_slope	float8_regr_slope(double precision[])	double precision
2814	float8_regr_intercept	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_regr_intercept	double precision[]	double precision[]	float8_regr_intercept	float8_regr_intercept(double precision[])	double precision
2815	float8_covar_pop	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_covar_pop	double precision[]	double precision[]	float8_covar_pop	float8_covar_pop(double precision[])	double precision
2816	float8_covar_samp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_covar_samp	double precision[]	double precision[]	float8_covar_samp	float8_covar_samp(double precision[])	double precision
2817	float8_corr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	701	[1022]	\N	\N	\N	float8_corr	double precision[]	double precision[]	float8_corr	float8_corr(double precision[])	double precision
2818	regr_count	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	20	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_count	regr_count(double precision,double precision)	bigint
2819	regr_sxx	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_sxx	regr_sxx(double precision,double precision)	double precision
2820	regr_syy	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_syy	regr_syy(double precision,double precision)	double precision
2821	regr_sxy	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_sxy	regr_sxy(double precision,double precision)	double precision
2822	regr_avgx	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_avgx	regr_avgx(double precision,double precision)	double precision
2823	regr_avgy	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_avgy	regr_avgy(double precision,double precision)	double precision
2824	regr_r2	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_r2	regr_r2(double precision,double precision)	double precision
2825	regr_slope	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_slope	regr_slope(double precision,double precision)	double precision
2826	regr_intercept	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	regr_intercept	regr_intercept(double precision,double precision)	double precision
2827	covar_pop	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	covar_pop	covar_pop(double precision,double precision)	double precision
2828	covar_samp	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	covar_samp	covar_samp(double precision,double precision)	double precision
2829	corr	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	701	[701, 701]	\N	\N	\N	aggregate_dummy	double precision, double precision	double precision, double precision	corr	corr(double precision,double precision)	double precision
2854	pg_my_temp_schema	11	10	12	1	0	0	0	f	false	false	true	false	s	r	0	0	26	[]	\N	\N	\N	pg_my_temp_schema			pg_my_temp_schema	pg_my_temp_schema()	oid
2855	pg_is_other_temp_schema	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_is_other_temp_schema	oid	oid	pg_is_other_temp_schema	pg_is_other_temp_schema(oid)	boolean
2856	pg_timezone_names	11	10	12	1	1000	0	0	f	false	false	true	true	s	s	0	0	2249	[]	[25, 25, 1186, 16]	[o, o, o, o]	[name, abbrev, utc_offset, is_dst]	pg_timezone_names	OUT name text, OUT abbrev text, OUT utc_offset interval, OUT is_dst boolean	OUT name text, OUT abbrev text, OUT utc_offset interval, OUT is_dst boolean	pg_timezone_names	pg_timezone_names()	SETOF record
2858	numeric_avg_accum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 1700]	\N	\N	\N	numeric_avg_accum	internal, numeric	internal, numeric	numeric_avg_accum	numeric_avg_accum(internal,numeric)	internal
2880	pg_advisory_lock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	2278	[20]	\N	\N	\N	pg_advisory_lock_int8	bigint	bigint	pg_catalog.pg_advisory_lock	pg_advisory_lock(bigint)	void
2881	pg_advisory_lock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	2278	[20]	\N	\N	\N	pg_advisory_lock_shared_int8	bigint	bigint	pg_catalog.pg_advisory_lock_shared	pg_advisory_lock_shared(bigint)	void
2882	pg_try_advisory_lock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	16	[20]	\N	\N	\N	pg_try_advisory_lock_int8	bigint	bigint	pg_catalog.pg_try_advisory_lock	pg_try_advisory_lock(bigint)	boolean
2883	pg_try_advisory_lock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	16	[20]	\N	\N	\N	pg_try_advisory_lock_shared_int8	bigint	bigint	pg_catalog.pg_try_advisory_lock_shared	pg_try_advisory_lock_shared(bigint)	boolean
2884	pg_advisory_unlock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	16	[20]	\N	\N	\N	pg_advisory_unlock_int8	bigint	bigint	pg_catalog.pg_advisory_unlock	pg_advisory_unlock(bigint)	boolean
2885	pg_advisory_unlock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	16	[20]	\N	\N	\N	pg_advisory_unlock_shared_int8	bigint	bigint	pg_catalog.pg_advisory_unlock_shared	pg_advisory_unlock_shared(bigint)	boolean
2886	pg_advisory_lock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	2278	[23, 23]	\N	\N	\N	pg_advisory_lock_int4	integer, integer	integer, integer	pg_catalog.pg_advisory_lock	pg_advisory_lock(integer,integer)	void
2887	pg_advisory_lock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	2278	[23, 23]	\N	\N	\N	pg_advisory_lock_shared_int4	integer, integer	integer, integer	pg_catalog.pg_advisory_lock_shared	pg_advisory_lock_shared(integer,integer)	void
2888	pg_try_advisory_lock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	16	[23, 23]	\N	\N	\N	pg_try_advisory_lock_int4	integer, integer	integer, integer	pg_catalog.pg_try_advisory_lock	pg_try_advisory_lock(integer,integer)	boolean
2889	pg_try_advisory_lock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	16	[23, 23]	\N	\N	\N	pg_try_advisory_lock_shared_int4	integer, integer	integer, integer	pg_catalog.pg_try_advisory_lock_shared	pg_try_advisory_lock_shared(integer,integer)	boolean
2890	pg_advisory_unlock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	16	[23, 23]	\N	\N	\N	pg_advisory_unlock_int4	integer, integer	integer, integer	pg_catalog.pg_advisory_unlock	pg_advisory_unlock(integer,integer)	boolean
2891	pg_advisory_unlock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	16	[23, 23]	\N	\N	\N	pg_advisory_unlock_shared_int4	integer, integer	integer, integer	pg_catalog.pg_advisory_unlock_shared	pg_advisory_unlock_shared(integer,integer)	boolean
2892	pg_advisory_unlock_all	11	10	12	1	0	0	0	f	false	false	true	false	v	r	0	0	2278	[]	\N	\N	\N	pg_advisory_unlock_all			pg_advisory_unlock_all	pg_advisory_unlock_all()	void
2893	xml_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	142	[2275]	\N	\N	\N	xml_in	cstring	cstring	xml_in	xml_in(cstring)	xml
2894	xml_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[142]	\N	\N	\N	xml_out	xml	xml	xml_out	xml_out(xml)	cstring
2896	xml	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	142	[25]	\N	\N	\N	texttoxml	text	text	xml	xml(text)	xml
2898	xml_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	142	[2281]	\N	\N	\N	xml_recv	internal	internal	xml_recv	xml_recv(internal)	xml
2899	xml_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[142]	\N	\N	\N	xml_send	xml	xml	xml_send	xml_send(xml)	bytea
2902	varbittypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	varbittypmodin	cstring[]	cstring[]	varbittypmodin	varbittypmodin(cstring[])	integer
2903	intervaltypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	intervaltypmodin	cstring[]	cstring[]	intervaltypmodin	intervaltypmodin(cstring[])	integer
2904	intervaltypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	intervaltypmodout	integer	integer	intervaltypmodout	intervaltypmodout(integer)	cstring
2905	timestamptypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	timestamptypmodin	cstring[]	cstring[]	timestamptypmodin	timestamptypmodin(cstring[])	integer
2906	timestamptypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	timestamptypmodout	integer	integer	timestamptypmodout	timestamptypmodout(integer)	cstring
2907	timestamptztypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	timestamptztypmodin	cstring[]	cstring[]	timestamptztypmodin	timestamptztypmodin(cstring[])	integer
2908	timestamptztypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	timestamptztypmodout	integer	integer	timestamptztypmodout	timestamptztypmodout(integer)	cstring
2909	timetypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	timetypmodin	cstring[]	cstring[]	timetypmodin	timetypmodin(cstring[])	integer
2910	timetypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	timetypmodout	integer	integer	timetypmodout	timetypmodout(integer)	cstring
2911	timetztypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	timetztypmodin	cstring[]	cstring[]	timetztypmodin	timetztypmodin(cstring[])	integer
2912	timetztypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	timetztypmodout	integer	integer	timetztypmodout	timetztypmodout(integer)	cstring
2913	bpchartypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	bpchartypmodin	cstring[]	cstring[]	bpchartypmodin	bpchartypmodin(cstring[])	integer
2914	bpchartypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	bpchartypmodout	integer	integer	bpchartypmodout	bpchartypmodout(integer)	cstring
2915	varchartypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	varchartypmodin	cstring[]	cstring[]	varchartypmodin	varchartypmodin(cstring[])	integer
2916	varchartypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	varchartypmodout	integer	integer	varchartypmodout	varchartypmodout(integer)	cstring
2917	numerictypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	numerictypmodin	cstring[]	cstring[]	numerictypmodin	numerictypmodin(cstring[])	integer
2918	numerictypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	numerictypmodout	integer	integer	numerictypmodout	numerictypmodout(integer)	cstring
2919	bittypmodin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1263]	\N	\N	\N	bittypmodin	cstring[]	cstring[]	bittypmodin	bittypmodin(cstring[])	integer
2920	bittypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	bittypmodout	integer	integer	bittypmodout	bittypmodout(integer)	cstring
2921	varbittypmodout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[23]	\N	\N	\N	varbittypmodout	integer	integer	varbittypmodout	varbittypmodout(integer)	cstring
2922	text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[142]	\N	\N	\N	xmltotext	xml	xml	pg_catalog.text	text(xml)	text
2939	txid_snapshot_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2970	[2275]	\N	\N	\N	pg_snapshot_in	cstring	cstring	txid_snapshot_in	txid_snapshot_in(cstring)	txid_snapshot
2940	txid_snapshot_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2970]	\N	\N	\N	pg_snapshot_out	txid_snapshot	txid_snapshot	txid_snapshot_out	txid_snapshot_out(txid_snapshot)	cstring
2941	txid_snapshot_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2970	[2281]	\N	\N	\N	pg_snapshot_recv	internal	internal	txid_snapshot_recv	txid_snapshot_recv(internal)	txid_snapshot
2942	txid_snapshot_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2970]	\N	\N	\N	pg_snapshot_send	txid_snapshot	txid_snapshot	txid_snapshot_send	txid_snapshot_send(txid_snapshot)	bytea
2943	txid_current	11	10	12	1	0	0	0	f	false	false	true	false	s	u	0	0	20	[]	\N	\N	\N	pg_current_xact_id			txid_current	txid_current()	bigint
2952	uuid_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2950	[2275]	\N	\N	\N	uuid_in	cstring	cstring	uuid_in	uuid_in(cstring)	uuid
2953	uuid_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[2950]	\N	\N	\N	uuid_out	uuid	uuid	uuid_out	uuid_out(uuid)	cstring
2954	uuid_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[2950, 2950]	\N	\N	\N	uuid_lt	uuid, uuid	uuid, uuid	uuid_lt	uuid_lt(uuid,uuid)	boolean
2955	uuid_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[2950, 2950]	\N	\N	\N	uuid_le	uuid, uuid	uuid, uuid	uuid_le	uuid_le(uuid,uuid)	boolean
2956	uuid_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[2950, 2950]	\N	\N	\N	uuid_eq	uuid, uuid	uuid, uuid	uuid_eq	uuid_eq(uuid,uuid)	boolean
2957	uuid_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[2950, 2950]	\N	\N	\N	uuid_ge	uuid, uuid	uuid, uuid	uuid_ge	uuid_ge(uuid,uuid)	boolean
2958	uuid_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[2950, 2950]	\N	\N	\N	uuid_gt	uuid, uuid	uuid, uuid	uuid_gt	uuid_gt(uuid,uuid)	boolean
2959	uuid_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[2950, 2950]	\N	\N	\N	uuid_ne	uuid, uuid	uuid, uuid	uuid_ne	uuid_ne(uuid,uuid)	boolean
2960	uuid_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[2950, 2950]	\N	\N	\N	uuid_cmp	uuid, uuid	uuid, uuid	uuid_cmp	uuid_cmp(uuid,uuid)	integer
2961	uuid_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2950	[2281]	\N	\N	\N	uuid_recv	internal	internal	uuid_recv	uuid_recv(internal)	uuid
2962	uuid_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2950]	\N	\N	\N	uuid_send	uuid	uuid	uuid_send	uuid_send(uuid)	bytea
2963	uuid_hash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[2950]	\N	\N	\N	uuid_hash	uuid	uuid	uuid_hash	uuid_hash(uuid)	integer
2971	text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[16]	\N	\N	\N	booltext	boolean	boolean	pg_catalog.text	text(boolean)	text
2981	record_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_eq	record, record	record, record	record_eq	record_eq(record,record)	boolean
2982	record_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_ne	record, record	record, record	record_ne	record_ne(record,record)	boolean
2983	record_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_lt	record, record	record, record	record_lt	record_lt(record,record)	boolean
2984	record_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_gt	record, record	record, record	record_gt	record_gt(record,record)	boolean
2985	record_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_le	record, record	record, record	record_le	record_le(record,record)	boolean
2986	record_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_ge	record, record	record, record	record_ge	record_ge(record,record)	boolean
2987	btrecordcmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[2249, 2249]	\N	\N	\N	btrecordcmp	record, record	record, record	btrecordcmp	btrecordcmp(record,record)	integer
2997	pg_table_size	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	20	[2205]	\N	\N	\N	pg_table_size	regclass	regclass	pg_table_size	pg_table_size(regclass)	bigint
2998	pg_indexes_size	11	10	12	1	0	0	0	f	false	false	true	false	v	s	1	0	20	[2205]	\N	\N	\N	pg_indexes_size	regclass	regclass	pg_indexes_size	pg_indexes_size(regclass)	bigint
3000	has_foreign_data_wrapper_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_foreign_data_wrapper_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_foreign_data_wrapper_privilege	has_foreign_data_wrapper_privilege(name,text,text)	boolean
3001	has_foreign_data_wrapper_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_foreign_data_wrapper_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_foreign_data_wrapper_privilege	has_foreign_data_wrapper_privilege(name,oid,text)	boolean
3002	has_foreign_data_wrapper_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_foreign_data_wrapper_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_foreign_data_wrapper_privilege	has_foreign_data_wrapper_privilege(oid,text,text)	boolean
3003	has_foreign_data_wrapper_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_foreign_data_wrapper_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_foreign_data_wrapper_privilege	has_foreign_data_wrapper_privilege(oid,oid,text)	boolean
3004	has_foreign_data_wrapper_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_foreign_data_wrapper_privilege_name	text, text	text, text	pg_catalog.has_foreign_data_wrapper_privilege	has_foreign_data_wrapper_privilege(text,text)	boolean
3005	has_foreign_data_wrapper_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_foreign_data_wrapper_privilege_id	oid, text	oid, text	pg_catalog.has_foreign_data_wrapper_privilege	has_foreign_data_wrapper_privilege(oid,text)	boolean
3006	has_server_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_server_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_server_privilege	has_server_privilege(name,text,text)	boolean
3007	has_server_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_server_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_server_privilege	has_server_privilege(name,oid,text)	boolean
3008	has_server_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_server_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_server_privilege	has_server_privilege(oid,text,text)	boolean
3009	has_server_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_server_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_server_privilege	has_server_privilege(oid,oid,text)	boolean
3010	has_server_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_server_privilege_name	text, text	text, text	pg_catalog.has_server_privilege	has_server_privilege(text,text)	boolean
3011	has_server_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_server_privilege_id	oid, text	oid, text	pg_catalog.has_server_privilege	has_server_privilege(oid,text)	boolean
3012	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	16	[19, 25, 25, 25]	\N	\N	\N	has_column_privilege_name_name_name	name, text, text, text	name, text, text, text	pg_catalog.has_column_privilege	has_column_privilege(name,text,text,text)	boolean
3013	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	16	[19, 25, 21, 25]	\N	\N	\N	has_column_privilege_name_name_attnum	name, text, smallint, text	name, text, smallint, text	pg_catalog.has_column_privilege	has_column_privilege(name,text,smallint,text)	boolean
3014	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	16	[19, 26, 25, 25]	\N	\N	\N	has_column_privilege_name_id_name	name, oid, text, text	name, oid, text, text	pg_catalog.has_column_privilege	has_column_privilege(name,oid,text,text)	boolean
3015	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	16	[19, 26, 21, 25]	\N	\N	\N	has_column_privilege_name_id_attnum	name, oid, smallint, text	name, oid, smallint, text	pg_catalog.has_column_privilege	has_column_privilege(name,oid,smallint,text)	boolean
3016	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	16	[26, 25, 25, 25]	\N	\N	\N	has_column_privilege_id_name_name	oid, text, text, text	oid, text, text, text	pg_catalog.has_column_privilege	has_column_privilege(oid,text,text,text)	boolean
3017	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	16	[26, 25, 21, 25]	\N	\N	\N	has_column_privilege_id_name_attnum	oid, text, smallint, text	oid, text, smallint, text	pg_catalog.has_column_privilege	has_column_privilege(oid,text,smallint,text)	boolean
3018	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	16	[26, 26, 25, 25]	\N	\N	\N	has_column_privilege_id_id_name	oid, oid, text, text	oid, oid, text, text	pg_catalog.has_column_privilege	has_column_privilege(oid,oid,text,text)	boolean
3019	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	16	[26, 26, 21, 25]	\N	\N	\N	has_column_privilege_id_id_attnum	oid, oid, smallint, text	oid, oid, smallint, text	pg_catalog.has_column_privilege	has_column_privilege(oid,oid,smallint,text)	boolean
3020	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[25, 25, 25]	\N	\N	\N	has_column_privilege_name_name	text, text, text	text, text, text	pg_catalog.has_column_privilege	has_column_privilege(text,text,text)	boolean
3021	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[25, 21, 25]	\N	\N	\N	has_column_privilege_name_attnum	text, smallint, text	text, smallint, text	pg_catalog.has_column_privilege	has_column_privilege(text,smallint,text)	boolean
3022	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_column_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_column_privilege	has_column_privilege(oid,text,text)	boolean
3023	has_column_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 21, 25]	\N	\N	\N	has_column_privilege_id_attnum	oid, smallint, text	oid, smallint, text	pg_catalog.has_column_privilege	has_column_privilege(oid,smallint,text)	boolean
3024	has_any_column_privilege	11	10	12	10	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_any_column_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_any_column_privilege	has_any_column_privilege(name,text,text)	boolean
3025	has_any_column_privilege	11	10	12	10	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_any_column_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_any_column_privilege	has_any_column_privilege(name,oid,text)	boolean
3026	has_any_column_privilege	11	10	12	10	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_any_column_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_any_column_privilege	has_any_column_privilege(oid,text,text)	boolean
3027	has_any_column_privilege	11	10	12	10	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_any_column_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_any_column_privilege	has_any_column_privilege(oid,oid,text)	boolean
3028	has_any_column_privilege	11	10	12	10	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_any_column_privilege_name	text, text	text, text	pg_catalog.has_any_column_privilege	has_any_column_privilege(text,text)	boolean
3029	has_any_column_privilege	11	10	12	10	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_any_column_privilege_id	oid, text	oid, text	pg_catalog.has_any_column_privilege	has_any_column_privilege(oid,text)	boolean
3030	overlay	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	1560	[1560, 1560, 23, 23]	\N	\N	\N	bitoverlay	bit, bit, integer, integer	bit, bit, integer, integer	pg_catalog."overlay"	"overlay"(bit,bit,integer,integer)	bit
3031	overlay	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1560	[1560, 1560, 23]	\N	\N	\N	bitoverlay_no_len	bit, bit, integer	bit, bit, integer	pg_catalog."overlay"	"overlay"(bit,bit,integer)	bit
3032	get_bit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[1560, 23]	\N	\N	\N	bitgetbit	bit, integer	bit, integer	pg_catalog.get_bit	get_bit(bit,integer)	integer
3033	set_bit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1560	[1560, 23, 23]	\N	\N	\N	bitsetbit	bit, integer, integer	bit, integer, integer	pg_catalog.set_bit	set_bit(bit,integer,integer)	bit
3058	concat	11	10	12	1	0	2276	0	f	false	false	false	false	s	s	1	0	25	[2276]	[2276]	[v]	\N	text_concat	VARIADIC "any"	VARIADIC "any"	concat	concat("any")	text
3059	concat_ws	11	10	12	1	0	2276	0	f	false	false	false	false	s	s	2	0	25	[25, 2276]	[25, 2276]	[i, v]	\N	text_concat_ws	text, VARIADIC "any"	text, VARIADIC "any"	concat_ws	concat_ws(text,"any")	text
3060	left	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 23]	\N	\N	\N	text_left	text, integer	text, integer	"left"	"left"(text,integer)	text
3061	right	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 23]	\N	\N	\N	text_right	text, integer	text, integer	"right"	"right"(text,integer)	text
3062	reverse	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	text_reverse	text	text	reverse	reverse(text)	text
3064	gist_point_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	701	[2281, 600, 21, 26, 2281]	\N	\N	\N	gist_point_distance	internal, point, smallint, oid, internal	internal, point, smallint, oid, internal	gist_point_distance	gist_point_distance(internal,point,smallint,oid,internal)	double precision
3089	pg_advisory_xact_lock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	2278	[20]	\N	\N	\N	pg_advisory_xact_lock_int8	bigint	bigint	pg_catalog.pg_advisory_xact_lock	pg_advisory_xact_lock(bigint)	void
3090	pg_advisory_xact_lock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	2278	[20]	\N	\N	\N	pg_advisory_xact_lock_shared_int8	bigint	bigint	pg_catalog.pg_advisory_xact_lock_shared	pg_advisory_xact_lock_shared(bigint)	void
3091	pg_try_advisory_xact_lock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	16	[20]	\N	\N	\N	pg_try_advisory_xact_lock_int8	bigint	bigint	pg_catalog.pg_try_advisory_xact_lock	pg_try_advisory_xact_lock(bigint)	boolean
3092	pg_try_advisory_xact_lock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	1	0	16	[20]	\N	\N	\N	pg_try_advisory_xact_lock_shared_int8	bigint	bigint	pg_catalog.pg_try_advisory_xact_lock_shared	pg_try_advisory_xact_lock_shared(bigint)	boolean
3093	pg_advisory_xact_lock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	2278	[23, 23]	\N	\N	\N	pg_advisory_xact_lock_int4	integer, integer	integer, integer	pg_catalog.pg_advisory_xact_lock	pg_advisory_xact_lock(integer,integer)	void
3094	pg_advisory_xact_lock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	2278	[23, 23]	\N	\N	\N	pg_advisory_xact_lock_shared_int4	integer, integer	integer, integer	pg_catalog.pg_advisory_xact_lock_shared	pg_advisory_xact_lock_shared(integer,integer)	void
3095	pg_try_advisory_xact_lock	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	16	[23, 23]	\N	\N	\N	pg_try_advisory_xact_lock_int4	integer, integer	integer, integer	pg_catalog.pg_try_advisory_xact_lock	pg_try_advisory_xact_lock(integer,integer)	boolean
3096	pg_try_advisory_xact_lock_shared	11	10	12	1	0	0	0	f	false	false	true	false	v	r	2	0	16	[23, 23]	\N	\N	\N	pg_try_advisory_xact_lock_shared_int4	integer, integer	integer, integer	pg_catalog.pg_try_advisory_xact_lock_shared	pg_try_advisory_xact_lock_shared(integer,integer)	boolean
3097	varchar_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	varchar_support	internal	internal	varchar_support	varchar_support(internal)	internal
3100	row_number	11	10	12	1	0	0	6233	w	false	false	false	false	i	s	0	0	20	[]	\N	\N	\N	window_row_number			row_number	row_number()	bigint
3101	rank	11	10	12	1	0	0	6234	w	false	false	false	false	i	s	0	0	20	[]	\N	\N	\N	window_rank			pg_catalog.rank	rank()	bigint
3102	dense_rank	11	10	12	1	0	0	6235	w	false	false	false	false	i	s	0	0	20	[]	\N	\N	\N	window_dense_rank			pg_catalog.dense_rank	dense_rank()	bigint
3103	percent_rank	11	10	12	1	0	0	0	w	false	false	false	false	i	s	0	0	701	[]	\N	\N	\N	window_percent_rank			pg_catalog.percent_rank	percent_rank()	double precision
3104	cume_dist	11	10	12	1	0	0	0	w	false	false	false	false	i	s	0	0	701	[]	\N	\N	\N	window_cume_dist			pg_catalog.cume_dist	cume_dist()	double precision
3105	ntile	11	10	12	1	0	0	0	w	false	false	true	false	i	s	1	0	23	[23]	\N	\N	\N	window_ntile	integer	integer	ntile	ntile(integer)	integer
3106	lag	11	10	12	1	0	0	0	w	false	false	true	false	i	s	1	0	2283	[2283]	\N	\N	\N	window_lag	anyelement	anyelement	pg_catalog.lag	lag(anyelement)	anyelement
3107	lag	11	10	12	1	0	0	0	w	false	false	true	false	i	s	2	0	2283	[2283, 23]	\N	\N	\N	window_lag_with_offset	anyelement, integer	anyelement, integer	pg_catalog.lag	lag(anyelement,integer)	anyelement
3108	lag	11	10	12	1	0	0	0	w	false	false	true	false	i	s	3	0	5077	[5077, 23, 5077]	\N	\N	\N	window_lag_with_offset_and_default	anycompatible, integer, anycompatible	anycompatible, integer, anycompatible	pg_catalog.lag	lag(anycompatible,integer,anycompatible)	anycompatible
3109	lead	11	10	12	1	0	0	0	w	false	false	true	false	i	s	1	0	2283	[2283]	\N	\N	\N	window_lead	anyelement	anyelement	pg_catalog.lead	lead(anyelement)	anyelement
3110	lead	11	10	12	1	0	0	0	w	false	false	true	false	i	s	2	0	2283	[2283, 23]	\N	\N	\N	window_lead_with_offset	anyelement, integer	anyelement, integer	pg_catalog.lead	lead(anyelement,integer)	anyelement
3111	lead	11	10	12	1	0	0	0	w	false	false	true	false	i	s	3	0	5077	[5077, 23, 5077]	\N	\N	\N	window_lead_with_offset_and_default	anycompatible, integer, anycompatible	anycompatible, integer, anycompatible	pg_catalog.lead	lead(anycompatible,integer,anycompatible)	anycompatible
3112	first_value	11	10	12	1	0	0	0	w	false	false	true	false	i	s	1	0	2283	[2283]	\N	\N	\N	window_first_value	anyelement	anyelement	first_value	first_value(anyelement)	anyelement
3113	last_value	11	10	12	1	0	0	0	w	false	false	true	false	i	s	1	0	2283	[2283]	\N	\N	\N	window_last_value	anyelement	anyelement	last_value	last_value(anyelement)	anyelement
3114	nth_value	11	10	12	1	0	0	0	w	false	false	true	false	i	s	2	0	2283	[2283, 23]	\N	\N	\N	window_nth_value	anyelement, integer	anyelement, integer	nth_value	nth_value(anyelement,integer)	anyelement
3116	fdw_handler_in	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	3115	[2275]	\N	\N	\N	fdw_handler_in	cstring	cstring	fdw_handler_in	fdw_handler_in(cstring)	fdw_handler
3117	fdw_handler_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3115]	\N	\N	\N	fdw_handler_out	fdw_handler	fdw_handler	fdw_handler_out	fdw_handler_out(fdw_handler)	cstring
3120	void_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	void_recv	internal	internal	void_recv	void_recv(internal)	void
3121	void_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2278]	\N	\N	\N	void_send	void	void	void_send	void_send(void)	bytea
3129	btint2sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	btint2sortsupport	internal	internal	btint2sortsupport	btint2sortsupport(internal)	void
3130	btint4sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	btint4sortsupport	internal	internal	btint4sortsupport	btint4sortsupport(internal)	void
3131	btint8sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	btint8sortsupport	internal	internal	btint8sortsupport	btint8sortsupport(internal)	void
3132	btfloat4sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	btfloat4sortsupport	internal	internal	btfloat4sortsupport	btfloat4sortsupport(internal)	void
3133	btfloat8sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	btfloat8sortsupport	internal	internal	btfloat8sortsupport	btfloat8sortsupport(internal)	void
3134	btoidsortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	btoidsortsupport	internal	internal	btoidsortsupport	btoidsortsupport(internal)	void
3135	btnamesortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	btnamesortsupport	internal	internal	btnamesortsupport	btnamesortsupport(internal)	void
3136	date_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	date_sortsupport	internal	internal	date_sortsupport	date_sortsupport(internal)	void
3137	timestamp_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	timestamp_sortsupport	internal	internal	timestamp_sortsupport	timestamp_sortsupport(internal)	void
3138	has_type_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_type_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_type_privilege	has_type_privilege(name,text,text)	boolean
3139	has_type_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 26, 25]	\N	\N	\N	has_type_privilege_name_id	name, oid, text	name, oid, text	pg_catalog.has_type_privilege	has_type_privilege(name,oid,text)	boolean
3140	has_type_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_type_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_type_privilege	has_type_privilege(oid,text,text)	boolean
3141	has_type_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 26, 25]	\N	\N	\N	has_type_privilege_id_id	oid, oid, text	oid, oid, text	pg_catalog.has_type_privilege	has_type_privilege(oid,oid,text)	boolean
3142	has_type_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_type_privilege_name	text, text	text, text	pg_catalog.has_type_privilege	has_type_privilege(text,text)	boolean
3143	has_type_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[26, 25]	\N	\N	\N	has_type_privilege_id	oid, text	oid, text	pg_catalog.has_type_privilege	has_type_privilege(oid,text)	boolean
3144	macaddr_not	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	829	[829]	\N	\N	\N	macaddr_not	macaddr	macaddr	macaddr_not	macaddr_not(macaddr)	macaddr
3145	macaddr_and	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	829	[829, 829]	\N	\N	\N	macaddr_and	macaddr, macaddr	macaddr, macaddr	macaddr_and	macaddr_and(macaddr,macaddr)	macaddr
3146	macaddr_or	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	829	[829, 829]	\N	\N	\N	macaddr_or	macaddr, macaddr	macaddr, macaddr	macaddr_or	macaddr_or(macaddr,macaddr)	macaddr
3153	array_to_json	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	114	[2277]	\N	\N	\N	array_to_json	anyarray	anyarray	pg_catalog.array_to_json	array_to_json(anyarray)	json
3154	array_to_json	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	114	[2277, 16]	\N	\N	\N	array_to_json_pretty	anyarray, boolean	anyarray, boolean	pg_catalog.array_to_json	array_to_json(anyarray,boolean)	json
3157	numeric_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	numeric_support	internal	internal	numeric_support	numeric_support(internal)	internal
3158	varbit_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	varbit_support	internal	internal	varbit_support	varbit_support(internal)	internal
3159	pg_get_viewdef	11	10	12	1	0	0	0	f	false	false	true	false	s	r	2	0	25	[26, 23]	\N	\N	\N	pg_get_viewdef_wrap	oid, integer	oid, integer	pg_catalog.pg_get_viewdef	pg_get_viewdef(oid,integer)	text
3162	pg_collation_for	11	10	12	1	0	0	0	f	false	false	false	false	s	s	1	0	25	[2276]	\N	\N	\N	pg_collation_for	"any"	"any"	pg_collation_for	pg_collation_for("any")	text
3163	pg_trigger_depth	11	10	12	1	0	0	0	f	false	false	true	false	s	r	0	0	23	[]	\N	\N	\N	pg_trigger_depth			pg_trigger_depth	pg_trigger_depth()	integer
3166	pg_size_pretty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[1700]	\N	\N	\N	pg_size_pretty_numeric	numeric	numeric	pg_catalog.pg_size_pretty	pg_size_pretty(numeric)	text
3167	array_remove	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	5078	[5078, 5077]	\N	\N	\N	array_remove	anycompatiblearray, anycompatible	anycompatiblearray, anycompatible	array_remove	array_remove(anycompatiblearray,anycompatible)	anycompatiblearray
3168	array_replace	11	10	12	1	0	0	0	f	false	false	false	false	i	s	3	0	5078	[5078, 5077, 5077]	\N	\N	\N	array_replace	anycompatiblearray, anycompatible, anycompatible	anycompatiblearray, anycompatible, anycompatible	array_replace	array_replace(anycompatiblearray,anycompatible,anycompatible)	anycompatiblearray
3169	rangesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	rangesel	internal, oid, internal, integer	internal, oid, internal, integer	rangesel	rangesel(internal,oid,internal,integer)	double precision
3173	json_agg_transfn	11	10	12	1	0	0	0	f	false	false	false	false	s	s	2	0	2281	[2281, 2283]	\N	\N	\N	json_agg_transfn	internal, anyelement	internal, anyelement	json_agg_transfn	json_agg_transfn(internal,anyelement)	internal
3174	json_agg_finalfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	114	[2281]	\N	\N	\N	json_agg_finalfn	internal	internal	json_agg_finalfn	json_agg_finalfn(internal)	json
3175	json_agg	11	10	12	1	0	0	0	a	false	false	false	false	s	s	1	0	114	[2283]	\N	\N	\N	aggregate_dummy	anyelement	anyelement	json_agg	json_agg(anyelement)	json
3176	to_json	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	114	[2283]	\N	\N	\N	to_json	anyelement	anyelement	to_json	to_json(anyelement)	json
3178	numeric_sum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_sum	internal	internal	numeric_sum	numeric_sum(internal)	numeric
3179	cardinality	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[2277]	\N	\N	\N	array_cardinality	anyarray	anyarray	cardinality	cardinality(anyarray)	integer
3180	json_object_agg_transfn	11	10	12	1	0	0	0	f	false	false	false	false	s	s	3	0	2281	[2281, 2276, 2276]	\N	\N	\N	json_object_agg_transfn	internal, "any", "any"	internal, "any", "any"	json_object_agg_transfn	json_object_agg_transfn(internal,"any","any")	internal
3181	record_image_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_image_eq	record, record	record, record	record_image_eq	record_image_eq(record,record)	boolean
3182	record_image_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_image_ne	record, record	record, record	record_image_ne	record_image_ne(record,record)	boolean
3183	record_image_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_image_lt	record, record	record, record	record_image_lt	record_image_lt(record,record)	boolean
3184	record_image_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_image_gt	record, record	record, record	record_image_gt	record_image_gt(record,record)	boolean
3185	record_image_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_image_le	record, record	record, record	record_image_le	record_image_le(record,record)	boolean
3186	record_image_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2249, 2249]	\N	\N	\N	record_image_ge	record, record	record, record	record_image_ge	record_image_ge(record,record)	boolean
3187	btrecordimagecmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[2249, 2249]	\N	\N	\N	btrecordimagecmp	record, record	record, record	btrecordimagecmp	btrecordimagecmp(record,record)	integer
3196	json_object_agg_finalfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	114	[2281]	\N	\N	\N	json_object_agg_finalfn	internal	internal	json_object_agg_finalfn	json_object_agg_finalfn(internal)	json
3197	json_object_agg	11	10	12	1	0	0	0	a	false	false	false	false	s	s	2	0	114	[2276, 2276]	\N	\N	\N	aggregate_dummy	"any", "any"	"any", "any"	json_object_agg	json_object_agg("any","any")	json
3198	json_build_array	11	10	12	1	0	2276	0	f	false	false	false	false	s	s	1	0	114	[2276]	[2276]	[v]	\N	json_build_array	VARIADIC "any"	VARIADIC "any"	pg_catalog.json_build_array	json_build_array("any")	json
3199	json_build_array	11	10	12	1	0	0	0	f	false	false	false	false	s	s	0	0	114	[]	\N	\N	\N	json_build_array_noargs			pg_catalog.json_build_array	json_build_array()	json
3200	json_build_object	11	10	12	1	0	2276	0	f	false	false	false	false	s	s	1	0	114	[2276]	[2276]	[v]	\N	json_build_object	VARIADIC "any"	VARIADIC "any"	pg_catalog.json_build_object	json_build_object("any")	json
3201	json_build_object	11	10	12	1	0	0	0	f	false	false	false	false	s	s	0	0	114	[]	\N	\N	\N	json_build_object_noargs			pg_catalog.json_build_object	json_build_object()	json
3202	json_object	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	114	[1009]	\N	\N	\N	json_object	text[]	text[]	pg_catalog.json_object	json_object(text[])	json
3207	jsonb_array_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[3802]	\N	\N	\N	jsonb_array_length	jsonb	jsonb	jsonb_array_length	jsonb_array_length(jsonb)	integer
3208	jsonb_each	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	2249	[3802]	[3802, 25, 3802]	[i, o, o]	[from_json, key, value]	jsonb_each	from_json jsonb, OUT key text, OUT value jsonb	from_json jsonb, OUT key text, OUT value jsonb	jsonb_each	jsonb_each(jsonb)	SETOF record
3210	jsonb_typeof	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[3802]	\N	\N	\N	jsonb_typeof	jsonb	jsonb	jsonb_typeof	jsonb_typeof(jsonb)	text
3214	jsonb_object_field_text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[3802, 25]	\N	\N	[from_json, field_name]	jsonb_object_field_text	from_json jsonb, field_name text	from_json jsonb, field_name text	jsonb_object_field_text	jsonb_object_field_text(jsonb,text)	text
3215	jsonb_array_element	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3802	[3802, 23]	\N	\N	[from_json, element_index]	jsonb_array_element	from_json jsonb, element_index integer	from_json jsonb, element_index integer	jsonb_array_element	jsonb_array_element(jsonb,integer)	jsonb
3216	jsonb_array_element_text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[3802, 23]	\N	\N	[from_json, element_index]	jsonb_array_element_text	from_json jsonb, element_index integer	from_json jsonb, element_index integer	jsonb_array_element_text	jsonb_array_element_text(jsonb,integer)	text
3217	jsonb_extract_path	11	10	12	1	0	25	0	f	false	false	true	false	i	s	2	0	3802	[3802, 1009]	[3802, 1009]	[i, v]	[from_json, path_elems]	jsonb_extract_path	from_json jsonb, VARIADIC path_elems text[]	from_json jsonb, VARIADIC path_elems text[]	jsonb_extract_path	jsonb_extract_path(jsonb,text[])	jsonb
3218	width_bucket	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[5077, 5078]	\N	\N	\N	width_bucket_array	anycompatible, anycompatiblearray	anycompatible, anycompatiblearray	pg_catalog.width_bucket	width_bucket(anycompatible,anycompatiblearray)	integer
3219	jsonb_array_elements	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	3802	[3802]	[3802, 3802]	[i, o]	[from_json, value]	jsonb_array_elements	from_json jsonb, OUT value jsonb	from_json jsonb, OUT value jsonb	jsonb_array_elements	jsonb_array_elements(jsonb)	SETOF jsonb
3229	pg_lsn_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3220	[2275]	\N	\N	\N	pg_lsn_in	cstring	cstring	pg_lsn_in	pg_lsn_in(cstring)	pg_lsn
3230	pg_lsn_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3220]	\N	\N	\N	pg_lsn_out	pg_lsn	pg_lsn	pg_lsn_out	pg_lsn_out(pg_lsn)	cstring
3231	pg_lsn_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[3220, 3220]	\N	\N	\N	pg_lsn_lt	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_lt	pg_lsn_lt(pg_lsn,pg_lsn)	boolean
3232	pg_lsn_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[3220, 3220]	\N	\N	\N	pg_lsn_le	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_le	pg_lsn_le(pg_lsn,pg_lsn)	boolean
3233	pg_lsn_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[3220, 3220]	\N	\N	\N	pg_lsn_eq	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_eq	pg_lsn_eq(pg_lsn,pg_lsn)	boolean
3234	pg_lsn_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[3220, 3220]	\N	\N	\N	pg_lsn_ge	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_ge	pg_lsn_ge(pg_lsn,pg_lsn)	boolean
3235	pg_lsn_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[3220, 3220]	\N	\N	\N	pg_lsn_gt	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_gt	pg_lsn_gt(pg_lsn,pg_lsn)	boolean
3236	pg_lsn_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[3220, 3220]	\N	\N	\N	pg_lsn_ne	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_ne	pg_lsn_ne(pg_lsn,pg_lsn)	boolean
3237	pg_lsn_mi	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[3220, 3220]	\N	\N	\N	pg_lsn_mi	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_mi	pg_lsn_mi(pg_lsn,pg_lsn)	numeric
3238	pg_lsn_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3220	[2281]	\N	\N	\N	pg_lsn_recv	internal	internal	pg_lsn_recv	pg_lsn_recv(internal)	pg_lsn
3239	pg_lsn_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[3220]	\N	\N	\N	pg_lsn_send	pg_lsn	pg_lsn	pg_lsn_send	pg_lsn_send(pg_lsn)	bytea
3251	pg_lsn_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[3220, 3220]	\N	\N	\N	pg_lsn_cmp	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_cmp	pg_lsn_cmp(pg_lsn,pg_lsn)	integer
3252	pg_lsn_hash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[3220]	\N	\N	\N	pg_lsn_hash	pg_lsn	pg_lsn	pg_lsn_hash	pg_lsn_hash(pg_lsn)	integer
3255	bttextsortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	bttextsortsupport	internal	internal	bttextsortsupport	bttextsortsupport(internal)	void
3259	generate_series	11	10	12	1	1000	0	0	f	false	false	true	true	i	s	3	0	1700	[1700, 1700, 1700]	\N	\N	\N	generate_series_step_numeric	numeric, numeric, numeric	numeric, numeric, numeric	pg_catalog.generate_series	generate_series(numeric,numeric,numeric)	SETOF numeric
3260	generate_series	11	10	12	1	1000	0	0	f	false	false	true	true	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	generate_series_numeric	numeric, numeric	numeric, numeric	pg_catalog.generate_series	generate_series(numeric,numeric)	SETOF numeric
3261	json_strip_nulls	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	114	[114]	\N	\N	\N	json_strip_nulls	json	json	json_strip_nulls	json_strip_nulls(json)	json
3262	jsonb_strip_nulls	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3802	[3802]	\N	\N	\N	jsonb_strip_nulls	jsonb	jsonb	jsonb_strip_nulls	jsonb_strip_nulls(jsonb)	jsonb
3263	jsonb_object	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3802	[1009]	\N	\N	\N	jsonb_object	text[]	text[]	pg_catalog.jsonb_object	jsonb_object(text[])	jsonb
3264	jsonb_object	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3802	[1009, 1009]	\N	\N	\N	jsonb_object_two_arg	text[], text[]	text[], text[]	pg_catalog.jsonb_object	jsonb_object(text[],text[])	jsonb
3265	jsonb_agg_transfn	11	10	12	1	0	0	0	f	false	false	false	false	s	s	2	0	2281	[2281, 2283]	\N	\N	\N	jsonb_agg_transfn	internal, anyelement	internal, anyelement	jsonb_agg_transfn	jsonb_agg_transfn(internal,anyelement)	internal
3266	jsonb_agg_finalfn	11	10	12	1	0	0	0	f	false	false	false	false	s	s	1	0	3802	[2281]	\N	\N	\N	jsonb_agg_finalfn	internal	internal	jsonb_agg_finalfn	jsonb_agg_finalfn(internal)	jsonb
3267	jsonb_agg	11	10	12	1	0	0	0	a	false	false	false	false	s	s	1	0	3802	[2283]	\N	\N	\N	aggregate_dummy	anyelement	anyelement	jsonb_agg	jsonb_agg(anyelement)	jsonb
3268	jsonb_object_agg_transfn	11	10	12	1	0	0	0	f	false	false	false	false	s	s	3	0	2281	[2281, 2276, 2276]	\N	\N	\N	jsonb_object_agg_transfn	internal, "any", "any"	internal, "any", "any"	jsonb_object_agg_transfn	jsonb_object_agg_transfn(internal,"any","any")	internal
3269	jsonb_object_agg_finalfn	11	10	12	1	0	0	0	f	false	false	false	false	s	s	1	0	3802	[2281]	\N	\N	\N	jsonb_object_agg_finalfn	internal	internal	jsonb_object_agg_finalfn	jsonb_object_agg_finalfn(internal)	jsonb
3270	jsonb_object_agg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	3802	[2276, 2276]	\N	\N	\N	aggregate_dummy	"any", "any"	"any", "any"	jsonb_object_agg	jsonb_object_agg("any","any")	jsonb
3271	jsonb_build_array	11	10	12	1	0	2276	0	f	false	false	false	false	s	s	1	0	3802	[2276]	[2276]	[v]	\N	jsonb_build_array	VARIADIC "any"	VARIADIC "any"	pg_catalog.jsonb_build_array	jsonb_build_array("any")	jsonb
3272	jsonb_build_array	11	10	12	1	0	0	0	f	false	false	false	false	s	s	0	0	3802	[]	\N	\N	\N	jsonb_build_array_noargs			pg_catalog.jsonb_build_array	jsonb_build_array()	jsonb
3273	jsonb_build_object	11	10	12	1	0	2276	0	f	false	false	false	false	s	s	1	0	3802	[2276]	[2276]	[v]	\N	jsonb_build_object	VARIADIC "any"	VARIADIC "any"	pg_catalog.jsonb_build_object	jsonb_build_object("any")	jsonb
3274	jsonb_build_object	11	10	12	1	0	0	0	f	false	false	false	false	s	s	0	0	3802	[]	\N	\N	\N	jsonb_build_object_noargs			pg_catalog.jsonb_build_object	jsonb_build_object()	jsonb
3275	dist_ppoly	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[600, 604]	\N	\N	\N	dist_ppoly	point, polygon	point, polygon	dist_ppoly	dist_ppoly(point,polygon)	double precision
3277	array_position	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	23	[5078, 5077]	\N	\N	\N	array_position	anycompatiblearray, anycompatible	anycompatiblearray, anycompatible	pg_catalog.array_position	array_position(anycompatiblearray,anycompatible)	integer
3278	array_position	11	10	12	1	0	0	0	f	false	false	false	false	i	s	3	0	23	[5078, 5077, 23]	\N	\N	\N	array_position_start	anycompatiblearray, anycompatible, integer	anycompatiblearray, anycompatible, integer	pg_catalog.array_position	array_position(anycompatiblearray,anycompatible,integer)	integer
3279	array_positions	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	1007	[5078, 5077]	\N	\N	\N	array_positions	anycompatiblearray, anycompatible	anycompatiblearray, anycompatible	array_positions	array_positions(anycompatiblearray,anycompatible)	integer[]
3280	gist_circle_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	701	[2281, 718, 21, 26, 2281]	\N	\N	\N	gist_circle_distance	internal, circle, smallint, oid, internal	internal, circle, smallint, oid, internal	gist_circle_distance	gist_circle_distance(internal,circle,smallint,oid,internal)	double precision
3281	scale	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1700]	\N	\N	\N	numeric_scale	numeric	numeric	scale	scale(numeric)	integer
3282	gist_point_fetch	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	gist_point_fetch	internal	internal	gist_point_fetch	gist_point_fetch(internal)	internal
3283	numeric_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	numeric_sortsupport	internal	internal	numeric_sortsupport	numeric_sortsupport(internal)	void
3288	gist_poly_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	701	[2281, 604, 21, 26, 2281]	\N	\N	\N	gist_poly_distance	internal, polygon, smallint, oid, internal	internal, polygon, smallint, oid, internal	gist_poly_distance	gist_poly_distance(internal,polygon,smallint,oid,internal)	double precision
3290	dist_cpoint	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[718, 600]	\N	\N	\N	dist_cpoint	circle, point	circle, point	dist_cpoint	dist_cpoint(circle,point)	double precision
3292	dist_polyp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[604, 600]	\N	\N	\N	dist_polyp	polygon, point	polygon, point	dist_polyp	dist_polyp(polygon,point)	double precision
3294	current_setting	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	25	[25, 16]	\N	\N	\N	show_config_by_name_missing_ok	text, boolean	text, boolean	pg_catalog.current_setting	current_setting(text,boolean)	text
3298	row_security_active	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	row_security_active	oid	oid	pg_catalog.row_security_active	row_security_active(oid)	boolean
3299	row_security_active	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	16	[25]	\N	\N	\N	row_security_active_name	text	text	pg_catalog.row_security_active	row_security_active(text)	boolean
3300	uuid_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	uuid_sortsupport	internal	internal	uuid_sortsupport	uuid_sortsupport(internal)	void
3301	jsonb_concat	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3802	[3802, 3802]	\N	\N	\N	jsonb_concat	jsonb, jsonb	jsonb, jsonb	jsonb_concat	jsonb_concat(jsonb,jsonb)	jsonb
3302	jsonb_delete	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3802	[3802, 25]	\N	\N	\N	jsonb_delete	jsonb, text	jsonb, text	pg_catalog.jsonb_delete	jsonb_delete(jsonb,text)	jsonb
3303	jsonb_delete	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3802	[3802, 23]	\N	\N	\N	jsonb_delete_idx	jsonb, integer	jsonb, integer	pg_catalog.jsonb_delete	jsonb_delete(jsonb,integer)	jsonb
3304	jsonb_delete_path	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3802	[3802, 1009]	\N	\N	\N	jsonb_delete_path	jsonb, text[]	jsonb, text[]	jsonb_delete_path	jsonb_delete_path(jsonb,text[])	jsonb
3305	jsonb_set	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	1	3802	[3802, 1009, 3802, 16]	\N	\N	[jsonb_in, path, replacement, create_if_missing]	jsonb_set	jsonb_in jsonb, path text[], replacement jsonb, create_if_missing boolean DEFAULT true	jsonb_in jsonb, path text[], replacement jsonb, create_if_missing boolean	jsonb_set	jsonb_set(jsonb,text[],jsonb,boolean)	jsonb
3306	jsonb_pretty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[3802]	\N	\N	\N	jsonb_pretty	jsonb	jsonb	jsonb_pretty	jsonb_pretty(jsonb)	text
3308	xidneq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[28, 28]	\N	\N	\N	xidneq	xid, xid	xid, xid	xidneq	xidneq(xid,xid)	boolean
3309	xidneqint4	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[28, 23]	\N	\N	\N	xidneq	xid, integer	xid, integer	xidneqint4	xidneqint4(xid,integer)	boolean
3311	tsm_handler_in	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	3310	[2275]	\N	\N	\N	tsm_handler_in	cstring	cstring	tsm_handler_in	tsm_handler_in(cstring)	tsm_handler
3312	tsm_handler_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3310]	\N	\N	\N	tsm_handler_out	tsm_handler	tsm_handler	tsm_handler_out	tsm_handler_out(tsm_handler)	cstring
3324	int4_avg_combine	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1016	[1016, 1016]	\N	\N	\N	int4_avg_combine	bigint[], bigint[]	bigint[], bigint[]	int4_avg_combine	int4_avg_combine(bigint[],bigint[])	bigint[]
3325	interval_combine	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1187	[1187, 1187]	\N	\N	\N	interval_combine	interval[], interval[]	interval[], interval[]	interval_combine	interval_combine(interval[],interval[])	interval[]
3328	bpchar_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	bpchar_sortsupport	internal	internal	bpchar_sortsupport	bpchar_sortsupport(internal)	void
3331	bytea_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	bytea_sortsupport	internal	internal	bytea_sortsupport	bytea_sortsupport(internal)	void
3332	bttext_pattern_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	bttext_pattern_sortsupport	internal	internal	bttext_pattern_sortsupport	bttext_pattern_sortsupport(internal)	void
3333	btbpchar_pattern_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	btbpchar_pattern_sortsupport	internal	internal	btbpchar_pattern_sortsupport	btbpchar_pattern_sortsupport(internal)	void
3334	pg_size_bytes	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[25]	\N	\N	\N	pg_size_bytes	text	text	pg_size_bytes	pg_size_bytes(text)	bigint
3335	numeric_serialize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2281]	\N	\N	\N	numeric_serialize	internal	internal	numeric_serialize	numeric_serialize(internal)	bytea
3336	numeric_deserialize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[17, 2281]	\N	\N	\N	numeric_deserialize	bytea, internal	bytea, internal	numeric_deserialize	numeric_deserialize(bytea,internal)	internal
3337	numeric_avg_combine	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	numeric_avg_combine	internal, internal	internal, internal	numeric_avg_combine	numeric_avg_combine(internal,internal)	internal
3338	numeric_poly_combine	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	numeric_poly_combine	internal, internal	internal, internal	numeric_poly_combine	numeric_poly_combine(internal,internal)	internal
3339	numeric_poly_serialize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[2281]	\N	\N	\N	numeric_poly_serialize	internal	internal	numeric_poly_serialize	numeric_poly_serialize(internal)	bytea
3340	numeric_poly_deserialize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[17, 2281]	\N	\N	\N	numeric_poly_deserialize	bytea, internal	bytea, internal	numeric_poly_deserialize	numeric_poly_deserialize(bytea,internal)	internal
3341	numeric_combine	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	numeric_combine	internal, internal	internal, internal	numeric_combine	numeric_combine(internal,internal)	internal
3342	float8_regr_combine	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1022	[1022, 1022]	\N	\N	\N	float8_regr_combine	double precision[], double precision[]	double precision[], double precision[]	float8_regr_combine	float8_regr_combine(double precision[],double precision[])	double precision[]
3343	jsonb_delete	11	10	12	1	0	25	0	f	false	false	true	false	i	s	2	0	3802	[3802, 1009]	[3802, 1009]	[i, v]	[from_json, path_elems]	jsonb_delete_array	from_json jsonb, VARIADIC path_elems text[]	from_json jsonb, VARIADIC path_elems text[]	pg_catalog.jsonb_delete	jsonb_delete(jsonb,text[])	jsonb
3344	cash_mul_int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 20]	\N	\N	\N	cash_mul_int8	money, bigint	money, bigint	cash_mul_int8	cash_mul_int8(money,bigint)	money
3345	cash_div_int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[790, 20]	\N	\N	\N	cash_div_int8	money, bigint	money, bigint	cash_div_int8	cash_div_int8(money,bigint)	money
3352	pg_get_partkeydef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_partkeydef	oid	oid	pg_get_partkeydef	pg_get_partkeydef(oid)	text
3355	pg_ndistinct_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3361	[2275]	\N	\N	\N	pg_ndistinct_in	cstring	cstring	pg_ndistinct_in	pg_ndistinct_in(cstring)	pg_ndistinct
3356	pg_ndistinct_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3361]	\N	\N	\N	pg_ndistinct_out	pg_ndistinct	pg_ndistinct	pg_ndistinct_out	pg_ndistinct_out(pg_ndistinct)	cstring
3357	pg_ndistinct_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	3361	[2281]	\N	\N	\N	pg_ndistinct_recv	internal	internal	pg_ndistinct_recv	pg_ndistinct_recv(internal)	pg_ndistinct
3358	pg_ndistinct_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[3361]	\N	\N	\N	pg_ndistinct_send	pg_ndistinct	pg_ndistinct	pg_ndistinct_send	pg_ndistinct_send(pg_ndistinct)	bytea
3359	macaddr_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	macaddr_sortsupport	internal	internal	macaddr_sortsupport	macaddr_sortsupport(internal)	void
3383	brin_minmax_opcinfo	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	brin_minmax_opcinfo	internal	internal	brin_minmax_opcinfo	brin_minmax_opcinfo(internal)	internal
3384	brin_minmax_add_value	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	16	[2281, 2281, 2281, 2281]	\N	\N	\N	brin_minmax_add_value	internal, internal, internal, internal	internal, internal, internal, internal	brin_minmax_add_value	brin_minmax_add_value(internal,internal,internal,internal)	boolean
3385	brin_minmax_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	16	[2281, 2281, 2281]	\N	\N	\N	brin_minmax_consistent	internal, internal, internal	internal, internal, internal	brin_minmax_consistent	brin_minmax_consistent(internal,internal,internal)	boolean
3386	brin_minmax_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	16	[2281, 2281, 2281]	\N	\N	\N	brin_minmax_union	internal, internal, internal	internal, internal, internal	brin_minmax_union	brin_minmax_union(internal,internal,internal)	boolean
3387	int8_avg_accum_inv	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 20]	\N	\N	\N	int8_avg_accum_inv	internal, bigint	internal, bigint	int8_avg_accum_inv	int8_avg_accum_inv(internal,bigint)	internal
3388	numeric_poly_sum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_poly_sum	internal	internal	numeric_poly_sum	numeric_poly_sum(internal)	numeric
3389	numeric_poly_avg	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_poly_avg	internal	internal	numeric_poly_avg	numeric_poly_avg(internal)	numeric
3390	numeric_poly_var_pop	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_poly_var_pop	internal	internal	numeric_poly_var_pop	numeric_poly_var_pop(internal)	numeric
3391	numeric_poly_var_samp	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_poly_var_samp	internal	internal	numeric_poly_var_samp	numeric_poly_var_samp(internal)	numeric
3392	numeric_poly_stddev_pop	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_poly_stddev_pop	internal	internal	numeric_poly_stddev_pop	numeric_poly_stddev_pop(internal)	numeric
3393	numeric_poly_stddev_samp	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	1700	[2281]	\N	\N	\N	numeric_poly_stddev_samp	internal	internal	numeric_poly_stddev_samp	numeric_poly_stddev_samp(internal)	numeric
3396	regexp_match	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1009	[25, 25]	\N	\N	\N	regexp_match_no_flags	text, text	text, text	pg_catalog.regexp_match	regexp_match(text,text)	text[]
3397	regexp_match	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1009	[25, 25, 25]	\N	\N	\N	regexp_match	text, text, text	text, text, text	pg_catalog.regexp_match	regexp_match(text,text,text)	text[]
3399	int8_mul_cash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	790	[20, 790]	\N	\N	\N	int8_mul_cash	bigint, money	bigint, money	int8_mul_cash	int8_mul_cash(bigint,money)	money
3403	pg_statistics_obj_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_statistics_obj_is_visible	oid	oid	pg_statistics_obj_is_visible	pg_statistics_obj_is_visible(oid)	boolean
3404	pg_dependencies_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3402	[2275]	\N	\N	\N	pg_dependencies_in	cstring	cstring	pg_dependencies_in	pg_dependencies_in(cstring)	pg_dependencies
3405	pg_dependencies_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3402]	\N	\N	\N	pg_dependencies_out	pg_dependencies	pg_dependencies	pg_dependencies_out	pg_dependencies_out(pg_dependencies)	cstring
3406	pg_dependencies_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	3402	[2281]	\N	\N	\N	pg_dependencies_recv	internal	internal	pg_dependencies_recv	pg_dependencies_recv(internal)	pg_dependencies
3407	pg_dependencies_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[3402]	\N	\N	\N	pg_dependencies_send	pg_dependencies	pg_dependencies	pg_dependencies_send	pg_dependencies_send(pg_dependencies)	bytea
3409	time_hash_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[1083, 20]	\N	\N	\N	time_hash_extended	time without time zone, bigint	time without time zone, bigint	time_hash_extended	time_hash_extended(time without time zone,bigint)	bigint
3410	timetz_hash_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[1266, 20]	\N	\N	\N	timetz_hash_extended	time with time zone, bigint	time with time zone, bigint	timetz_hash_extended	timetz_hash_extended(time with time zone,bigint)	bigint
3411	timestamp_hash_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[1114, 20]	\N	\N	\N	timestamp_hash_extended	timestamp without time zone, bigint	timestamp without time zone, bigint	timestamp_hash_extended	timestamp_hash_extended(timestamp without time zone,bigint)	bigint
3412	uuid_hash_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[2950, 20]	\N	\N	\N	uuid_hash_extended	uuid, bigint	uuid, bigint	uuid_hash_extended	uuid_hash_extended(uuid,bigint)	bigint
3413	pg_lsn_hash_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[3220, 20]	\N	\N	\N	pg_lsn_hash_extended	pg_lsn, bigint	pg_lsn, bigint	pg_lsn_hash_extended	pg_lsn_hash_extended(pg_lsn,bigint)	bigint
3414	hashenumextended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[3500, 20]	\N	\N	\N	hashenumextended	anyenum, bigint	anyenum, bigint	hashenumextended	hashenumextended(anyenum,bigint)	bigint
3415	pg_get_statisticsobjdef	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_statisticsobjdef	oid	oid	pg_get_statisticsobjdef	pg_get_statisticsobjdef(oid)	text
3416	jsonb_hash_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[3802, 20]	\N	\N	\N	jsonb_hash_extended	jsonb, bigint	jsonb, bigint	jsonb_hash_extended	jsonb_hash_extended(jsonb,bigint)	bigint
3417	hash_range_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[3831, 20]	\N	\N	\N	hash_range_extended	anyrange, bigint	anyrange, bigint	hash_range_extended	hash_range_extended(anyrange,bigint)	bigint
3418	interval_hash_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[1186, 20]	\N	\N	\N	interval_hash_extended	interval, bigint	interval, bigint	interval_hash_extended	interval_hash_extended(interval,bigint)	bigint
3419	sha224	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	17	[17]	\N	\N	\N	sha224_bytea	bytea	bytea	sha224	sha224(bytea)	bytea
3420	sha256	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	17	[17]	\N	\N	\N	sha256_bytea	bytea	bytea	sha256	sha256(bytea)	bytea
3421	sha384	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	17	[17]	\N	\N	\N	sha384_bytea	bytea	bytea	sha384	sha384(bytea)	bytea
3422	sha512	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	17	[17]	\N	\N	\N	sha512_bytea	bytea	bytea	sha512	sha512(bytea)	bytea
3425	pg_partition_ancestors	11	10	12	1	10	0	0	f	false	false	true	true	v	s	1	0	2205	[2205]	[2205, 2205]	[i, o]	[partitionid, relid]	pg_partition_ancestors	partitionid regclass, OUT relid regclass	partitionid regclass, OUT relid regclass	pg_partition_ancestors	pg_partition_ancestors(regclass)	SETOF regclass
3432	gen_random_uuid	11	10	12	1	0	0	0	f	false	true	true	false	v	s	0	0	2950	[]	\N	\N	\N	gen_random_uuid			gen_random_uuid	gen_random_uuid()	uuid
3434	gtsvector_options	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	2278	[2281]	\N	\N	\N	gtsvector_options	internal	internal	gtsvector_options	gtsvector_options(internal)	void
3435	gist_point_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	gist_point_sortsupport	internal	internal	gist_point_sortsupport	gist_point_sortsupport(internal)	void
3437	prefixsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	prefixsel	internal, oid, internal, integer	internal, oid, internal, integer	prefixsel	prefixsel(internal,oid,internal,integer)	double precision
3438	prefixjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	prefixjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	prefixjoinsel	prefixjoinsel(internal,oid,internal,smallint,internal)	double precision
3446	macaddr8_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	774	[2281]	\N	\N	\N	macaddr8_recv	internal	internal	macaddr8_recv	macaddr8_recv(internal)	macaddr8
3447	macaddr8_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[774]	\N	\N	\N	macaddr8_send	macaddr8	macaddr8	macaddr8_send	macaddr8_send(macaddr8)	bytea
3449	numeric	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[3802]	\N	\N	\N	jsonb_numeric	jsonb	jsonb	pg_catalog."numeric"	"numeric"(jsonb)	numeric
3450	int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	21	[3802]	\N	\N	\N	jsonb_int2	jsonb	jsonb	pg_catalog.int2	int2(jsonb)	smallint
3451	int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[3802]	\N	\N	\N	jsonb_int4	jsonb	jsonb	pg_catalog.int4	int4(jsonb)	integer
3452	int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[3802]	\N	\N	\N	jsonb_int8	jsonb	jsonb	pg_catalog.int8	int8(jsonb)	bigint
3453	float4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	700	[3802]	\N	\N	\N	jsonb_float4	jsonb	jsonb	pg_catalog.float4	float4(jsonb)	real
3461	make_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	6	0	1114	[23, 23, 23, 23, 23, 701]	\N	\N	[year, month, mday, hour, min, sec]	make_timestamp	year integer, month integer, mday integer, hour integer, min integer, sec double precision	year integer, month integer, mday integer, hour integer, min integer, sec double precision	make_timestamp	make_timestamp(integer,integer,integer,integer,integer,double precision)	timestamp without time zone
3462	make_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	6	0	1184	[23, 23, 23, 23, 23, 701]	\N	\N	[year, month, mday, hour, min, sec]	make_timestamptz	year integer, month integer, mday integer, hour integer, min integer, sec double precision	year integer, month integer, mday integer, hour integer, min integer, sec double precision	pg_catalog.make_timestamptz	make_timestamptz(integer,integer,integer,integer,integer,double precision)	timestamp with time zone
3463	make_timestamptz	11	10	12	1	0	0	0	f	false	false	true	false	s	s	7	0	1184	[23, 23, 23, 23, 23, 701, 25]	\N	\N	[year, month, mday, hour, min, sec, timezone]	make_timestamptz_at_timezone	year integer, month integer, mday integer, hour integer, min integer, sec double precision, timezone text	year integer, month integer, mday integer, hour integer, min integer, sec double precision, timezone text	pg_catalog.make_timestamptz	make_timestamptz(integer,integer,integer,integer,integer,double precision,text)	timestamp with time zone
3464	make_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	7	1186	[23, 23, 23, 23, 23, 23, 701]	\N	\N	[years, months, weeks, days, hours, mins, secs]	make_interval	years integer DEFAULT 0, months integer DEFAULT 0, weeks integer DEFAULT 0, days integer DEFAULT 0, hours integer DEFAULT 0, mins integer DEFAULT 0, secs double precision DEFAULT 0.0	years integer, months integer, weeks integer, days integer, hours integer, mins integer, secs double precision	make_interval	make_interval(integer,integer,integer,integer,integer,integer,double precision)	interval
3465	jsonb_array_elements_text	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	25	[3802]	[3802, 25]	[i, o]	[from_json, value]	jsonb_array_elements_text	from_json jsonb, OUT value text	from_json jsonb, OUT value text	jsonb_array_elements_text	jsonb_array_elements_text(jsonb)	SETOF text
3469	spg_range_quad_config	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_range_quad_config	internal, internal	internal, internal	spg_range_quad_config	spg_range_quad_config(internal,internal)	void
3470	spg_range_quad_choose	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_range_quad_choose	internal, internal	internal, internal	spg_range_quad_choose	spg_range_quad_choose(internal,internal)	void
3471	spg_range_quad_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_range_quad_picksplit	internal, internal	internal, internal	spg_range_quad_picksplit	spg_range_quad_picksplit(internal,internal)	void
3472	spg_range_quad_inner_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_range_quad_inner_consistent	internal, internal	internal, internal	spg_range_quad_inner_consistent	spg_range_quad_inner_consistent(internal,internal)	void
3473	spg_range_quad_leaf_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2281, 2281]	\N	\N	\N	spg_range_quad_leaf_consistent	internal, internal	internal, internal	spg_range_quad_leaf_consistent	spg_range_quad_leaf_consistent(internal,internal)	boolean
3476	to_regoperator	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2204	[25]	\N	\N	\N	to_regoperator	text	text	to_regoperator	to_regoperator(text)	regoperator
3478	jsonb_object_field	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3802	[3802, 25]	\N	\N	[from_json, field_name]	jsonb_object_field	from_json jsonb, field_name text	from_json jsonb, field_name text	jsonb_object_field	jsonb_object_field(jsonb,text)	jsonb
3479	to_regprocedure	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2202	[25]	\N	\N	\N	to_regprocedure	text	text	to_regprocedure	to_regprocedure(text)	regprocedure
3480	gin_compare_jsonb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[25, 25]	\N	\N	\N	gin_compare_jsonb	text, text	text, text	gin_compare_jsonb	gin_compare_jsonb(text,text)	integer
3482	gin_extract_jsonb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[3802, 2281, 2281]	\N	\N	\N	gin_extract_jsonb	jsonb, internal, internal	jsonb, internal, internal	gin_extract_jsonb	gin_extract_jsonb(jsonb,internal,internal)	internal
3483	gin_extract_jsonb_query	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	2281	[3802, 2281, 21, 2281, 2281, 2281, 2281]	\N	\N	\N	gin_extract_jsonb_query	jsonb, internal, smallint, internal, internal, internal, internal	jsonb, internal, smallint, internal, internal, internal, internal	gin_extract_jsonb_query	gin_extract_jsonb_query(jsonb,internal,smallint,internal,internal,internal,internal)	internal
3484	gin_consistent_jsonb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	8	0	16	[2281, 21, 3802, 23, 2281, 2281, 2281, 2281]	\N	\N	\N	gin_consistent_jsonb	internal, smallint, jsonb, integer, internal, internal, internal, internal	internal, smallint, jsonb, integer, internal, internal, internal, internal	gin_consistent_jsonb	gin_consistent_jsonb(internal,smallint,jsonb,integer,internal,internal,internal,internal)	boolean
3485	gin_extract_jsonb_path	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[3802, 2281, 2281]	\N	\N	\N	gin_extract_jsonb_path	jsonb, internal, internal	jsonb, internal, internal	gin_extract_jsonb_path	gin_extract_jsonb_path(jsonb,internal,internal)	internal
3486	gin_extract_jsonb_query_path	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	2281	[3802, 2281, 21, 2281, 2281, 2281, 2281]	\N	\N	\N	gin_extract_jsonb_query_path	jsonb, internal, smallint, internal, internal, internal, internal	jsonb, internal, smallint, internal, internal, internal, internal	gin_extract_jsonb_query_path	gin_extract_jsonb_query_path(jsonb,internal,smallint,internal,internal,internal,internal)	internal
3487	gin_consistent_jsonb_path	11	10	12	1	0	0	0	f	false	false	true	false	i	s	8	0	16	[2281, 21, 3802, 23, 2281, 2281, 2281, 2281]	\N	\N	\N	gin_consistent_jsonb_path	internal, smallint, jsonb, integer, internal, internal, internal, internal	internal, smallint, jsonb, integer, internal, internal, internal, internal	gin_consistent_jsonb_path	gin_consistent_jsonb_path(internal,smallint,jsonb,integer,internal,internal,internal,internal)	boolean
3488	gin_triconsistent_jsonb	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	18	[2281, 21, 3802, 23, 2281, 2281, 2281]	\N	\N	\N	gin_triconsistent_jsonb	internal, smallint, jsonb, integer, internal, internal, internal	internal, smallint, jsonb, integer, internal, internal, internal	gin_triconsistent_jsonb	gin_triconsistent_jsonb(internal,smallint,jsonb,integer,internal,internal,internal)	"char"
3489	gin_triconsistent_jsonb_path	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	18	[2281, 21, 3802, 23, 2281, 2281, 2281]	\N	\N	\N	gin_triconsistent_jsonb_path	internal, smallint, jsonb, integer, internal, internal, internal	internal, smallint, jsonb, integer, internal, internal, internal	gin_triconsistent_jsonb_path	gin_triconsistent_jsonb_path(internal,smallint,jsonb,integer,internal,internal,internal)	"char"
3492	to_regoper	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2203	[25]	\N	\N	\N	to_regoper	text	text	to_regoper	to_regoper(text)	regoper
3493	to_regtype	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2206	[25]	\N	\N	\N	to_regtype	text	text	to_regtype	to_regtype(text)	regtype
3494	to_regproc	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	24	[25]	\N	\N	\N	to_regproc	text	text	to_regproc	to_regproc(text)	regproc
3495	to_regclass	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2205	[25]	\N	\N	\N	to_regclass	text	text	to_regclass	to_regclass(text)	regclass
3496	bool_accum	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 16]	\N	\N	\N	bool_accum	internal, boolean	internal, boolean	bool_accum	bool_accum(internal,boolean)	internal
3497	bool_accum_inv	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 16]	\N	\N	\N	bool_accum_inv	internal, boolean	internal, boolean	bool_accum_inv	bool_accum_inv(internal,boolean)	internal
3498	bool_alltrue	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[2281]	\N	\N	\N	bool_alltrue	internal	internal	bool_alltrue	bool_alltrue(internal)	boolean
3499	bool_anytrue	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[2281]	\N	\N	\N	bool_anytrue	internal	internal	bool_anytrue	bool_anytrue(internal)	boolean
3504	anyenum_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3500	[2275]	\N	\N	\N	anyenum_in	cstring	cstring	anyenum_in	anyenum_in(cstring)	anyenum
3505	anyenum_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[3500]	\N	\N	\N	anyenum_out	anyenum	anyenum	anyenum_out	anyenum_out(anyenum)	cstring
3506	enum_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	3500	[2275, 26]	\N	\N	\N	enum_in	cstring, oid	cstring, oid	enum_in	enum_in(cstring,oid)	anyenum
3507	enum_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[3500]	\N	\N	\N	enum_out	anyenum	anyenum	enum_out	enum_out(anyenum)	cstring
3508	enum_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3500, 3500]	\N	\N	\N	enum_eq	anyenum, anyenum	anyenum, anyenum	enum_eq	enum_eq(anyenum,anyenum)	boolean
3509	enum_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3500, 3500]	\N	\N	\N	enum_ne	anyenum, anyenum	anyenum, anyenum	enum_ne	enum_ne(anyenum,anyenum)	boolean
3510	enum_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3500, 3500]	\N	\N	\N	enum_lt	anyenum, anyenum	anyenum, anyenum	enum_lt	enum_lt(anyenum,anyenum)	boolean
3511	enum_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3500, 3500]	\N	\N	\N	enum_gt	anyenum, anyenum	anyenum, anyenum	enum_gt	enum_gt(anyenum,anyenum)	boolean
3512	enum_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3500, 3500]	\N	\N	\N	enum_le	anyenum, anyenum	anyenum, anyenum	enum_le	enum_le(anyenum,anyenum)	boolean
3513	enum_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3500, 3500]	\N	\N	\N	enum_ge	anyenum, anyenum	anyenum, anyenum	enum_ge	enum_ge(anyenum,anyenum)	boolean
3514	enum_cmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[3500, 3500]	\N	\N	\N	enum_cmp	anyenum, anyenum	anyenum, anyenum	enum_cmp	enum_cmp(anyenum,anyenum)	integer
3515	hashenum	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[3500]	\N	\N	\N	hashenum	anyenum	anyenum	hashenum	hashenum(anyenum)	integer
3532	enum_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	3500	[2281, 26]	\N	\N	\N	enum_recv	internal, oid	internal, oid	enum_recv	enum_recv(internal,oid)	anyenum
3533	enum_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[3500]	\N	\N	\N	enum_send	anyenum	anyenum	enum_send	enum_send(anyenum)	bytea
3535	string_agg_transfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	3	0	2281	[2281, 25, 25]	\N	\N	\N	string_agg_transfn	internal, text, text	internal, text, text	string_agg_transfn	string_agg_transfn(internal,text,text)	internal
3536	string_agg_finalfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	25	[2281]	\N	\N	\N	string_agg_finalfn	internal	internal	string_agg_finalfn	string_agg_finalfn(internal)	text
3538	string_agg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	25	[25, 25]	\N	\N	\N	aggregate_dummy	text, text	text, text	pg_catalog.string_agg	string_agg(text,text)	text
3539	format	11	10	12	1	0	2276	0	f	false	false	false	false	s	s	2	0	25	[25, 2276]	[25, 2276]	[i, v]	\N	text_format	text, VARIADIC "any"	text, VARIADIC "any"	pg_catalog.format	format(text,"any")	text
3540	format	11	10	12	1	0	0	0	f	false	false	false	false	s	s	1	0	25	[25]	\N	\N	\N	text_format_nv	text	text	pg_catalog.format	format(text)	text
3543	bytea_string_agg_transfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	3	0	2281	[2281, 17, 17]	\N	\N	\N	bytea_string_agg_transfn	internal, bytea, bytea	internal, bytea, bytea	bytea_string_agg_transfn	bytea_string_agg_transfn(internal,bytea,bytea)	internal
3544	bytea_string_agg_finalfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	17	[2281]	\N	\N	\N	bytea_string_agg_finalfn	internal	internal	bytea_string_agg_finalfn	bytea_string_agg_finalfn(internal)	bytea
3545	string_agg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	17	[17, 17]	\N	\N	\N	aggregate_dummy	bytea, bytea	bytea, bytea	pg_catalog.string_agg	string_agg(bytea,bytea)	bytea
3546	int8dec	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[20]	\N	\N	\N	int8dec	bigint	bigint	int8dec	int8dec(bigint)	bigint
3547	int8dec_any	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 2276]	\N	\N	\N	int8dec_any	bigint, "any"	bigint, "any"	int8dec_any	int8dec_any(bigint,"any")	bigint
3548	numeric_accum_inv	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 1700]	\N	\N	\N	numeric_accum_inv	internal, numeric	internal, numeric	numeric_accum_inv	numeric_accum_inv(internal,numeric)	internal
3549	interval_accum_inv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1187	[1187, 1186]	\N	\N	\N	interval_accum_inv	interval[], interval	interval[], interval	interval_accum_inv	interval_accum_inv(interval[],interval)	interval[]
3551	network_overlap	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	network_overlap	inet, inet	inet, inet	network_overlap	network_overlap(inet,inet)	boolean
3553	inet_gist_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 869, 21, 26, 2281]	\N	\N	\N	inet_gist_consistent	internal, inet, smallint, oid, internal	internal, inet, smallint, oid, internal	inet_gist_consistent	inet_gist_consistent(internal,inet,smallint,oid,internal)	boolean
3554	inet_gist_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	869	[2281, 2281]	\N	\N	\N	inet_gist_union	internal, internal	internal, internal	inet_gist_union	inet_gist_union(internal,internal)	inet
3555	inet_gist_compress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	inet_gist_compress	internal	internal	inet_gist_compress	inet_gist_compress(internal)	internal
3556	bool	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[3802]	\N	\N	\N	jsonb_bool	jsonb	jsonb	pg_catalog.bool	bool(jsonb)	boolean
3557	inet_gist_penalty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[2281, 2281, 2281]	\N	\N	\N	inet_gist_penalty	internal, internal, internal	internal, internal, internal	inet_gist_penalty	inet_gist_penalty(internal,internal,internal)	internal
3558	inet_gist_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	inet_gist_picksplit	internal, internal	internal, internal	inet_gist_picksplit	inet_gist_picksplit(internal,internal)	internal
3559	inet_gist_same	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[869, 869, 2281]	\N	\N	\N	inet_gist_same	inet, inet, internal	inet, inet, internal	inet_gist_same	inet_gist_same(inet,inet,internal)	internal
3560	networksel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	networksel	internal, oid, internal, integer	internal, oid, internal, integer	networksel	networksel(internal,oid,internal,integer)	double precision
3561	networkjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	networkjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	networkjoinsel	networkjoinsel(internal,oid,internal,smallint,internal)	double precision
3562	network_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	869	[869, 869]	\N	\N	\N	network_larger	inet, inet	inet, inet	network_larger	network_larger(inet,inet)	inet
3563	network_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	869	[869, 869]	\N	\N	\N	network_smaller	inet, inet	inet, inet	network_smaller	network_smaller(inet,inet)	inet
3564	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	869	[869]	\N	\N	\N	aggregate_dummy	inet	inet	pg_catalog.max	max(inet)	inet
3565	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	869	[869]	\N	\N	\N	aggregate_dummy	inet	inet	pg_catalog.min	min(inet)	inet
3567	int2_accum_inv	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 21]	\N	\N	\N	int2_accum_inv	internal, smallint	internal, smallint	int2_accum_inv	int2_accum_inv(internal,smallint)	internal
3568	int4_accum_inv	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 23]	\N	\N	\N	int4_accum_inv	internal, integer	internal, integer	int4_accum_inv	int4_accum_inv(internal,integer)	internal
3569	int8_accum_inv	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 20]	\N	\N	\N	int8_accum_inv	internal, bigint	internal, bigint	int8_accum_inv	int8_accum_inv(internal,bigint)	internal
3570	int2_avg_accum_inv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1016	[1016, 21]	\N	\N	\N	int2_avg_accum_inv	bigint[], smallint	bigint[], smallint	int2_avg_accum_inv	int2_avg_accum_inv(bigint[],smallint)	bigint[]
3571	int4_avg_accum_inv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1016	[1016, 23]	\N	\N	\N	int4_avg_accum_inv	bigint[], integer	bigint[], integer	int4_avg_accum_inv	int4_avg_accum_inv(bigint[],integer)	bigint[]
3572	int2int4_sum	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[1016]	\N	\N	\N	int2int4_sum	bigint[]	bigint[]	int2int4_sum	int2int4_sum(bigint[])	bigint
3573	inet_gist_fetch	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	inet_gist_fetch	internal	internal	inet_gist_fetch	inet_gist_fetch(internal)	internal
3579	jsonb_insert	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	1	3802	[3802, 1009, 3802, 16]	\N	\N	[jsonb_in, path, replacement, insert_after]	jsonb_insert	jsonb_in jsonb, path text[], replacement jsonb, insert_after boolean DEFAULT false	jsonb_in jsonb, path text[], replacement jsonb, insert_after boolean	jsonb_insert	jsonb_insert(jsonb,text[],jsonb,boolean)	jsonb
3594	event_trigger_in	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	3838	[2275]	\N	\N	\N	event_trigger_in	cstring	cstring	event_trigger_in	event_trigger_in(cstring)	event_trigger
3595	event_trigger_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3838]	\N	\N	\N	event_trigger_out	event_trigger	event_trigger	event_trigger_out	event_trigger_out(event_trigger)	cstring
3610	tsvectorin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3614	[2275]	\N	\N	\N	tsvectorin	cstring	cstring	tsvectorin	tsvectorin(cstring)	tsvector
3611	tsvectorout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3614]	\N	\N	\N	tsvectorout	tsvector	tsvector	tsvectorout	tsvectorout(tsvector)	cstring
3612	tsqueryin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3615	[2275]	\N	\N	\N	tsqueryin	cstring	cstring	tsqueryin	tsqueryin(cstring)	tsquery
3613	tsqueryout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3615]	\N	\N	\N	tsqueryout	tsquery	tsquery	tsqueryout	tsqueryout(tsquery)	cstring
3616	tsvector_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3614, 3614]	\N	\N	\N	tsvector_lt	tsvector, tsvector	tsvector, tsvector	tsvector_lt	tsvector_lt(tsvector,tsvector)	boolean
3617	tsvector_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3614, 3614]	\N	\N	\N	tsvector_le	tsvector, tsvector	tsvector, tsvector	tsvector_le	tsvector_le(tsvector,tsvector)	boolean
3618	tsvector_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3614, 3614]	\N	\N	\N	tsvector_eq	tsvector, tsvector	tsvector, tsvector	tsvector_eq	tsvector_eq(tsvector,tsvector)	boolean
3619	tsvector_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3614, 3614]	\N	\N	\N	tsvector_ne	tsvector, tsvector	tsvector, tsvector	tsvector_ne	tsvector_ne(tsvector,tsvector)	boolean
3620	tsvector_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3614, 3614]	\N	\N	\N	tsvector_ge	tsvector, tsvector	tsvector, tsvector	tsvector_ge	tsvector_ge(tsvector,tsvector)	boolean
3621	tsvector_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3614, 3614]	\N	\N	\N	tsvector_gt	tsvector, tsvector	tsvector, tsvector	tsvector_gt	tsvector_gt(tsvector,tsvector)	boolean
3622	tsvector_cmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[3614, 3614]	\N	\N	\N	tsvector_cmp	tsvector, tsvector	tsvector, tsvector	tsvector_cmp	tsvector_cmp(tsvector,tsvector)	integer
3625	tsvector_concat	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3614	[3614, 3614]	\N	\N	\N	tsvector_concat	tsvector, tsvector	tsvector, tsvector	tsvector_concat	tsvector_concat(tsvector,tsvector)	tsvector
3634	ts_match_vq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3614, 3615]	\N	\N	\N	ts_match_vq	tsvector, tsquery	tsvector, tsquery	ts_match_vq	ts_match_vq(tsvector,tsquery)	boolean
3635	ts_match_qv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3614]	\N	\N	\N	ts_match_qv	tsquery, tsvector	tsquery, tsvector	ts_match_qv	ts_match_qv(tsquery,tsvector)	boolean
3638	tsvectorsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[3614]	\N	\N	\N	tsvectorsend	tsvector	tsvector	tsvectorsend	tsvectorsend(tsvector)	bytea
3639	tsvectorrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3614	[2281]	\N	\N	\N	tsvectorrecv	internal	internal	tsvectorrecv	tsvectorrecv(internal)	tsvector
3640	tsquerysend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[3615]	\N	\N	\N	tsquerysend	tsquery	tsquery	tsquerysend	tsquerysend(tsquery)	bytea
3641	tsqueryrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3615	[2281]	\N	\N	\N	tsqueryrecv	internal	internal	tsqueryrecv	tsqueryrecv(internal)	tsquery
3646	gtsvectorin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3642	[2275]	\N	\N	\N	gtsvectorin	cstring	cstring	gtsvectorin	gtsvectorin(cstring)	gtsvector
3647	gtsvectorout	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3642]	\N	\N	\N	gtsvectorout	gtsvector	gtsvector	gtsvectorout	gtsvectorout(gtsvector)	cstring
3648	gtsvector_compress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	gtsvector_compress	internal	internal	gtsvector_compress	gtsvector_compress(internal)	internal
3649	gtsvector_decompress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	gtsvector_decompress	internal	internal	gtsvector_decompress	gtsvector_decompress(internal)	internal
3650	gtsvector_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	gtsvector_picksplit	internal, internal	internal, internal	gtsvector_picksplit	gtsvector_picksplit(internal,internal)	internal
3651	gtsvector_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3642	[2281, 2281]	\N	\N	\N	gtsvector_union	internal, internal	internal, internal	gtsvector_union	gtsvector_union(internal,internal)	gtsvector
3652	gtsvector_same	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[3642, 3642, 2281]	\N	\N	\N	gtsvector_same	gtsvector, gtsvector, internal	gtsvector, gtsvector, internal	gtsvector_same	gtsvector_same(gtsvector,gtsvector,internal)	internal
3653	gtsvector_penalty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[2281, 2281, 2281]	\N	\N	\N	gtsvector_penalty	internal, internal, internal	internal, internal, internal	gtsvector_penalty	gtsvector_penalty(internal,internal,internal)	internal
3654	gtsvector_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 3614, 21, 26, 2281]	\N	\N	\N	gtsvector_consistent	internal, tsvector, smallint, oid, internal	internal, tsvector, smallint, oid, internal	pg_catalog.gtsvector_consistent	gtsvector_consistent(internal,tsvector,smallint,oid,internal)	boolean
3656	gin_extract_tsvector	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[3614, 2281, 2281]	\N	\N	\N	gin_extract_tsvector	tsvector, internal, internal	tsvector, internal, internal	pg_catalog.gin_extract_tsvector	gin_extract_tsvector(tsvector,internal,internal)	internal
3657	gin_extract_tsquery	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	2281	[3614, 2281, 21, 2281, 2281, 2281, 2281]	\N	\N	\N	gin_extract_tsquery	tsvector, internal, smallint, internal, internal, internal, internal	tsvector, internal, smallint, internal, internal, internal, internal	pg_catalog.gin_extract_tsquery	gin_extract_tsquery(tsvector,internal,smallint,internal,internal,internal,internal)	internal
3658	gin_tsquery_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	8	0	16	[2281, 21, 3614, 23, 2281, 2281, 2281, 2281]	\N	\N	\N	gin_tsquery_consistent	internal, smallint, tsvector, integer, internal, internal, internal, internal	internal, smallint, tsvector, integer, internal, internal, internal, internal	pg_catalog.gin_tsquery_consistent	gin_tsquery_consistent(internal,smallint,tsvector,integer,internal,internal,internal,internal)	boolean
3662	tsquery_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3615]	\N	\N	\N	tsquery_lt	tsquery, tsquery	tsquery, tsquery	tsquery_lt	tsquery_lt(tsquery,tsquery)	boolean
3663	tsquery_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3615]	\N	\N	\N	tsquery_le	tsquery, tsquery	tsquery, tsquery	tsquery_le	tsquery_le(tsquery,tsquery)	boolean
3664	tsquery_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3615]	\N	\N	\N	tsquery_eq	tsquery, tsquery	tsquery, tsquery	tsquery_eq	tsquery_eq(tsquery,tsquery)	boolean
3665	tsquery_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3615]	\N	\N	\N	tsquery_ne	tsquery, tsquery	tsquery, tsquery	tsquery_ne	tsquery_ne(tsquery,tsquery)	boolean
3666	tsquery_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3615]	\N	\N	\N	tsquery_ge	tsquery, tsquery	tsquery, tsquery	tsquery_ge	tsquery_ge(tsquery,tsquery)	boolean
3667	tsquery_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3615]	\N	\N	\N	tsquery_gt	tsquery, tsquery	tsquery, tsquery	tsquery_gt	tsquery_gt(tsquery,tsquery)	boolean
3668	tsquery_cmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[3615, 3615]	\N	\N	\N	tsquery_cmp	tsquery, tsquery	tsquery, tsquery	tsquery_cmp	tsquery_cmp(tsquery,tsquery)	integer
3669	tsquery_and	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3615	[3615, 3615]	\N	\N	\N	tsquery_and	tsquery, tsquery	tsquery, tsquery	tsquery_and	tsquery_and(tsquery,tsquery)	tsquery
3670	tsquery_or	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3615	[3615, 3615]	\N	\N	\N	tsquery_or	tsquery, tsquery	tsquery, tsquery	tsquery_or	tsquery_or(tsquery,tsquery)	tsquery
3671	tsquery_not	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3615	[3615]	\N	\N	\N	tsquery_not	tsquery	tsquery	tsquery_not	tsquery_not(tsquery)	tsquery
3686	tsmatchsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	tsmatchsel	internal, oid, internal, integer	internal, oid, internal, integer	tsmatchsel	tsmatchsel(internal,oid,internal,integer)	double precision
3687	tsmatchjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	tsmatchjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	tsmatchjoinsel	tsmatchjoinsel(internal,oid,internal,smallint,internal)	double precision
3688	ts_typanalyze	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	16	[2281]	\N	\N	\N	ts_typanalyze	internal	internal	ts_typanalyze	ts_typanalyze(internal)	boolean
3691	tsq_mcontains	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3615]	\N	\N	\N	tsq_mcontains	tsquery, tsquery	tsquery, tsquery	tsq_mcontains	tsq_mcontains(tsquery,tsquery)	boolean
3692	tsq_mcontained	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3615, 3615]	\N	\N	\N	tsq_mcontained	tsquery, tsquery	tsquery, tsquery	tsq_mcontained	tsq_mcontained(tsquery,tsquery)	boolean
3695	gtsquery_compress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	gtsquery_compress	internal	internal	gtsquery_compress	gtsquery_compress(internal)	internal
3696	starts_with	11	10	12	1	0	0	6242	f	false	true	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	text_starts_with	text, text	text, text	starts_with	starts_with(text,text)	boolean
3697	gtsquery_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	gtsquery_picksplit	internal, internal	internal, internal	gtsquery_picksplit	gtsquery_picksplit(internal,internal)	internal
3698	gtsquery_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[2281, 2281]	\N	\N	\N	gtsquery_union	internal, internal	internal, internal	gtsquery_union	gtsquery_union(internal,internal)	bigint
3699	gtsquery_same	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[20, 20, 2281]	\N	\N	\N	gtsquery_same	bigint, bigint, internal	bigint, bigint, internal	gtsquery_same	gtsquery_same(bigint,bigint,internal)	internal
3700	gtsquery_penalty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[2281, 2281, 2281]	\N	\N	\N	gtsquery_penalty	internal, internal, internal	internal, internal, internal	gtsquery_penalty	gtsquery_penalty(internal,internal,internal)	internal
3701	gtsquery_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 3615, 21, 26, 2281]	\N	\N	\N	gtsquery_consistent	internal, tsquery, smallint, oid, internal	internal, tsquery, smallint, oid, internal	pg_catalog.gtsquery_consistent	gtsquery_consistent(internal,tsquery,smallint,oid,internal)	boolean
3724	gin_cmp_tslexeme	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[25, 25]	\N	\N	\N	gin_cmp_tslexeme	text, text	text, text	gin_cmp_tslexeme	gin_cmp_tslexeme(text,text)	integer
3736	regconfigin	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	3734	[2275]	\N	\N	\N	regconfigin	cstring	cstring	regconfigin	regconfigin(cstring)	regconfig
3737	regconfigout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[3734]	\N	\N	\N	regconfigout	regconfig	regconfig	regconfigout	regconfigout(regconfig)	cstring
3738	regconfigrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3734	[2281]	\N	\N	\N	regconfigrecv	internal	internal	regconfigrecv	regconfigrecv(internal)	regconfig
3739	regconfigsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[3734]	\N	\N	\N	regconfigsend	regconfig	regconfig	regconfigsend	regconfigsend(regconfig)	bytea
3756	pg_ts_parser_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_ts_parser_is_visible	oid	oid	pg_ts_parser_is_visible	pg_ts_parser_is_visible(oid)	boolean
3757	pg_ts_dict_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_ts_dict_is_visible	oid	oid	pg_ts_dict_is_visible	pg_ts_dict_is_visible(oid)	boolean
3758	pg_ts_config_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_ts_config_is_visible	oid	oid	pg_ts_config_is_visible	pg_ts_config_is_visible(oid)	boolean
3760	ts_match_tt	11	10	12	100	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	ts_match_tt	text, text	text, text	ts_match_tt	ts_match_tt(text,text)	boolean
3761	ts_match_tq	11	10	12	100	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 3615]	\N	\N	\N	ts_match_tq	text, tsquery	text, tsquery	ts_match_tq	ts_match_tq(text,tsquery)	boolean
3768	pg_ts_template_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_ts_template_is_visible	oid	oid	pg_ts_template_is_visible	pg_ts_template_is_visible(oid)	boolean
3771	regdictionaryin	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	3769	[2275]	\N	\N	\N	regdictionaryin	cstring	cstring	regdictionaryin	regdictionaryin(cstring)	regdictionary
3772	regdictionaryout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[3769]	\N	\N	\N	regdictionaryout	regdictionary	regdictionary	regdictionaryout	regdictionaryout(regdictionary)	cstring
3773	regdictionaryrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3769	[2281]	\N	\N	\N	regdictionaryrecv	internal	internal	regdictionaryrecv	regdictionaryrecv(internal)	regdictionary
3774	regdictionarysend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[3769]	\N	\N	\N	regdictionarysend	regdictionary	regdictionary	regdictionarysend	regdictionarysend(regdictionary)	bytea
3778	pg_tablespace_location	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_tablespace_location	oid	oid	pg_tablespace_location	pg_tablespace_location(oid)	text
3787	to_jsonb	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	3802	[2283]	\N	\N	\N	to_jsonb	anyelement	anyelement	to_jsonb	to_jsonb(anyelement)	jsonb
3795	inet_spg_config	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	inet_spg_config	internal, internal	internal, internal	inet_spg_config	inet_spg_config(internal,internal)	void
3796	inet_spg_choose	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	inet_spg_choose	internal, internal	internal, internal	inet_spg_choose	inet_spg_choose(internal,internal)	void
3797	inet_spg_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	inet_spg_picksplit	internal, internal	internal, internal	inet_spg_picksplit	inet_spg_picksplit(internal,internal)	void
3798	inet_spg_inner_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	inet_spg_inner_consistent	internal, internal	internal, internal	inet_spg_inner_consistent	inet_spg_inner_consistent(internal,internal)	void
3799	inet_spg_leaf_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2281, 2281]	\N	\N	\N	inet_spg_leaf_consistent	internal, internal	internal, internal	inet_spg_leaf_consistent	inet_spg_leaf_consistent(internal,internal)	boolean
3800	pg_current_logfile	11	10	12	1	0	0	0	f	false	false	false	false	v	s	0	0	25	[]	\N	\N	\N	pg_current_logfile			pg_catalog.pg_current_logfile	pg_current_logfile()	text
3803	jsonb_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[3802]	\N	\N	\N	jsonb_send	jsonb	jsonb	jsonb_send	jsonb_send(jsonb)	bytea
3804	jsonb_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[3802]	\N	\N	\N	jsonb_out	jsonb	jsonb	jsonb_out	jsonb_out(jsonb)	cstring
3805	jsonb_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3802	[2281]	\N	\N	\N	jsonb_recv	internal	internal	jsonb_recv	jsonb_recv(internal)	jsonb
3806	jsonb_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3802	[2275]	\N	\N	\N	jsonb_in	cstring	cstring	jsonb_in	jsonb_in(cstring)	jsonb
3809	pg_export_snapshot	11	10	12	1	0	0	0	f	false	false	true	false	v	u	0	0	25	[]	\N	\N	\N	pg_export_snapshot			pg_export_snapshot	pg_export_snapshot()	text
3810	pg_is_in_recovery	11	10	12	1	0	0	0	f	false	false	true	false	v	s	0	0	16	[]	\N	\N	\N	pg_is_in_recovery			pg_is_in_recovery	pg_is_in_recovery()	boolean
3811	money	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	790	[23]	\N	\N	\N	int4_cash	integer	integer	pg_catalog.money	money(integer)	money
3812	money	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	790	[20]	\N	\N	\N	int8_cash	bigint	bigint	pg_catalog.money	money(bigint)	money
3815	pg_collation_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_collation_is_visible	oid	oid	pg_collation_is_visible	pg_collation_is_visible(oid)	boolean
3816	array_typanalyze	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	16	[2281]	\N	\N	\N	array_typanalyze	internal	internal	array_typanalyze	array_typanalyze(internal)	boolean
3817	arraycontsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	arraycontsel	internal, oid, internal, integer	internal, oid, internal, integer	arraycontsel	arraycontsel(internal,oid,internal,integer)	double precision
3818	arraycontjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	arraycontjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	arraycontjoinsel	arraycontjoinsel(internal,oid,internal,smallint,internal)	double precision
3822	cash_div_cash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[790, 790]	\N	\N	\N	cash_div_cash	money, money	money, money	cash_div_cash	cash_div_cash(money,money)	double precision
3823	numeric	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	1700	[790]	\N	\N	\N	cash_numeric	money	money	pg_catalog."numeric"	"numeric"(money)	numeric
3824	money	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	790	[1700]	\N	\N	\N	numeric_cash	numeric	numeric	pg_catalog.money	money(numeric)	money
3829	pg_opfamily_is_visible	11	10	12	10	0	0	0	f	false	false	true	false	s	s	1	0	16	[26]	\N	\N	\N	pg_opfamily_is_visible	oid	oid	pg_opfamily_is_visible	pg_opfamily_is_visible(oid)	boolean
3832	anyrange_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	3831	[2275, 26, 23]	\N	\N	\N	anyrange_in	cstring, oid, integer	cstring, oid, integer	anyrange_in	anyrange_in(cstring,oid,integer)	anyrange
3833	anyrange_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[3831]	\N	\N	\N	anyrange_out	anyrange	anyrange	anyrange_out	anyrange_out(anyrange)	cstring
3834	range_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	3831	[2275, 26, 23]	\N	\N	\N	range_in	cstring, oid, integer	cstring, oid, integer	range_in	range_in(cstring,oid,integer)	anyrange
3835	range_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[3831]	\N	\N	\N	range_out	anyrange	anyrange	range_out	range_out(anyrange)	cstring
3836	range_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	3831	[2281, 26, 23]	\N	\N	\N	range_recv	internal, oid, integer	internal, oid, integer	range_recv	range_recv(internal,oid,integer)	anyrange
3837	range_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[3831]	\N	\N	\N	range_send	anyrange	anyrange	range_send	range_send(anyrange)	bytea
3843	pg_column_is_updatable	11	10	12	10	0	0	0	f	false	false	true	false	s	s	3	0	16	[2205, 21, 16]	\N	\N	\N	pg_column_is_updatable	regclass, smallint, boolean	regclass, smallint, boolean	pg_column_is_updatable	pg_column_is_updatable(regclass,smallint,boolean)	boolean
3846	make_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1082	[23, 23, 23]	\N	\N	[year, month, day]	make_date	year integer, month integer, day integer	year integer, month integer, day integer	make_date	make_date(integer,integer,integer)	date
3847	make_time	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1083	[23, 23, 701]	\N	\N	[hour, min, sec]	make_time	hour integer, min integer, sec double precision	hour integer, min integer, sec double precision	make_time	make_time(integer,integer,double precision)	time without time zone
3850	isempty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[3831]	\N	\N	\N	range_empty	anyrange	anyrange	pg_catalog.isempty	isempty(anyrange)	boolean
3855	range_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_eq	anyrange, anyrange	anyrange, anyrange	range_eq	range_eq(anyrange,anyrange)	boolean
3856	range_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_ne	anyrange, anyrange	anyrange, anyrange	range_ne	range_ne(anyrange,anyrange)	boolean
3857	range_overlaps	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_overlaps	anyrange, anyrange	anyrange, anyrange	range_overlaps	range_overlaps(anyrange,anyrange)	boolean
3858	range_contains_elem	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 2283]	\N	\N	\N	range_contains_elem	anyrange, anyelement	anyrange, anyelement	range_contains_elem	range_contains_elem(anyrange,anyelement)	boolean
3859	range_contains	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_contains	anyrange, anyrange	anyrange, anyrange	range_contains	range_contains(anyrange,anyrange)	boolean
3860	elem_contained_by_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2283, 3831]	\N	\N	\N	elem_contained_by_range	anyelement, anyrange	anyelement, anyrange	elem_contained_by_range	elem_contained_by_range(anyelement,anyrange)	boolean
3861	range_contained_by	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_contained_by	anyrange, anyrange	anyrange, anyrange	range_contained_by	range_contained_by(anyrange,anyrange)	boolean
3862	range_adjacent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_adjacent	anyrange, anyrange	anyrange, anyrange	range_adjacent	range_adjacent(anyrange,anyrange)	boolean
3863	range_before	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_before	anyrange, anyrange	anyrange, anyrange	range_before	range_before(anyrange,anyrange)	boolean
3864	range_after	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_after	anyrange, anyrange	anyrange, anyrange	range_after	range_after(anyrange,anyrange)	boolean
3865	range_overleft	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_overleft	anyrange, anyrange	anyrange, anyrange	range_overleft	range_overleft(anyrange,anyrange)	boolean
3866	range_overright	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_overright	anyrange, anyrange	anyrange, anyrange	range_overright	range_overright(anyrange,anyrange)	boolean
3867	range_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3831	[3831, 3831]	\N	\N	\N	range_union	anyrange, anyrange	anyrange, anyrange	range_union	range_union(anyrange,anyrange)	anyrange
3868	range_intersect	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3831	[3831, 3831]	\N	\N	\N	range_intersect	anyrange, anyrange	anyrange, anyrange	range_intersect	range_intersect(anyrange,anyrange)	anyrange
3869	range_minus	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3831	[3831, 3831]	\N	\N	\N	range_minus	anyrange, anyrange	anyrange, anyrange	range_minus	range_minus(anyrange,anyrange)	anyrange
3870	range_cmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[3831, 3831]	\N	\N	\N	range_cmp	anyrange, anyrange	anyrange, anyrange	range_cmp	range_cmp(anyrange,anyrange)	integer
3871	range_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_lt	anyrange, anyrange	anyrange, anyrange	range_lt	range_lt(anyrange,anyrange)	boolean
3872	range_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_le	anyrange, anyrange	anyrange, anyrange	range_le	range_le(anyrange,anyrange)	boolean
3873	range_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_ge	anyrange, anyrange	anyrange, anyrange	range_ge	range_ge(anyrange,anyrange)	boolean
3874	range_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 3831]	\N	\N	\N	range_gt	anyrange, anyrange	anyrange, anyrange	range_gt	range_gt(anyrange,anyrange)	boolean
3875	range_gist_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 3831, 21, 26, 2281]	\N	\N	\N	range_gist_consistent	internal, anyrange, smallint, oid, internal	internal, anyrange, smallint, oid, internal	range_gist_consistent	range_gist_consistent(internal,anyrange,smallint,oid,internal)	boolean
3876	range_gist_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3831	[2281, 2281]	\N	\N	\N	range_gist_union	internal, internal	internal, internal	range_gist_union	range_gist_union(internal,internal)	anyrange
3879	range_gist_penalty	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[2281, 2281, 2281]	\N	\N	\N	range_gist_penalty	internal, internal, internal	internal, internal, internal	range_gist_penalty	range_gist_penalty(internal,internal,internal)	internal
3880	range_gist_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2281	[2281, 2281]	\N	\N	\N	range_gist_picksplit	internal, internal	internal, internal	range_gist_picksplit	range_gist_picksplit(internal,internal)	internal
3881	range_gist_same	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	2281	[3831, 3831, 2281]	\N	\N	\N	range_gist_same	anyrange, anyrange, internal	anyrange, anyrange, internal	range_gist_same	range_gist_same(anyrange,anyrange,internal)	internal
3902	hash_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[3831]	\N	\N	\N	hash_range	anyrange	anyrange	hash_range	hash_range(anyrange)	integer
3914	int4range_canonical	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3904	[3904]	\N	\N	\N	int4range_canonical	int4range	int4range	int4range_canonical	int4range_canonical(int4range)	int4range
3915	daterange_canonical	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3912	[3912]	\N	\N	\N	daterange_canonical	daterange	daterange	daterange_canonical	daterange_canonical(daterange)	daterange
3916	range_typanalyze	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	16	[2281]	\N	\N	\N	range_typanalyze	internal	internal	range_typanalyze	range_typanalyze(internal)	boolean
3917	timestamp_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	timestamp_support	internal	internal	timestamp_support	timestamp_support(internal)	internal
3918	interval_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	interval_support	internal	internal	interval_support	interval_support(internal)	internal
3920	ginarraytriconsistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	18	[2281, 21, 2277, 23, 2281, 2281, 2281]	\N	\N	\N	ginarraytriconsistent	internal, smallint, anyarray, integer, internal, internal, internal	internal, smallint, anyarray, integer, internal, internal, internal	ginarraytriconsistent	ginarraytriconsistent(internal,smallint,anyarray,integer,internal,internal,internal)	"char"
3921	gin_tsquery_triconsistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	18	[2281, 21, 3614, 23, 2281, 2281, 2281]	\N	\N	\N	gin_tsquery_triconsistent	internal, smallint, tsvector, integer, internal, internal, internal	internal, smallint, tsvector, integer, internal, internal, internal	gin_tsquery_triconsistent	gin_tsquery_triconsistent(internal,smallint,tsvector,integer,internal,internal,internal)	"char"
3922	int4range_subdiff	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[23, 23]	\N	\N	\N	int4range_subdiff	integer, integer	integer, integer	int4range_subdiff	int4range_subdiff(integer,integer)	double precision
3923	int8range_subdiff	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[20, 20]	\N	\N	\N	int8range_subdiff	bigint, bigint	bigint, bigint	int8range_subdiff	int8range_subdiff(bigint,bigint)	double precision
3924	numrange_subdiff	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[1700, 1700]	\N	\N	\N	numrange_subdiff	numeric, numeric	numeric, numeric	numrange_subdiff	numrange_subdiff(numeric,numeric)	double precision
3925	daterange_subdiff	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[1082, 1082]	\N	\N	\N	daterange_subdiff	date, date	date, date	daterange_subdiff	daterange_subdiff(date,date)	double precision
3928	int8range_canonical	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	3926	[3926]	\N	\N	\N	int8range_canonical	int8range	int8range	int8range_canonical	int8range_canonical(int8range)	int8range
3929	tsrange_subdiff	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[1114, 1114]	\N	\N	\N	tsrange_subdiff	timestamp without time zone, timestamp without time zone	timestamp without time zone, timestamp without time zone	tsrange_subdiff	tsrange_subdiff(timestamp without time zone,timestamp without time zone)	double precision
3930	tstzrange_subdiff	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[1184, 1184]	\N	\N	\N	tstzrange_subdiff	timestamp with time zone, timestamp with time zone	timestamp with time zone, timestamp with time zone	tstzrange_subdiff	tstzrange_subdiff(timestamp with time zone,timestamp with time zone)	double precision
3931	jsonb_object_keys	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	25	[3802]	\N	\N	\N	jsonb_object_keys	jsonb	jsonb	jsonb_object_keys	jsonb_object_keys(jsonb)	SETOF text
3932	jsonb_each_text	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	2249	[3802]	[3802, 25, 25]	[i, o, o]	[from_json, key, value]	jsonb_each_text	from_json jsonb, OUT key text, OUT value text	from_json jsonb, OUT key text, OUT value text	jsonb_each_text	jsonb_each_text(jsonb)	SETOF record
3935	pg_sleep_for	11	10	14	1	0	0	0	f	false	false	true	false	v	s	1	0	2278	[1186]	\N	\N	\N		interval	interval	pg_sleep_for	pg_sleep_for(interval)	void
3936	pg_sleep_until	11	10	14	1	0	0	0	f	false	false	true	false	v	s	1	0	2278	[1184]	\N	\N	\N		timestamp with time zone	timestamp with time zone	pg_sleep_until	pg_sleep_until(timestamp with time zone)	void
3940	jsonb_extract_path_text	11	10	12	1	0	25	0	f	false	false	true	false	i	s	2	0	25	[3802, 1009]	[3802, 1009]	[i, v]	[from_json, path_elems]	jsonb_extract_path_text	from_json jsonb, VARIADIC path_elems text[]	from_json jsonb, VARIADIC path_elems text[]	jsonb_extract_path_text	jsonb_extract_path_text(jsonb,text[])	text
3943	acldefault	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1034	[18, 26]	\N	\N	\N	acldefault_sql	"char", oid	"char", oid	acldefault	acldefault("char",oid)	aclitem[]
3944	time_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	time_support	internal	internal	time_support	time_support(internal)	internal
3947	json_object_field	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	114	[114, 25]	\N	\N	[from_json, field_name]	json_object_field	from_json json, field_name text	from_json json, field_name text	json_object_field	json_object_field(json,text)	json
3948	json_object_field_text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[114, 25]	\N	\N	[from_json, field_name]	json_object_field_text	from_json json, field_name text	from_json json, field_name text	json_object_field_text	json_object_field_text(json,text)	text
3949	json_array_element	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	114	[114, 23]	\N	\N	[from_json, element_index]	json_array_element	from_json json, element_index integer	from_json json, element_index integer	json_array_element	json_array_element(json,integer)	json
3950	json_array_element_text	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[114, 23]	\N	\N	[from_json, element_index]	json_array_element_text	from_json json, element_index integer	from_json json, element_index integer	json_array_element_text	json_array_element_text(json,integer)	text
3951	json_extract_path	11	10	12	1	0	25	0	f	false	false	true	false	i	s	2	0	114	[114, 1009]	[114, 1009]	[i, v]	[from_json, path_elems]	json_extract_path	from_json json, VARIADIC path_elems text[]	from_json json, VARIADIC path_elems text[]	json_extract_path	json_extract_path(json,text[])	json
3953	json_extract_path_text	11	10	12	1	0	25	0	f	false	false	true	false	i	s	2	0	25	[114, 1009]	[114, 1009]	[i, v]	[from_json, path_elems]	json_extract_path_text	from_json json, VARIADIC path_elems text[]	from_json json, VARIADIC path_elems text[]	json_extract_path_text	json_extract_path_text(json,text[])	text
3955	json_array_elements	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	114	[114]	[114, 114]	[i, o]	[from_json, value]	json_array_elements	from_json json, OUT value json	from_json json, OUT value json	json_array_elements	json_array_elements(json)	SETOF json
3956	json_array_length	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[114]	\N	\N	\N	json_array_length	json	json	json_array_length	json_array_length(json)	integer
3957	json_object_keys	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	25	[114]	\N	\N	\N	json_object_keys	json	json	json_object_keys	json_object_keys(json)	SETOF text
3958	json_each	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	2249	[114]	[114, 25, 114]	[i, o, o]	[from_json, key, value]	json_each	from_json json, OUT key text, OUT value json	from_json json, OUT key text, OUT value json	json_each	json_each(json)	SETOF record
3959	json_each_text	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	2249	[114]	[114, 25, 25]	[i, o, o]	[from_json, key, value]	json_each_text	from_json json, OUT key text, OUT value text	from_json json, OUT key text, OUT value text	json_each_text	json_each_text(json)	SETOF record
3968	json_typeof	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[114]	\N	\N	\N	json_typeof	json	json	json_typeof	json_typeof(json)	text
3969	json_array_elements_text	11	10	12	1	100	0	0	f	false	false	true	true	i	s	1	0	25	[114]	[114, 25]	[i, o]	[from_json, value]	json_array_elements_text	from_json json, OUT value text	from_json json, OUT value text	json_array_elements_text	json_array_elements_text(json)	SETOF text
3970	ordered_set_transition	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 2276]	\N	\N	\N	ordered_set_transition	internal, "any"	internal, "any"	ordered_set_transition	ordered_set_transition(internal,"any")	internal
3971	ordered_set_transition_multi	11	10	12	1	0	2276	0	f	false	false	false	false	i	s	2	0	2281	[2281, 2276]	[2281, 2276]	[i, v]	\N	ordered_set_transition_multi	internal, VARIADIC "any"	internal, VARIADIC "any"	ordered_set_transition_multi	ordered_set_transition_multi(internal,"any")	internal
3976	percentile_cont	11	10	12	1	0	0	0	a	false	false	false	false	i	s	2	0	1186	[701, 1186]	\N	\N	\N	aggregate_dummy	double precision ORDER BY interval	double precision ORDER BY interval	pg_catalog.percentile_cont	percentile_cont(double precision,interval)	interval
3977	percentile_cont_interval_final	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	1186	[2281, 701]	\N	\N	\N	percentile_cont_interval_final	internal, double precision	internal, double precision	percentile_cont_interval_final	percentile_cont_interval_final(internal,double precision)	interval
3984	mode	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	2283	[2283]	\N	\N	\N	aggregate_dummy	ORDER BY anyelement	ORDER BY anyelement	mode	mode(anyelement)	anyelement
3985	mode_final	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2283	[2281, 2283]	\N	\N	\N	mode_final	internal, anyelement	internal, anyelement	mode_final	mode_final(internal,anyelement)	anyelement
3986	rank	11	10	12	1	0	2276	0	a	false	false	false	false	i	s	1	0	20	[2276]	[2276]	[v]	\N	aggregate_dummy	VARIADIC "any" ORDER BY VARIADIC "any"	VARIADIC "any" ORDER BY VARIADIC "any"	pg_catalog.rank	rank("any")	bigint
3987	rank_final	11	10	12	1	0	2276	0	f	false	false	false	false	i	s	2	0	20	[2281, 2276]	[2281, 2276]	[i, v]	\N	hypothetical_rank_final	internal, VARIADIC "any"	internal, VARIADIC "any"	rank_final	rank_final(internal,"any")	bigint
3988	percent_rank	11	10	12	1	0	2276	0	a	false	false	false	false	i	s	1	0	701	[2276]	[2276]	[v]	\N	aggregate_dummy	VARIADIC "any" ORDER BY VARIADIC "any"	VARIADIC "any" ORDER BY VARIADIC "any"	pg_catalog.percent_rank	percent_rank("any")	double precision
3989	percent_rank_final	11	10	12	1	0	2276	0	f	false	false	false	false	i	s	2	0	701	[2281, 2276]	[2281, 2276]	[i, v]	\N	hypothetical_percent_rank_final	internal, VARIADIC "any"	internal, VARIADIC "any"	percent_rank_final	percent_rank_final(internal,"any")	double precision
3990	cume_dist	11	10	12	1	0	2276	0	a	false	false	false	false	i	s	1	0	701	[2276]	[2276]	[v]	\N	aggregate_dummy	VARIADIC "any" ORDER BY VARIADIC "any"	VARIADIC "any" ORDER BY VARIADIC "any"	pg_catalog.cume_dist	cume_dist("any")	double precision
3991	cume_dist_final	11	10	12	1	0	2276	0	f	false	false	false	false	i	s	2	0	701	[2281, 2276]	[2281, 2276]	[i, v]	\N	hypothetical_cume_dist_final	internal, VARIADIC "any"	internal, VARIADIC "any"	cume_dist_final	cume_dist_final(internal,"any")	double precision
3992	dense_rank	11	10	12	1	0	2276	0	a	false	false	false	false	i	s	1	0	20	[2276]	[2276]	[v]	\N	aggregate_dummy	VARIADIC "any" ORDER BY VARIADIC "any"	VARIADIC "any" ORDER BY VARIADIC "any"	pg_catalog.dense_rank	dense_rank("any")	bigint
3993	dense_rank_final	11	10	12	1	0	2276	0	f	false	false	false	false	i	s	2	0	20	[2281, 2276]	[2281, 2276]	[i, v]	\N	hypothetical_dense_rank_final	internal, VARIADIC "any"	internal, VARIADIC "any"	dense_rank_final	dense_rank_final(internal,"any")	bigint
3994	generate_series_int4_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	generate_series_int4_support	internal	internal	generate_series_int4_support	generate_series_int4_support(internal)	internal
3995	generate_series_int8_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	generate_series_int8_support	internal	internal	generate_series_int8_support	generate_series_int8_support(internal)	internal
3996	array_unnest_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	array_unnest_support	internal	internal	array_unnest_support	array_unnest_support(internal)	internal
3998	gist_box_distance	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	701	[2281, 603, 21, 26, 2281]	\N	\N	\N	gist_box_distance	internal, box, smallint, oid, internal	internal, box, smallint, oid, internal	gist_box_distance	gist_box_distance(internal,box,smallint,oid,internal)	double precision
4001	jsonpath_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4072	[2275]	\N	\N	\N	jsonpath_in	cstring	cstring	jsonpath_in	jsonpath_in(cstring)	jsonpath
4002	jsonpath_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4072	[2281]	\N	\N	\N	jsonpath_recv	internal	internal	jsonpath_recv	jsonpath_recv(internal)	jsonpath
4003	jsonpath_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[4072]	\N	\N	\N	jsonpath_out	jsonpath	jsonpath	jsonpath_out	jsonpath_out(jsonpath)	cstring
4004	jsonpath_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[4072]	\N	\N	\N	jsonpath_send	jsonpath	jsonpath	jsonpath_send	jsonpath_send(jsonpath)	bytea
4010	jsonb_path_exists_opr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 4072]	\N	\N	\N	jsonb_path_exists_opr	jsonb, jsonpath	jsonb, jsonpath	jsonb_path_exists_opr	jsonb_path_exists_opr(jsonb,jsonpath)	boolean
4011	jsonb_path_match_opr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 4072]	\N	\N	\N	jsonb_path_match_opr	jsonb, jsonpath	jsonb, jsonpath	jsonb_path_match_opr	jsonb_path_match_opr(jsonb,jsonpath)	boolean
4018	spg_quad_config	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_quad_config	internal, internal	internal, internal	spg_quad_config	spg_quad_config(internal,internal)	void
4019	spg_quad_choose	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_quad_choose	internal, internal	internal, internal	spg_quad_choose	spg_quad_choose(internal,internal)	void
4020	spg_quad_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_quad_picksplit	internal, internal	internal, internal	spg_quad_picksplit	spg_quad_picksplit(internal,internal)	void
4021	spg_quad_inner_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_quad_inner_consistent	internal, internal	internal, internal	spg_quad_inner_consistent	spg_quad_inner_consistent(internal,internal)	void
4022	spg_quad_leaf_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2281, 2281]	\N	\N	\N	spg_quad_leaf_consistent	internal, internal	internal, internal	spg_quad_leaf_consistent	spg_quad_leaf_consistent(internal,internal)	boolean
4023	spg_kd_config	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_kd_config	internal, internal	internal, internal	spg_kd_config	spg_kd_config(internal,internal)	void
4024	spg_kd_choose	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_kd_choose	internal, internal	internal, internal	spg_kd_choose	spg_kd_choose(internal,internal)	void
4025	spg_kd_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_kd_picksplit	internal, internal	internal, internal	spg_kd_picksplit	spg_kd_picksplit(internal,internal)	void
4026	spg_kd_inner_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_kd_inner_consistent	internal, internal	internal, internal	spg_kd_inner_consistent	spg_kd_inner_consistent(internal,internal)	void
4027	spg_text_config	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_text_config	internal, internal	internal, internal	spg_text_config	spg_text_config(internal,internal)	void
4028	spg_text_choose	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_text_choose	internal, internal	internal, internal	spg_text_choose	spg_text_choose(internal,internal)	void
4029	spg_text_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_text_picksplit	internal, internal	internal, internal	spg_text_picksplit	spg_text_picksplit(internal,internal)	void
4030	spg_text_inner_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_text_inner_consistent	internal, internal	internal, internal	spg_text_inner_consistent	spg_text_inner_consistent(internal,internal)	void
4031	spg_text_leaf_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2281, 2281]	\N	\N	\N	spg_text_leaf_consistent	internal, internal	internal, internal	spg_text_leaf_consistent	spg_text_leaf_consistent(internal,internal)	boolean
4032	pg_sequence_last_value	11	10	12	1	0	0	0	f	false	false	true	false	v	u	1	0	20	[2205]	\N	\N	\N	pg_sequence_last_value	regclass	regclass	pg_sequence_last_value	pg_sequence_last_value(regclass)	bigint
4038	jsonb_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 3802]	\N	\N	\N	jsonb_ne	jsonb, jsonb	jsonb, jsonb	jsonb_ne	jsonb_ne(jsonb,jsonb)	boolean
4039	jsonb_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 3802]	\N	\N	\N	jsonb_lt	jsonb, jsonb	jsonb, jsonb	jsonb_lt	jsonb_lt(jsonb,jsonb)	boolean
4040	jsonb_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 3802]	\N	\N	\N	jsonb_gt	jsonb, jsonb	jsonb, jsonb	jsonb_gt	jsonb_gt(jsonb,jsonb)	boolean
4041	jsonb_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 3802]	\N	\N	\N	jsonb_le	jsonb, jsonb	jsonb, jsonb	jsonb_le	jsonb_le(jsonb,jsonb)	boolean
4042	jsonb_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 3802]	\N	\N	\N	jsonb_ge	jsonb, jsonb	jsonb, jsonb	jsonb_ge	jsonb_ge(jsonb,jsonb)	boolean
4043	jsonb_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 3802]	\N	\N	\N	jsonb_eq	jsonb, jsonb	jsonb, jsonb	jsonb_eq	jsonb_eq(jsonb,jsonb)	boolean
4044	jsonb_cmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[3802, 3802]	\N	\N	\N	jsonb_cmp	jsonb, jsonb	jsonb, jsonb	jsonb_cmp	jsonb_cmp(jsonb,jsonb)	integer
4045	jsonb_hash	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[3802]	\N	\N	\N	jsonb_hash	jsonb	jsonb	jsonb_hash	jsonb_hash(jsonb)	integer
4046	jsonb_contains	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 3802]	\N	\N	\N	jsonb_contains	jsonb, jsonb	jsonb, jsonb	jsonb_contains	jsonb_contains(jsonb,jsonb)	boolean
4047	jsonb_exists	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 25]	\N	\N	\N	jsonb_exists	jsonb, text	jsonb, text	jsonb_exists	jsonb_exists(jsonb,text)	boolean
4048	jsonb_exists_any	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 1009]	\N	\N	\N	jsonb_exists_any	jsonb, text[]	jsonb, text[]	jsonb_exists_any	jsonb_exists_any(jsonb,text[])	boolean
4049	jsonb_exists_all	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 1009]	\N	\N	\N	jsonb_exists_all	jsonb, text[]	jsonb, text[]	jsonb_exists_all	jsonb_exists_all(jsonb,text[])	boolean
4050	jsonb_contained	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3802, 3802]	\N	\N	\N	jsonb_contained	jsonb, jsonb	jsonb, jsonb	jsonb_contained	jsonb_contained(jsonb,jsonb)	boolean
4051	array_agg_array_transfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2281	[2281, 2277]	\N	\N	\N	array_agg_array_transfn	internal, anyarray	internal, anyarray	array_agg_array_transfn	array_agg_array_transfn(internal,anyarray)	internal
4052	array_agg_array_finalfn	11	10	12	1	0	0	0	f	false	false	false	false	i	s	2	0	2277	[2281, 2277]	\N	\N	\N	array_agg_array_finalfn	internal, anyarray	internal, anyarray	array_agg_array_finalfn	array_agg_array_finalfn(internal,anyarray)	anyarray
4053	array_agg	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	2277	[2277]	\N	\N	\N	aggregate_dummy	anyarray	anyarray	pg_catalog.array_agg	array_agg(anyarray)	anyarray
4057	range_merge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3831	[3831, 3831]	\N	\N	\N	range_merge	anyrange, anyrange	anyrange, anyrange	pg_catalog.range_merge	range_merge(anyrange,anyrange)	anyrange
4063	inet_merge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	650	[869, 869]	\N	\N	\N	inet_merge	inet, inet	inet, inet	inet_merge	inet_merge(inet,inet)	cidr
4067	bound_box	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	603	[603, 603]	\N	\N	\N	boxes_bound_box	box, box	box, box	bound_box	bound_box(box,box)	box
4071	inet_same_family	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[869, 869]	\N	\N	\N	inet_same_family	inet, inet	inet, inet	inet_same_family	inet_same_family(inet,inet)	boolean
4084	regnamespacein	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	4089	[2275]	\N	\N	\N	regnamespacein	cstring	cstring	regnamespacein	regnamespacein(cstring)	regnamespace
4085	regnamespaceout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[4089]	\N	\N	\N	regnamespaceout	regnamespace	regnamespace	regnamespaceout	regnamespaceout(regnamespace)	cstring
4086	to_regnamespace	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	4089	[25]	\N	\N	\N	to_regnamespace	text	text	to_regnamespace	to_regnamespace(text)	regnamespace
4087	regnamespacerecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4089	[2281]	\N	\N	\N	regnamespacerecv	internal	internal	regnamespacerecv	regnamespacerecv(internal)	regnamespace
4088	regnamespacesend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[4089]	\N	\N	\N	regnamespacesend	regnamespace	regnamespace	regnamespacesend	regnamespacesend(regnamespace)	bytea
4091	box	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	603	[600]	\N	\N	\N	point_box	point	point	pg_catalog.box	box(point)	box
4092	regroleout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[4096]	\N	\N	\N	regroleout	regrole	regrole	regroleout	regroleout(regrole)	cstring
4093	to_regrole	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	4096	[25]	\N	\N	\N	to_regrole	text	text	to_regrole	to_regrole(text)	regrole
4094	regrolerecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4096	[2281]	\N	\N	\N	regrolerecv	internal	internal	regrolerecv	regrolerecv(internal)	regrole
4095	regrolesend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[4096]	\N	\N	\N	regrolesend	regrole	regrole	regrolesend	regrolesend(regrole)	bytea
4098	regrolein	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	4096	[2275]	\N	\N	\N	regrolein	cstring	cstring	regrolein	regrolein(cstring)	regrole
4105	brin_inclusion_opcinfo	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	brin_inclusion_opcinfo	internal	internal	brin_inclusion_opcinfo	brin_inclusion_opcinfo(internal)	internal
4106	brin_inclusion_add_value	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	16	[2281, 2281, 2281, 2281]	\N	\N	\N	brin_inclusion_add_value	internal, internal, internal, internal	internal, internal, internal, internal	brin_inclusion_add_value	brin_inclusion_add_value(internal,internal,internal,internal)	boolean
4107	brin_inclusion_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	16	[2281, 2281, 2281]	\N	\N	\N	brin_inclusion_consistent	internal, internal, internal	internal, internal, internal	brin_inclusion_consistent	brin_inclusion_consistent(internal,internal,internal)	boolean
4108	brin_inclusion_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	16	[2281, 2281, 2281]	\N	\N	\N	brin_inclusion_union	internal, internal, internal	internal, internal, internal	brin_inclusion_union	brin_inclusion_union(internal,internal,internal)	boolean
4110	macaddr8_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	774	[2275]	\N	\N	\N	macaddr8_in	cstring	cstring	macaddr8_in	macaddr8_in(cstring)	macaddr8
4111	macaddr8_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[774]	\N	\N	\N	macaddr8_out	macaddr8	macaddr8	macaddr8_out	macaddr8_out(macaddr8)	cstring
4113	macaddr8_eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[774, 774]	\N	\N	\N	macaddr8_eq	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_eq	macaddr8_eq(macaddr8,macaddr8)	boolean
4114	macaddr8_lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[774, 774]	\N	\N	\N	macaddr8_lt	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_lt	macaddr8_lt(macaddr8,macaddr8)	boolean
4115	macaddr8_le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[774, 774]	\N	\N	\N	macaddr8_le	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_le	macaddr8_le(macaddr8,macaddr8)	boolean
4116	macaddr8_gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[774, 774]	\N	\N	\N	macaddr8_gt	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_gt	macaddr8_gt(macaddr8,macaddr8)	boolean
4117	macaddr8_ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[774, 774]	\N	\N	\N	macaddr8_ge	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_ge	macaddr8_ge(macaddr8,macaddr8)	boolean
4118	macaddr8_ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[774, 774]	\N	\N	\N	macaddr8_ne	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_ne	macaddr8_ne(macaddr8,macaddr8)	boolean
4119	macaddr8_cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[774, 774]	\N	\N	\N	macaddr8_cmp	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_cmp	macaddr8_cmp(macaddr8,macaddr8)	integer
4120	macaddr8_not	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	774	[774]	\N	\N	\N	macaddr8_not	macaddr8	macaddr8	macaddr8_not	macaddr8_not(macaddr8)	macaddr8
4121	macaddr8_and	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	774	[774, 774]	\N	\N	\N	macaddr8_and	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_and	macaddr8_and(macaddr8,macaddr8)	macaddr8
4122	macaddr8_or	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	774	[774, 774]	\N	\N	\N	macaddr8_or	macaddr8, macaddr8	macaddr8, macaddr8	macaddr8_or	macaddr8_or(macaddr8,macaddr8)	macaddr8
4123	macaddr8	11	10	12	1	0	0	0	f	false	true	true	false	i	s	1	0	774	[829]	\N	\N	\N	macaddrtomacaddr8	macaddr	macaddr	macaddr8	macaddr8(macaddr)	macaddr8
4124	macaddr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	829	[774]	\N	\N	\N	macaddr8tomacaddr	macaddr8	macaddr8	macaddr	macaddr(macaddr8)	macaddr
4126	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[20, 20, 20, 16, 16]	\N	\N	\N	in_range_int8_int8	bigint, bigint, bigint, boolean, boolean	bigint, bigint, bigint, boolean, boolean	pg_catalog.in_range	in_range(bigint,bigint,bigint,boolean,boolean)	boolean
4127	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[23, 23, 20, 16, 16]	\N	\N	\N	in_range_int4_int8	integer, integer, bigint, boolean, boolean	integer, integer, bigint, boolean, boolean	pg_catalog.in_range	in_range(integer,integer,bigint,boolean,boolean)	boolean
4128	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[23, 23, 23, 16, 16]	\N	\N	\N	in_range_int4_int4	integer, integer, integer, boolean, boolean	integer, integer, integer, boolean, boolean	pg_catalog.in_range	in_range(integer,integer,integer,boolean,boolean)	boolean
4129	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[23, 23, 21, 16, 16]	\N	\N	\N	in_range_int4_int2	integer, integer, smallint, boolean, boolean	integer, integer, smallint, boolean, boolean	pg_catalog.in_range	in_range(integer,integer,smallint,boolean,boolean)	boolean
4130	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[21, 21, 20, 16, 16]	\N	\N	\N	in_range_int2_int8	smallint, smallint, bigint, boolean, boolean	smallint, smallint, bigint, boolean, boolean	pg_catalog.in_range	in_range(smallint,smallint,bigint,boolean,boolean)	boolean
4131	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[21, 21, 23, 16, 16]	\N	\N	\N	in_range_int2_int4	smallint, smallint, integer, boolean, boolean	smallint, smallint, integer, boolean, boolean	pg_catalog.in_range	in_range(smallint,smallint,integer,boolean,boolean)	boolean
4132	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[21, 21, 21, 16, 16]	\N	\N	\N	in_range_int2_int2	smallint, smallint, smallint, boolean, boolean	smallint, smallint, smallint, boolean, boolean	pg_catalog.in_range	in_range(smallint,smallint,smallint,boolean,boolean)	boolean
4133	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[1082, 1082, 1186, 16, 16]	\N	\N	\N	in_range_date_interval	date, date, interval, boolean, boolean	date, date, interval, boolean, boolean	pg_catalog.in_range	in_range(date,date,interval,boolean,boolean)	boolean
4134	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[1114, 1114, 1186, 16, 16]	\N	\N	\N	in_range_timestamp_interval	timestamp without time zone, timestamp without time zone, interval, boolean, boolean	timestamp without time zone, timestamp without time zone, interval, boolean, boolean	pg_catalog.in_range	in_range(timestamp without time zone,timestamp without time zone,interval,boolean,boolean)	boolean
4135	in_range	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	16	[1184, 1184, 1186, 16, 16]	\N	\N	\N	in_range_timestamptz_interval	timestamp with time zone, timestamp with time zone, interval, boolean, boolean	timestamp with time zone, timestamp with time zone, interval, boolean, boolean	pg_catalog.in_range	in_range(timestamp with time zone,timestamp with time zone,interval,boolean,boolean)	boolean
4136	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[1186, 1186, 1186, 16, 16]	\N	\N	\N	in_range_interval_interval	interval, interval, interval, boolean, boolean	interval, interval, interval, boolean, boolean	pg_catalog.in_range	in_range(interval,interval,interval,boolean,boolean)	boolean
4137	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[1083, 1083, 1186, 16, 16]	\N	\N	\N	in_range_time_interval	time without time zone, time without time zone, interval, boolean, boolean	time without time zone, time without time zone, interval, boolean, boolean	pg_catalog.in_range	in_range(time without time zone,time without time zone,interval,boolean,boolean)	boolean
4138	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[1266, 1266, 1186, 16, 16]	\N	\N	\N	in_range_timetz_interval	time with time zone, time with time zone, interval, boolean, boolean	time with time zone, time with time zone, interval, boolean, boolean	pg_catalog.in_range	in_range(time with time zone,time with time zone,interval,boolean,boolean)	boolean
4139	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[701, 701, 701, 16, 16]	\N	\N	\N	in_range_float8_float8	double precision, double precision, double precision, boolean, boolean	double precision, double precision, double precision, boolean, boolean	pg_catalog.in_range	in_range(double precision,double precision,double precision,boolean,boolean)	boolean
4140	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[700, 700, 701, 16, 16]	\N	\N	\N	in_range_float4_float8	real, real, double precision, boolean, boolean	real, real, double precision, boolean, boolean	pg_catalog.in_range	in_range(real,real,double precision,boolean,boolean)	boolean
4141	in_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[1700, 1700, 1700, 16, 16]	\N	\N	\N	in_range_numeric_numeric	numeric, numeric, numeric, boolean, boolean	numeric, numeric, numeric, boolean, boolean	pg_catalog.in_range	in_range(numeric,numeric,numeric,boolean,boolean)	boolean
4187	pg_lsn_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3220	[3220, 3220]	\N	\N	\N	pg_lsn_larger	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_larger	pg_lsn_larger(pg_lsn,pg_lsn)	pg_lsn
4188	pg_lsn_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3220	[3220, 3220]	\N	\N	\N	pg_lsn_smaller	pg_lsn, pg_lsn	pg_lsn, pg_lsn	pg_lsn_smaller	pg_lsn_smaller(pg_lsn,pg_lsn)	pg_lsn
4189	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	3220	[3220]	\N	\N	\N	aggregate_dummy	pg_lsn	pg_lsn	pg_catalog.max	max(pg_lsn)	pg_lsn
4190	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	3220	[3220]	\N	\N	\N	aggregate_dummy	pg_lsn	pg_lsn	pg_catalog.min	min(pg_lsn)	pg_lsn
4193	regcollationin	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	4191	[2275]	\N	\N	\N	regcollationin	cstring	cstring	regcollationin	regcollationin(cstring)	regcollation
4194	regcollationout	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[4191]	\N	\N	\N	regcollationout	regcollation	regcollation	regcollationout	regcollationout(regcollation)	cstring
4195	to_regcollation	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	4191	[25]	\N	\N	\N	to_regcollation	text	text	to_regcollation	to_regcollation(text)	regcollation
4196	regcollationrecv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4191	[2281]	\N	\N	\N	regcollationrecv	internal	internal	regcollationrecv	regcollationrecv(internal)	regcollation
4197	regcollationsend	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[4191]	\N	\N	\N	regcollationsend	regcollation	regcollation	regcollationsend	regcollationsend(regcollation)	bytea
4226	anycompatiblemultirange_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	4538	[2275, 26, 23]	\N	\N	\N	anycompatiblemultirange_in	cstring, oid, integer	cstring, oid, integer	anycompatiblemultirange_in	anycompatiblemultirange_in(cstring,oid,integer)	anycompatiblemultirange
4227	anycompatiblemultirange_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[4538]	\N	\N	\N	anycompatiblemultirange_out	anycompatiblemultirange	anycompatiblemultirange	anycompatiblemultirange_out	anycompatiblemultirange_out(anycompatiblemultirange)	cstring
4229	anymultirange_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	4537	[2275, 26, 23]	\N	\N	\N	anymultirange_in	cstring, oid, integer	cstring, oid, integer	anymultirange_in	anymultirange_in(cstring,oid,integer)	anymultirange
4230	anymultirange_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[4537]	\N	\N	\N	anymultirange_out	anymultirange	anymultirange	anymultirange_out	anymultirange_out(anymultirange)	cstring
4231	multirange_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	4537	[2275, 26, 23]	\N	\N	\N	multirange_in	cstring, oid, integer	cstring, oid, integer	multirange_in	multirange_in(cstring,oid,integer)	anymultirange
4232	multirange_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[4537]	\N	\N	\N	multirange_out	anymultirange	anymultirange	multirange_out	multirange_out(anymultirange)	cstring
4233	multirange_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	4537	[2281, 26, 23]	\N	\N	\N	multirange_recv	internal, oid, integer	internal, oid, integer	multirange_recv	multirange_recv(internal,oid,integer)	anymultirange
4234	multirange_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[4537]	\N	\N	\N	multirange_send	anymultirange	anymultirange	multirange_send	multirange_send(anymultirange)	bytea
4242	multirange_typanalyze	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	16	[2281]	\N	\N	\N	multirange_typanalyze	internal	internal	multirange_typanalyze	multirange_typanalyze(internal)	boolean
4243	multirangesel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	multirangesel	internal, oid, internal, integer	internal, oid, internal, integer	multirangesel	multirangesel(internal,oid,internal,integer)	double precision
4244	multirange_eq	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_eq	anymultirange, anymultirange	anymultirange, anymultirange	multirange_eq	multirange_eq(anymultirange,anymultirange)	boolean
4245	multirange_ne	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_ne	anymultirange, anymultirange	anymultirange, anymultirange	multirange_ne	multirange_ne(anymultirange,anymultirange)	boolean
4246	range_overlaps_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 4537]	\N	\N	\N	range_overlaps_multirange	anyrange, anymultirange	anyrange, anymultirange	range_overlaps_multirange	range_overlaps_multirange(anyrange,anymultirange)	boolean
4247	multirange_overlaps_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 3831]	\N	\N	\N	multirange_overlaps_range	anymultirange, anyrange	anymultirange, anyrange	multirange_overlaps_range	multirange_overlaps_range(anymultirange,anyrange)	boolean
4248	multirange_overlaps_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_overlaps_multirange	anymultirange, anymultirange	anymultirange, anymultirange	multirange_overlaps_multirange	multirange_overlaps_multirange(anymultirange,anymultirange)	boolean
4249	multirange_contains_elem	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 2283]	\N	\N	\N	multirange_contains_elem	anymultirange, anyelement	anymultirange, anyelement	multirange_contains_elem	multirange_contains_elem(anymultirange,anyelement)	boolean
4250	multirange_contains_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 3831]	\N	\N	\N	multirange_contains_range	anymultirange, anyrange	anymultirange, anyrange	multirange_contains_range	multirange_contains_range(anymultirange,anyrange)	boolean
4251	multirange_contains_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_contains_multirange	anymultirange, anymultirange	anymultirange, anymultirange	multirange_contains_multirange	multirange_contains_multirange(anymultirange,anymultirange)	boolean
4252	elem_contained_by_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2283, 4537]	\N	\N	\N	elem_contained_by_multirange	anyelement, anymultirange	anyelement, anymultirange	elem_contained_by_multirange	elem_contained_by_multirange(anyelement,anymultirange)	boolean
4253	range_contained_by_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 4537]	\N	\N	\N	range_contained_by_multirange	anyrange, anymultirange	anyrange, anymultirange	range_contained_by_multirange	range_contained_by_multirange(anyrange,anymultirange)	boolean
4254	multirange_contained_by_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_contained_by_multirange	anymultirange, anymultirange	anymultirange, anymultirange	multirange_contained_by_multirange	multirange_contained_by_multirange(anymultirange,anymultirange)	boolean
4255	range_adjacent_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 4537]	\N	\N	\N	range_adjacent_multirange	anyrange, anymultirange	anyrange, anymultirange	range_adjacent_multirange	range_adjacent_multirange(anyrange,anymultirange)	boolean
4256	multirange_adjacent_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_adjacent_multirange	anymultirange, anymultirange	anymultirange, anymultirange	multirange_adjacent_multirange	multirange_adjacent_multirange(anymultirange,anymultirange)	boolean
4257	multirange_adjacent_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 3831]	\N	\N	\N	multirange_adjacent_range	anymultirange, anyrange	anymultirange, anyrange	multirange_adjacent_range	multirange_adjacent_range(anymultirange,anyrange)	boolean
4258	range_before_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 4537]	\N	\N	\N	range_before_multirange	anyrange, anymultirange	anyrange, anymultirange	range_before_multirange	range_before_multirange(anyrange,anymultirange)	boolean
4259	multirange_before_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 3831]	\N	\N	\N	multirange_before_range	anymultirange, anyrange	anymultirange, anyrange	multirange_before_range	multirange_before_range(anymultirange,anyrange)	boolean
4260	multirange_before_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_before_multirange	anymultirange, anymultirange	anymultirange, anymultirange	multirange_before_multirange	multirange_before_multirange(anymultirange,anymultirange)	boolean
4261	range_after_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 4537]	\N	\N	\N	range_after_multirange	anyrange, anymultirange	anyrange, anymultirange	range_after_multirange	range_after_multirange(anyrange,anymultirange)	boolean
4262	multirange_after_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 3831]	\N	\N	\N	multirange_after_range	anymultirange, anyrange	anymultirange, anyrange	multirange_after_range	multirange_after_range(anymultirange,anyrange)	boolean
4263	multirange_after_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_after_multirange	anymultirange, anymultirange	anymultirange, anymultirange	multirange_after_multirange	multirange_after_multirange(anymultirange,anymultirange)	boolean
4264	range_overleft_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 4537]	\N	\N	\N	range_overleft_multirange	anyrange, anymultirange	anyrange, anymultirange	range_overleft_multirange	range_overleft_multirange(anyrange,anymultirange)	boolean
4265	multirange_overleft_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 3831]	\N	\N	\N	multirange_overleft_range	anymultirange, anyrange	anymultirange, anyrange	multirange_overleft_range	multirange_overleft_range(anymultirange,anyrange)	boolean
4266	multirange_overleft_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_overleft_multirange	anymultirange, anymultirange	anymultirange, anymultirange	multirange_overleft_multirange	multirange_overleft_multirange(anymultirange,anymultirange)	boolean
4267	range_overright_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 4537]	\N	\N	\N	range_overright_multirange	anyrange, anymultirange	anyrange, anymultirange	range_overright_multirange	range_overright_multirange(anyrange,anymultirange)	boolean
4268	multirange_overright_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 3831]	\N	\N	\N	multirange_overright_range	anymultirange, anyrange	anymultirange, anyrange	multirange_overright_range	multirange_overright_range(anymultirange,anyrange)	boolean
4269	multirange_overright_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_overright_multirange	anymultirange, anymultirange	anymultirange, anymultirange	multirange_overright_multirange	multirange_overright_multirange(anymultirange,anymultirange)	boolean
4270	multirange_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	4537	[4537, 4537]	\N	\N	\N	multirange_union	anymultirange, anymultirange	anymultirange, anymultirange	multirange_union	multirange_union(anymultirange,anymultirange)	anymultirange
4271	multirange_minus	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	4537	[4537, 4537]	\N	\N	\N	multirange_minus	anymultirange, anymultirange	anymultirange, anymultirange	multirange_minus	multirange_minus(anymultirange,anymultirange)	anymultirange
4272	multirange_intersect	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	4537	[4537, 4537]	\N	\N	\N	multirange_intersect	anymultirange, anymultirange	anymultirange, anymultirange	multirange_intersect	multirange_intersect(anymultirange,anymultirange)	anymultirange
4273	multirange_cmp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[4537, 4537]	\N	\N	\N	multirange_cmp	anymultirange, anymultirange	anymultirange, anymultirange	multirange_cmp	multirange_cmp(anymultirange,anymultirange)	integer
4274	multirange_lt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_lt	anymultirange, anymultirange	anymultirange, anymultirange	multirange_lt	multirange_lt(anymultirange,anymultirange)	boolean
4275	multirange_le	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_le	anymultirange, anymultirange	anymultirange, anymultirange	multirange_le	multirange_le(anymultirange,anymultirange)	boolean
4276	multirange_ge	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_ge	anymultirange, anymultirange	anymultirange, anymultirange	multirange_ge	multirange_ge(anymultirange,anymultirange)	boolean
4277	multirange_gt	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 4537]	\N	\N	\N	multirange_gt	anymultirange, anymultirange	anymultirange, anymultirange	multirange_gt	multirange_gt(anymultirange,anymultirange)	boolean
4278	hash_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[4537]	\N	\N	\N	hash_multirange	anymultirange	anymultirange	hash_multirange	hash_multirange(anymultirange)	integer
4279	hash_multirange_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[4537, 20]	\N	\N	\N	hash_multirange_extended	anymultirange, bigint	anymultirange, bigint	hash_multirange_extended	hash_multirange_extended(anymultirange,bigint)	bigint
4281	int4multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4451	[3904]	\N	\N	\N	multirange_constructor1	int4range	int4range	pg_catalog.int4multirange	int4multirange(int4range)	int4multirange
4284	nummultirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4532	[3906]	\N	\N	\N	multirange_constructor1	numrange	numrange	pg_catalog.nummultirange	nummultirange(numrange)	nummultirange
4287	tsmultirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4533	[3908]	\N	\N	\N	multirange_constructor1	tsrange	tsrange	pg_catalog.tsmultirange	tsmultirange(tsrange)	tsmultirange
4290	tstzmultirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4534	[3910]	\N	\N	\N	multirange_constructor1	tstzrange	tstzrange	pg_catalog.tstzmultirange	tstzmultirange(tstzrange)	tstzmultirange
4293	datemultirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4535	[3912]	\N	\N	\N	multirange_constructor1	daterange	daterange	pg_catalog.datemultirange	datemultirange(daterange)	datemultirange
4296	int8multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4536	[3926]	\N	\N	\N	multirange_constructor1	int8range	int8range	pg_catalog.int8multirange	int8multirange(int8range)	int8multirange
4350	normalize	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	1	25	[25, 25]	\N	\N	\N	unicode_normalize_func	text, text DEFAULT ''NFC''::text	text, text	"normalize"	"normalize"(text,text)	text
4351	is_normalized	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	1	16	[25, 25]	\N	\N	\N	unicode_is_normalized	text, text DEFAULT ''NFC''::text	text, text	is_normalized	is_normalized(text,text)	boolean
4541	range_contains_multirange	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[3831, 4537]	\N	\N	\N	range_contains_multirange	anyrange, anymultirange	anyrange, anymultirange	range_contains_multirange	range_contains_multirange(anyrange,anymultirange)	boolean
4542	multirange_contained_by_range	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[4537, 3831]	\N	\N	\N	multirange_contained_by_range	anymultirange, anyrange	anymultirange, anyrange	multirange_contained_by_range	multirange_contained_by_range(anymultirange,anyrange)	boolean
4591	brin_bloom_opcinfo	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	brin_bloom_opcinfo	internal	internal	brin_bloom_opcinfo	brin_bloom_opcinfo(internal)	internal
4592	brin_bloom_add_value	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	16	[2281, 2281, 2281, 2281]	\N	\N	\N	brin_bloom_add_value	internal, internal, internal, internal	internal, internal, internal, internal	brin_bloom_add_value	brin_bloom_add_value(internal,internal,internal,internal)	boolean
4593	brin_bloom_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	16	[2281, 2281, 2281, 23]	\N	\N	\N	brin_bloom_consistent	internal, internal, internal, integer	internal, internal, internal, integer	brin_bloom_consistent	brin_bloom_consistent(internal,internal,internal,integer)	boolean
4594	brin_bloom_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	16	[2281, 2281, 2281]	\N	\N	\N	brin_bloom_union	internal, internal, internal	internal, internal, internal	brin_bloom_union	brin_bloom_union(internal,internal,internal)	boolean
4595	brin_bloom_options	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	2278	[2281]	\N	\N	\N	brin_bloom_options	internal	internal	brin_bloom_options	brin_bloom_options(internal)	void
4596	brin_bloom_summary_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4600	[2275]	\N	\N	\N	brin_bloom_summary_in	cstring	cstring	brin_bloom_summary_in	brin_bloom_summary_in(cstring)	pg_brin_bloom_summary
4597	brin_bloom_summary_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[4600]	\N	\N	\N	brin_bloom_summary_out	pg_brin_bloom_summary	pg_brin_bloom_summary	brin_bloom_summary_out	brin_bloom_summary_out(pg_brin_bloom_summary)	cstring
4598	brin_bloom_summary_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	4600	[2281]	\N	\N	\N	brin_bloom_summary_recv	internal	internal	brin_bloom_summary_recv	brin_bloom_summary_recv(internal)	pg_brin_bloom_summary
4599	brin_bloom_summary_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[4600]	\N	\N	\N	brin_bloom_summary_send	pg_brin_bloom_summary	pg_brin_bloom_summary	brin_bloom_summary_send	brin_bloom_summary_send(pg_brin_bloom_summary)	bytea
4616	brin_minmax_multi_opcinfo	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	brin_minmax_multi_opcinfo	internal	internal	brin_minmax_multi_opcinfo	brin_minmax_multi_opcinfo(internal)	internal
4617	brin_minmax_multi_add_value	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	16	[2281, 2281, 2281, 2281]	\N	\N	\N	brin_minmax_multi_add_value	internal, internal, internal, internal	internal, internal, internal, internal	brin_minmax_multi_add_value	brin_minmax_multi_add_value(internal,internal,internal,internal)	boolean
4618	brin_minmax_multi_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	16	[2281, 2281, 2281, 23]	\N	\N	\N	brin_minmax_multi_consistent	internal, internal, internal, integer	internal, internal, internal, integer	brin_minmax_multi_consistent	brin_minmax_multi_consistent(internal,internal,internal,integer)	boolean
4619	brin_minmax_multi_union	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	16	[2281, 2281, 2281]	\N	\N	\N	brin_minmax_multi_union	internal, internal, internal	internal, internal, internal	brin_minmax_multi_union	brin_minmax_multi_union(internal,internal,internal)	boolean
4620	brin_minmax_multi_options	11	10	12	1	0	0	0	f	false	false	false	false	i	s	1	0	2278	[2281]	\N	\N	\N	brin_minmax_multi_options	internal	internal	brin_minmax_multi_options	brin_minmax_multi_options(internal)	void
4621	brin_minmax_multi_distance_int2	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_int2	internal, internal	internal, internal	brin_minmax_multi_distance_int2	brin_minmax_multi_distance_int2(internal,internal)	double precision
4622	brin_minmax_multi_distance_int4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_int4	internal, internal	internal, internal	brin_minmax_multi_distance_int4	brin_minmax_multi_distance_int4(internal,internal)	double precision
4623	brin_minmax_multi_distance_int8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_int8	internal, internal	internal, internal	brin_minmax_multi_distance_int8	brin_minmax_multi_distance_int8(internal,internal)	double precision
4624	brin_minmax_multi_distance_float4	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_float4	internal, internal	internal, internal	brin_minmax_multi_distance_float4	brin_minmax_multi_distance_float4(internal,internal)	double precision
4625	brin_minmax_multi_distance_float8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_float8	internal, internal	internal, internal	brin_minmax_multi_distance_float8	brin_minmax_multi_distance_float8(internal,internal)	double precision
4626	brin_minmax_multi_distance_numeric	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_numeric	internal, internal	internal, internal	brin_minmax_multi_distance_numeric	brin_minmax_multi_distance_numeric(internal,internal)	double precision
4627	brin_minmax_multi_distance_tid	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_tid	internal, internal	internal, internal	brin_minmax_multi_distance_tid	brin_minmax_multi_distance_tid(internal,internal)	double precision
4628	brin_minmax_multi_distance_uuid	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_uuid	internal, internal	internal, internal	brin_minmax_multi_distance_uuid	brin_minmax_multi_distance_uuid(internal,internal)	double precision
4629	brin_minmax_multi_distance_date	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_date	internal, internal	internal, internal	brin_minmax_multi_distance_date	brin_minmax_multi_distance_date(internal,internal)	double precision
4630	brin_minmax_multi_distance_time	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_time	internal, internal	internal, internal	brin_minmax_multi_distance_time	brin_minmax_multi_distance_time(internal,internal)	double precision
4631	brin_minmax_multi_distance_interval	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_interval	internal, internal	internal, internal	brin_minmax_multi_distance_interval	brin_minmax_multi_distance_interval(internal,internal)	double precision
4632	brin_minmax_multi_distance_timetz	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_timetz	internal, internal	internal, internal	brin_minmax_multi_distance_timetz	brin_minmax_multi_distance_timetz(internal,internal)	double precision
4633	brin_minmax_multi_distance_pg_lsn	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_pg_lsn	internal, internal	internal, internal	brin_minmax_multi_distance_pg_lsn	brin_minmax_multi_distance_pg_lsn(internal,internal)	double precision
4634	brin_minmax_multi_distance_macaddr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_macaddr	internal, internal	internal, internal	brin_minmax_multi_distance_macaddr	brin_minmax_multi_distance_macaddr(internal,internal)	double precision
4635	brin_minmax_multi_distance_macaddr8	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_macaddr8	internal, internal	internal, internal	brin_minmax_multi_distance_macaddr8	brin_minmax_multi_distance_macaddr8(internal,internal)	double precision
4636	brin_minmax_multi_distance_inet	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_inet	internal, internal	internal, internal	brin_minmax_multi_distance_inet	brin_minmax_multi_distance_inet(internal,internal)	double precision
4637	brin_minmax_multi_distance_timestamp	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	701	[2281, 2281]	\N	\N	\N	brin_minmax_multi_distance_timestamp	internal, internal	internal, internal	brin_minmax_multi_distance_timestamp	brin_minmax_multi_distance_timestamp(internal,internal)	double precision
4638	brin_minmax_multi_summary_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	4601	[2275]	\N	\N	\N	brin_minmax_multi_summary_in	cstring	cstring	brin_minmax_multi_summary_in	brin_minmax_multi_summary_in(cstring)	pg_brin_minmax_multi_summary
4639	brin_minmax_multi_summary_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[4601]	\N	\N	\N	brin_minmax_multi_summary_out	pg_brin_minmax_multi_summary	pg_brin_minmax_multi_summary	brin_minmax_multi_summary_out	brin_minmax_multi_summary_out(pg_brin_minmax_multi_summary)	cstring
4640	brin_minmax_multi_summary_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	4601	[2281]	\N	\N	\N	brin_minmax_multi_summary_recv	internal	internal	brin_minmax_multi_summary_recv	brin_minmax_multi_summary_recv(internal)	pg_brin_minmax_multi_summary
4641	brin_minmax_multi_summary_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[4601]	\N	\N	\N	brin_minmax_multi_summary_send	pg_brin_minmax_multi_summary	pg_brin_minmax_multi_summary	brin_minmax_multi_summary_send	brin_minmax_multi_summary_send(pg_brin_minmax_multi_summary)	bytea
5003	tsquery_phrase	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3615	[3615, 3615]	\N	\N	\N	tsquery_phrase	tsquery, tsquery	tsquery, tsquery	pg_catalog.tsquery_phrase	tsquery_phrase(tsquery,tsquery)	tsquery
5010	spg_bbox_quad_config	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_bbox_quad_config	internal, internal	internal, internal	spg_bbox_quad_config	spg_bbox_quad_config(internal,internal)	void
5011	spg_poly_quad_compress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	603	[604]	\N	\N	\N	spg_poly_quad_compress	polygon	polygon	spg_poly_quad_compress	spg_poly_quad_compress(polygon)	box
5012	spg_box_quad_config	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_box_quad_config	internal, internal	internal, internal	spg_box_quad_config	spg_box_quad_config(internal,internal)	void
5013	spg_box_quad_choose	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_box_quad_choose	internal, internal	internal, internal	spg_box_quad_choose	spg_box_quad_choose(internal,internal)	void
5014	spg_box_quad_picksplit	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_box_quad_picksplit	internal, internal	internal, internal	spg_box_quad_picksplit	spg_box_quad_picksplit(internal,internal)	void
5015	spg_box_quad_inner_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2278	[2281, 2281]	\N	\N	\N	spg_box_quad_inner_consistent	internal, internal	internal, internal	spg_box_quad_inner_consistent	spg_box_quad_inner_consistent(internal,internal)	void
5016	spg_box_quad_leaf_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[2281, 2281]	\N	\N	\N	spg_box_quad_leaf_consistent	internal, internal	internal, internal	spg_box_quad_leaf_consistent	spg_box_quad_leaf_consistent(internal,internal)	boolean
5018	pg_mcv_list_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	5017	[2275]	\N	\N	\N	pg_mcv_list_in	cstring	cstring	pg_mcv_list_in	pg_mcv_list_in(cstring)	pg_mcv_list
5019	pg_mcv_list_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[5017]	\N	\N	\N	pg_mcv_list_out	pg_mcv_list	pg_mcv_list	pg_mcv_list_out	pg_mcv_list_out(pg_mcv_list)	cstring
5020	pg_mcv_list_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	5017	[2281]	\N	\N	\N	pg_mcv_list_recv	internal	internal	pg_mcv_list_recv	pg_mcv_list_recv(internal)	pg_mcv_list
5021	pg_mcv_list_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[5017]	\N	\N	\N	pg_mcv_list_send	pg_mcv_list	pg_mcv_list	pg_mcv_list_send	pg_mcv_list_send(pg_mcv_list)	bytea
5022	pg_lsn_pli	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3220	[3220, 1700]	\N	\N	\N	pg_lsn_pli	pg_lsn, numeric	pg_lsn, numeric	pg_lsn_pli	pg_lsn_pli(pg_lsn,numeric)	pg_lsn
5023	numeric_pl_pg_lsn	11	10	14	1	0	0	0	f	false	false	true	false	i	s	2	0	3220	[1700, 3220]	\N	\N	\N		numeric, pg_lsn	numeric, pg_lsn	numeric_pl_pg_lsn	numeric_pl_pg_lsn(numeric,pg_lsn)	pg_lsn
5024	pg_lsn_mii	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	3220	[3220, 1700]	\N	\N	\N	pg_lsn_mii	pg_lsn, numeric	pg_lsn, numeric	pg_lsn_mii	pg_lsn_mii(pg_lsn,numeric)	pg_lsn
5033	network_sortsupport	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2278	[2281]	\N	\N	\N	network_sortsupport	internal	internal	network_sortsupport	network_sortsupport(internal)	void
5034	xid8lt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[5069, 5069]	\N	\N	\N	xid8lt	xid8, xid8	xid8, xid8	xid8lt	xid8lt(xid8,xid8)	boolean
5035	xid8gt	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[5069, 5069]	\N	\N	\N	xid8gt	xid8, xid8	xid8, xid8	xid8gt	xid8gt(xid8,xid8)	boolean
5036	xid8le	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[5069, 5069]	\N	\N	\N	xid8le	xid8, xid8	xid8, xid8	xid8le	xid8le(xid8,xid8)	boolean
5037	xid8ge	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[5069, 5069]	\N	\N	\N	xid8ge	xid8, xid8	xid8, xid8	xid8ge	xid8ge(xid8,xid8)	boolean
5040	matchingsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	4	0	701	[2281, 26, 2281, 23]	\N	\N	\N	matchingsel	internal, oid, internal, integer	internal, oid, internal, integer	matchingsel	matchingsel(internal,oid,internal,integer)	double precision
5041	matchingjoinsel	11	10	12	1	0	0	0	f	false	false	true	false	s	s	5	0	701	[2281, 26, 2281, 21, 2281]	\N	\N	\N	matchingjoinsel	internal, oid, internal, smallint, internal	internal, oid, internal, smallint, internal	matchingjoinsel	matchingjoinsel(internal,oid,internal,smallint,internal)	double precision
5042	min_scale	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[1700]	\N	\N	\N	numeric_min_scale	numeric	numeric	min_scale	min_scale(numeric)	integer
5043	trim_scale	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	1700	[1700]	\N	\N	\N	numeric_trim_scale	numeric	numeric	trim_scale	trim_scale(numeric)	numeric
5044	gcd	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4gcd	integer, integer	integer, integer	pg_catalog.gcd	gcd(integer,integer)	integer
5045	gcd	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8gcd	bigint, bigint	bigint, bigint	pg_catalog.gcd	gcd(bigint,bigint)	bigint
5046	lcm	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[23, 23]	\N	\N	\N	int4lcm	integer, integer	integer, integer	pg_catalog.lcm	lcm(integer,integer)	integer
5047	lcm	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[20, 20]	\N	\N	\N	int8lcm	bigint, bigint	bigint, bigint	pg_catalog.lcm	lcm(bigint,bigint)	bigint
5048	gcd	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_gcd	numeric, numeric	numeric, numeric	pg_catalog.gcd	gcd(numeric,numeric)	numeric
5049	lcm	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	1700	[1700, 1700]	\N	\N	\N	numeric_lcm	numeric, numeric	numeric, numeric	pg_catalog.lcm	lcm(numeric,numeric)	numeric
5050	btvarstrequalimage	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[26]	\N	\N	\N	btvarstrequalimage	oid	oid	btvarstrequalimage	btvarstrequalimage(oid)	boolean
5051	btequalimage	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	16	[26]	\N	\N	\N	btequalimage	oid	oid	btequalimage	btequalimage(oid)	boolean
5054	jsonb_set_lax	11	10	12	1	0	0	0	f	false	false	false	false	i	s	5	2	3802	[3802, 1009, 3802, 16, 25]	\N	\N	[jsonb_in, path, replacement, create_if_missing, null_value_treatment]	jsonb_set_lax	jsonb_in jsonb, path text[], replacement jsonb, create_if_missing boolean DEFAULT true, null_value_treatment text DEFAULT ''use_json_null''::text	jsonb_in jsonb, path text[], replacement jsonb, create_if_missing boolean, null_value_treatment text	jsonb_set_lax	jsonb_set_lax(jsonb,text[],jsonb,boolean,text)	jsonb
5055	pg_snapshot_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	5038	[2275]	\N	\N	\N	pg_snapshot_in	cstring	cstring	pg_snapshot_in	pg_snapshot_in(cstring)	pg_snapshot
5056	pg_snapshot_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[5038]	\N	\N	\N	pg_snapshot_out	pg_snapshot	pg_snapshot	pg_snapshot_out	pg_snapshot_out(pg_snapshot)	cstring
5057	pg_snapshot_recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	5038	[2281]	\N	\N	\N	pg_snapshot_recv	internal	internal	pg_snapshot_recv	pg_snapshot_recv(internal)	pg_snapshot
5058	pg_snapshot_send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[5038]	\N	\N	\N	pg_snapshot_send	pg_snapshot	pg_snapshot	pg_snapshot_send	pg_snapshot_send(pg_snapshot)	bytea
5059	pg_current_xact_id	11	10	12	1	0	0	0	f	false	false	true	false	s	u	0	0	5069	[]	\N	\N	\N	pg_current_xact_id			pg_current_xact_id	pg_current_xact_id()	xid8
5070	xid8in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	5069	[2275]	\N	\N	\N	xid8in	cstring	cstring	xid8in	xid8in(cstring)	xid8
5071	xid	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	28	[5069]	\N	\N	\N	xid8toxid	xid8	xid8	xid	xid(xid8)	xid
5081	xid8out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[5069]	\N	\N	\N	xid8out	xid8	xid8	xid8out	xid8out(xid8)	cstring
5082	xid8recv	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	5069	[2281]	\N	\N	\N	xid8recv	internal	internal	xid8recv	xid8recv(internal)	xid8
5083	xid8send	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	17	[5069]	\N	\N	\N	xid8send	xid8	xid8	xid8send	xid8send(xid8)	bytea
5084	xid8eq	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[5069, 5069]	\N	\N	\N	xid8eq	xid8, xid8	xid8, xid8	xid8eq	xid8eq(xid8,xid8)	boolean
5085	xid8ne	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	16	[5069, 5069]	\N	\N	\N	xid8ne	xid8, xid8	xid8, xid8	xid8ne	xid8ne(xid8,xid8)	boolean
5086	anycompatible_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	5077	[2275]	\N	\N	\N	anycompatible_in	cstring	cstring	anycompatible_in	anycompatible_in(cstring)	anycompatible
5087	anycompatible_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[5077]	\N	\N	\N	anycompatible_out	anycompatible	anycompatible	anycompatible_out	anycompatible_out(anycompatible)	cstring
5088	anycompatiblearray_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	5078	[2275]	\N	\N	\N	anycompatiblearray_in	cstring	cstring	anycompatiblearray_in	anycompatiblearray_in(cstring)	anycompatiblearray
5089	anycompatiblearray_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[5078]	\N	\N	\N	anycompatiblearray_out	anycompatiblearray	anycompatiblearray	anycompatiblearray_out	anycompatiblearray_out(anycompatiblearray)	cstring
5090	anycompatiblearray_recv	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	5078	[2281]	\N	\N	\N	anycompatiblearray_recv	internal	internal	anycompatiblearray_recv	anycompatiblearray_recv(internal)	anycompatiblearray
5091	anycompatiblearray_send	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	17	[5078]	\N	\N	\N	anycompatiblearray_send	anycompatiblearray	anycompatiblearray	anycompatiblearray_send	anycompatiblearray_send(anycompatiblearray)	bytea
5092	anycompatiblenonarray_in	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	5079	[2275]	\N	\N	\N	anycompatiblenonarray_in	cstring	cstring	anycompatiblenonarray_in	anycompatiblenonarray_in(cstring)	anycompatiblenonarray
5093	anycompatiblenonarray_out	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2275	[5079]	\N	\N	\N	anycompatiblenonarray_out	anycompatiblenonarray	anycompatiblenonarray	anycompatiblenonarray_out	anycompatiblenonarray_out(anycompatiblenonarray)	cstring
5094	anycompatiblerange_in	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	5080	[2275, 26, 23]	\N	\N	\N	anycompatiblerange_in	cstring, oid, integer	cstring, oid, integer	anycompatiblerange_in	anycompatiblerange_in(cstring,oid,integer)	anycompatiblerange
5095	anycompatiblerange_out	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	2275	[5080]	\N	\N	\N	anycompatiblerange_out	anycompatiblerange	anycompatiblerange	anycompatiblerange_out	anycompatiblerange_out(anycompatiblerange)	cstring
5096	xid8cmp	11	10	12	1	0	0	0	f	false	true	true	false	i	s	2	0	23	[5069, 5069]	\N	\N	\N	xid8cmp	xid8, xid8	xid8, xid8	xid8cmp	xid8cmp(xid8,xid8)	integer
5097	xid8_larger	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	5069	[5069, 5069]	\N	\N	\N	xid8_larger	xid8, xid8	xid8, xid8	xid8_larger	xid8_larger(xid8,xid8)	xid8
5098	xid8_smaller	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	5069	[5069, 5069]	\N	\N	\N	xid8_smaller	xid8, xid8	xid8, xid8	xid8_smaller	xid8_smaller(xid8,xid8)	xid8
5099	max	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	5069	[5069]	\N	\N	\N	aggregate_dummy	xid8	xid8	pg_catalog.max	max(xid8)	xid8
5100	min	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	5069	[5069]	\N	\N	\N	aggregate_dummy	xid8	xid8	pg_catalog.min	min(xid8)	xid8
6098	jsonb_subscript_handler	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	jsonb_subscript_handler	internal	internal	jsonb_subscript_handler	jsonb_subscript_handler(internal)	internal
6121	pg_relation_is_publishable	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	16	[2205]	\N	\N	\N	pg_relation_is_publishable	regclass	regclass	pg_relation_is_publishable	pg_relation_is_publishable(regclass)	boolean
6154	multirange_gist_consistent	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	16	[2281, 4537, 21, 26, 2281]	\N	\N	\N	multirange_gist_consistent	internal, anymultirange, smallint, oid, internal	internal, anymultirange, smallint, oid, internal	multirange_gist_consistent	multirange_gist_consistent(internal,anymultirange,smallint,oid,internal)	boolean
6156	multirange_gist_compress	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	multirange_gist_compress	internal	internal	multirange_gist_compress	multirange_gist_compress(internal)	internal
6160	string_to_table	11	10	12	1	1000	0	0	f	false	false	false	true	i	s	2	0	25	[25, 25]	\N	\N	\N	text_to_table	text, text	text, text	pg_catalog.string_to_table	string_to_table(text,text)	SETOF text
6161	string_to_table	11	10	12	1	1000	0	0	f	false	false	false	true	i	s	3	0	25	[25, 25, 25]	\N	\N	\N	text_to_table_null	text, text, text	text, text, text	pg_catalog.string_to_table	string_to_table(text,text,text)	SETOF text
6162	bit_count	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[1560]	\N	\N	\N	bit_bit_count	bit	bit	pg_catalog.bit_count	bit_count(bit)	bigint
6163	bit_count	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	20	[17]	\N	\N	\N	bytea_bit_count	bytea	bytea	pg_catalog.bit_count	bit_count(bytea)	bigint
6164	bit_xor	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	21	[21]	\N	\N	\N	aggregate_dummy	smallint	smallint	pg_catalog.bit_xor	bit_xor(smallint)	smallint
6165	bit_xor	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	23	[23]	\N	\N	\N	aggregate_dummy	integer	integer	pg_catalog.bit_xor	bit_xor(integer)	integer
6166	bit_xor	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	20	[20]	\N	\N	\N	aggregate_dummy	bigint	bigint	pg_catalog.bit_xor	bit_xor(bigint)	bigint
6167	bit_xor	11	10	12	1	0	0	0	a	false	false	false	false	i	s	1	0	1560	[1560]	\N	\N	\N	aggregate_dummy	bit	bit	pg_catalog.bit_xor	bit_xor(bit)	bit
6172	trim_array	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	2277	[2277, 23]	\N	\N	\N	trim_array	anyarray, integer	anyarray, integer	trim_array	trim_array(anyarray,integer)	anyarray
6174	pg_get_statisticsobjdef_columns	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_statisticsobjdef_columns	oid	oid	pg_get_statisticsobjdef_columns	pg_get_statisticsobjdef_columns(oid)	text
6177	date_bin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1114	[1186, 1114, 1114]	\N	\N	\N	timestamp_bin	interval, timestamp without time zone, timestamp without time zone	interval, timestamp without time zone, timestamp without time zone	pg_catalog.date_bin	date_bin(interval,timestamp without time zone,timestamp without time zone)	timestamp without time zone
6178	date_bin	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	1184	[1186, 1184, 1184]	\N	\N	\N	timestamptz_bin	interval, timestamp with time zone, timestamp with time zone	interval, timestamp with time zone, timestamp with time zone	pg_catalog.date_bin	date_bin(interval,timestamp with time zone,timestamp with time zone)	timestamp with time zone
6179	array_subscript_handler	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	array_subscript_handler	internal	internal	array_subscript_handler	array_subscript_handler(internal)	internal
6180	raw_array_subscript_handler	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	raw_array_subscript_handler	internal	internal	raw_array_subscript_handler	raw_array_subscript_handler(internal)	internal
6192	hash_record	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	23	[2249]	\N	\N	\N	hash_record	record	record	hash_record	hash_record(record)	integer
6193	hash_record_extended	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	20	[2249, 20]	\N	\N	\N	hash_record_extended	record, bigint	record, bigint	hash_record_extended	hash_record_extended(record,bigint)	bigint
6195	ltrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	17	[17, 17]	\N	\N	\N	bytealtrim	bytea, bytea	bytea, bytea	pg_catalog.ltrim	ltrim(bytea,bytea)	bytea
6196	rtrim	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	17	[17, 17]	\N	\N	\N	byteartrim	bytea, bytea	bytea, bytea	pg_catalog.rtrim	rtrim(bytea,bytea)	bytea
6197	pg_get_function_sqlbody	11	10	12	1	0	0	0	f	false	false	true	false	s	s	1	0	25	[26]	\N	\N	\N	pg_get_function_sqlbody	oid	oid	pg_get_function_sqlbody	pg_get_function_sqlbody(oid)	text
6198	unistr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	25	[25]	\N	\N	\N	unistr	text	text	unistr	unistr(text)	text
6205	has_parameter_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[19, 25, 25]	\N	\N	\N	has_parameter_privilege_name_name	name, text, text	name, text, text	pg_catalog.has_parameter_privilege	has_parameter_privilege(name,text,text)	boolean
6206	has_parameter_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	3	0	16	[26, 25, 25]	\N	\N	\N	has_parameter_privilege_id_name	oid, text, text	oid, text, text	pg_catalog.has_parameter_privilege	has_parameter_privilege(oid,text,text)	boolean
6207	has_parameter_privilege	11	10	12	1	0	0	0	f	false	false	true	false	s	s	2	0	16	[25, 25]	\N	\N	\N	has_parameter_privilege_name	text, text	text, text	pg_catalog.has_parameter_privilege	has_parameter_privilege(text,text)	boolean
6233	window_row_number_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	window_row_number_support	internal	internal	window_row_number_support	window_row_number_support(internal)	internal
6234	window_rank_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	window_rank_support	internal	internal	window_rank_support	window_rank_support(internal)	internal
6235	window_dense_rank_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	window_dense_rank_support	internal	internal	window_dense_rank_support	window_dense_rank_support(internal)	internal
6236	int8inc_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	int8inc_support	internal	internal	int8inc_support	int8inc_support(internal)	internal
6242	text_starts_with_support	11	10	12	1	0	0	0	f	false	false	true	false	i	s	1	0	2281	[2281]	\N	\N	\N	text_starts_with_support	internal	internal	text_starts_with_support	text_starts_with_support(internal)	internal
6251	regexp_replace	11	10	12	1	0	0	0	f	false	false	true	false	i	s	6	0	25	[25, 25, 25, 23, 23, 25]	\N	\N	\N	textregexreplace_extended	text, text, text, integer, integer, text	text, text, text, integer, integer, text	pg_catalog.regexp_replace	regexp_replace(text,text,text,integer,integer,text)	text
6252	regexp_replace	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	25	[25, 25, 25, 23, 23]	\N	\N	\N	textregexreplace_extended_no_flags	text, text, text, integer, integer	text, text, text, integer, integer	pg_catalog.regexp_replace	regexp_replace(text,text,text,integer,integer)	text
6253	regexp_replace	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	25	[25, 25, 25, 23]	\N	\N	\N	textregexreplace_extended_no_n	text, text, text, integer	text, text, text, integer	pg_catalog.regexp_replace	regexp_replace(text,text,text,integer)	text
6254	regexp_count	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[25, 25]	\N	\N	\N	regexp_count_no_start	text, text	text, text	pg_catalog.regexp_count	regexp_count(text,text)	integer
6255	regexp_count	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	23	[25, 25, 23]	\N	\N	\N	regexp_count_no_flags	text, text, integer	text, text, integer	pg_catalog.regexp_count	regexp_count(text,text,integer)	integer
6256	regexp_count	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	23	[25, 25, 23, 25]	\N	\N	\N	regexp_count	text, text, integer, text	text, text, integer, text	pg_catalog.regexp_count	regexp_count(text,text,integer,text)	integer
6257	regexp_instr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	23	[25, 25]	\N	\N	\N	regexp_instr_no_start	text, text	text, text	pg_catalog.regexp_instr	regexp_instr(text,text)	integer
6258	regexp_instr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	23	[25, 25, 23]	\N	\N	\N	regexp_instr_no_n	text, text, integer	text, text, integer	pg_catalog.regexp_instr	regexp_instr(text,text,integer)	integer
6259	regexp_instr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	23	[25, 25, 23, 23]	\N	\N	\N	regexp_instr_no_endoption	text, text, integer, integer	text, text, integer, integer	pg_catalog.regexp_instr	regexp_instr(text,text,integer,integer)	integer
6260	regexp_instr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	23	[25, 25, 23, 23, 23]	\N	\N	\N	regexp_instr_no_flags	text, text, integer, integer, integer	text, text, integer, integer, integer	pg_catalog.regexp_instr	regexp_instr(text,text,integer,integer,integer)	integer
6261	regexp_instr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	6	0	23	[25, 25, 23, 23, 23, 25]	\N	\N	\N	regexp_instr_no_subexpr	text, text, integer, integer, integer, text	text, text, integer, integer, integer, text	pg_catalog.regexp_instr	regexp_instr(text,text,integer,integer,integer,text)	integer
6262	regexp_instr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	7	0	23	[25, 25, 23, 23, 23, 25, 23]	\N	\N	\N	regexp_instr	text, text, integer, integer, integer, text, integer	text, text, integer, integer, integer, text, integer	pg_catalog.regexp_instr	regexp_instr(text,text,integer,integer,integer,text,integer)	integer
6263	regexp_like	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	16	[25, 25]	\N	\N	\N	regexp_like_no_flags	text, text	text, text	pg_catalog.regexp_like	regexp_like(text,text)	boolean
6264	regexp_like	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	16	[25, 25, 25]	\N	\N	\N	regexp_like	text, text, text	text, text, text	pg_catalog.regexp_like	regexp_like(text,text,text)	boolean
6265	regexp_substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	2	0	25	[25, 25]	\N	\N	\N	regexp_substr_no_start	text, text	text, text	pg_catalog.regexp_substr	regexp_substr(text,text)	text
6266	regexp_substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	3	0	25	[25, 25, 23]	\N	\N	\N	regexp_substr_no_n	text, text, integer	text, text, integer	pg_catalog.regexp_substr	regexp_substr(text,text,integer)	text
6267	regexp_substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	4	0	25	[25, 25, 23, 23]	\N	\N	\N	regexp_substr_no_flags	text, text, integer, integer	text, text, integer, integer	pg_catalog.regexp_substr	regexp_substr(text,text,integer,integer)	text
6268	regexp_substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	5	0	25	[25, 25, 23, 23, 25]	\N	\N	\N	regexp_substr_no_subexpr	text, text, integer, integer, text	text, text, integer, integer, text	pg_catalog.regexp_substr	regexp_substr(text,text,integer,integer,text)	text
6269	regexp_substr	11	10	12	1	0	0	0	f	false	false	true	false	i	s	6	0	25	[25, 25, 23, 23, 25, 23]	\N	\N	\N	regexp_substr	text, text, integer, integer, text, integer	text, text, integer, integer, text, integer	pg_catalog.regexp_substr	regexp_substr(text,text,integer,integer,text,integer)	text
13208	_pg_expandarray	13000	10	14	100	1000	0	0	f	false	false	true	true	i	s	1	0	2249	[2277]	[2277, 2283, 23]	[i, o, o]	["", x, n]		anyarray, OUT x anyelement, OUT n integer	anyarray, OUT x anyelement, OUT n integer	information_schema._pg_expandarray	information_schema._pg_expandarray(anyarray)	SETOF record
');
