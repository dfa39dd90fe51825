"""
SQLAlchemy's plugin for pytest, for databases that have no extensions to create.
"""

import pytest

pytest.register_assert_rewrite("sqlalchemy.testing.assertions")

from sqlalchemy.dialects.postgresql import provision as of_postgres  # noqa: E402, F401
from sqlalchemy.testing import provision  # noqa: E402
from sqlalchemy.testing.plugin.pytestplugin import *  # noqa: E402, F403

# CREATE EXTENSION citext and hstore: no test of the suite uses them.
provision.post_configure_engine.fns["postgresql"] = lambda *_: None
