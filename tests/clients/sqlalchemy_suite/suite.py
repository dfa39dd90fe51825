"""
The suite itself.  It is no test_*.py: a run of this project's tests must not come upon SQLAlchemy's plugin.
"""

from sqlalchemy.testing.suite import *  # noqa: F403
