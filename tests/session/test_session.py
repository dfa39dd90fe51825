def test_select(session):
    assert session.rows("select 1") == [("1",)]
    session.run("create table t (a int)", "insert into t values (1), (2)")
    assert session.rows("select * from t order by a") == [("1",), ("2",)]
    assert session.error("select nope").code == "42703"
    print(session.described("select $1::int + a from t where a = $2"))
    lake = session.gateway.databases.find(session.identity.database).lake
    print(vars(lake), lake.storage)
    print(session.status)
