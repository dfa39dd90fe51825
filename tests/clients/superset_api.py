"""
A Superset of the tests' own, asked through its REST API as its pages ask it.

It has dependencies that are no friends of ours, so it has a Python of its own: what `make superset` makes, or the
virtual environment that SUPERSET_VENV names.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx
import pytest

from tests.processes import Program, free_ports

if TYPE_CHECKING:
    from tests.fix_gateway import Login

USER: Final = "browser"
START_SECONDS: Final = 240.0
"""Twenty seconds where nothing else runs."""
SECONDS: Final = 120.0
INSTALLED: Final = Path(__file__).parents[2] / ".superset"
CONFIGURATION: Final = """
SECRET_KEY = "known to nobody but to the tests, for a minute"
SQLALCHEMY_DATABASE_URI = "sqlite:///{directory}/metadata.db"
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
RATELIMIT_ENABLED = False
"""
DRIVER: Final = "postgresql+psycopg2"


def python() -> Path:
    """
    The Python that has Superset; where there is none the test is skipped.
    """
    named = os.environ.get("SUPERSET_VENV")
    if named is None and not (INSTALLED / ".installed").exists():
        pytest.skip(
            "there is no Apache Superset (make superset; or SUPERSET_VENV names its virtual environment)"
        )
    return Path(named or INSTALLED) / "bin" / "python"


class Superset:
    """
    A running Superset, and who is logged in to it.
    """

    def __init__(self, directory: Path) -> None:
        configuration = directory / "superset_config.py"
        configuration.write_text(CONFIGURATION.format(directory=directory))
        (port,) = free_ports(1)
        ours = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "PYTHON"))}
        self._program = Program(
            [str(python()), "-I", str(Path(__file__).with_name("superset_server.py")), str(port)],
            cwd=directory,
            env=ours | {"SUPERSET_CONFIG_PATH": str(configuration), "HOME": str(directory)},
        )
        self._client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=SECONDS)

    def log_in(self) -> None:
        self._program.wait_for("^superset ready", START_SECONDS)
        who = {"username": USER, "password": USER, "provider": "db", "refresh": False}
        token = self.post("/api/v1/security/login", who)["access_token"]
        self._client.headers["Authorization"] = f"Bearer {token}"

    def stop(self) -> None:
        self._client.close()
        self._program.stop()

    def get(self, path: str, **parameters: str) -> Any:
        return self._answered(self._client.get(path, params=parameters))

    def post(self, path: str, what: object) -> Any:
        return self._answered(self._client.post(path, json=what))

    def delete(self, path: str) -> None:
        self._answered(self._client.delete(path))

    def refused(self, path: str, what: object) -> Any:
        """What it says of what it cannot do."""
        answer = self._client.post(path, json=what)
        assert answer.is_error, answer.text
        return answer.json()

    def _answered(self, answer: httpx.Response) -> Any:
        assert answer.is_success, f"{answer.status_code} {answer.text}\n{self._program.log()[-5000:]}"
        return answer.json()


class Database:
    """
    A database as Superset has it, with datasets that are gone when it is forgotten.
    """

    def __init__(self, superset: Superset, login: Login) -> None:
        self._superset = superset
        user = login["user"] + (f":{login['password']}" if login["password"] else "")
        uri = f"{DRIVER}://{user}@{login['host']}:{login['port']}/{login['database']}"
        what = {"database_name": login["database"], "sqlalchemy_uri": uri}
        self.tested = superset.post("/api/v1/database/test_connection/", what)
        allowed = ("expose_in_sqllab", "allow_dml", "allow_ctas", "allow_cvas")
        extra = json.dumps({"cost_estimate_enabled": True})
        what |= {"extra": extra, **dict.fromkeys(allowed, True)}
        self.number = superset.post("/api/v1/database/", what)["id"]
        self._path = f"/api/v1/database/{self.number}"
        self._datasets: list[int] = []

    def forget(self) -> None:
        for dataset in self._datasets:
            self._superset.delete(f"/api/v1/dataset/{dataset}")
        self._superset.delete(self._path)

    def schemas(self) -> list[str]:
        return sorted(self._superset.get(f"{self._path}/schemas/")["result"])

    def relations(self, schema: str) -> list[tuple[str, str]]:
        """The names and kinds of tables and views."""
        listed = self._superset.get(f"{self._path}/tables/", q=f"(force:!t,schema_name:{schema})")
        return [(one["value"], one["type"]) for one in listed["result"]]

    def described(self, relation: str) -> Any:
        """What SQL Lab shows beside the editor."""
        return self._superset.get(f"{self._path}/table_metadata/", name=relation, schema="public")

    def dataset(self, name: str, **more: str) -> int:
        """Make one of a relation, or of the query `sql`."""
        what = {"database": self.number, "schema": "public", "table_name": name, **more}
        self._datasets.append(self._superset.post("/api/v1/dataset/", what)["id"])
        return self._datasets[-1]

    def columns(self, dataset: int) -> list[tuple[str, str, bool]]:
        """The names and types of a dataset's columns, by name, and whether time may run along them."""
        columns = self._superset.get(f"/api/v1/dataset/{dataset}")["result"]["columns"]
        return sorted((one["column_name"], one["type"], one["is_dttm"]) for one in columns)

    def chart(self, dataset: int, **query: Any) -> list[tuple[Any, ...]]:
        """The rows that a chart draws."""
        (result,) = self._superset.post("/api/v1/chart/data", self._chart(dataset, query))["result"]
        assert result["status"] == "success", result
        return [tuple(row[name] for name in result["colnames"]) for row in result["data"]]

    def refused_chart(self, dataset: int, **query: Any) -> str:
        said: str = self._superset.refused("/api/v1/chart/data", self._chart(dataset, query))["message"]
        return said

    def run(self, sql: str, **more: Any) -> Any:
        """Run in SQL Lab."""
        return self._superset.post("/api/v1/sqllab/execute/", self._lab(sql, more))

    def refused(self, sql: str) -> str:
        said: str = self._superset.refused("/api/v1/sqllab/execute/", self._lab(sql, {}))["errors"][0][
            "message"
        ]
        return said

    def estimated(self, sql: str) -> Any:
        what = {"database_id": self.number, "sql": sql, "schema": "public"}
        return self._superset.post("/api/v1/sqllab/estimate/", what)["result"]

    def _chart(self, dataset: int, query: dict[str, Any]) -> dict[str, Any]:
        source = {"id": dataset, "type": "table"}
        queries = [{"row_limit": 100, **query}]
        return {"datasource": source, "queries": queries, "result_format": "json", "result_type": "full"}

    def _lab(self, sql: str, more: dict[str, Any]) -> dict[str, Any]:
        return {
            "database_id": self.number,
            "sql": sql,
            "schema": "public",
            "runAsync": False,
            "queryLimit": 5,
            **more,
        }
