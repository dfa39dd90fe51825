"""
Apache Superset as a web server with a metadata database of its own: `PORT`, configured by SUPERSET_CONFIG_PATH.

Run by the Python that has Superset, which the tests' has not.
"""

from __future__ import annotations

import sys

from flask_appbuilder import Model
from superset.app import create_app
from superset.extensions import db
from werkzeug.serving import make_server

USER = "browser"


def main(port: int) -> None:
    app = create_app()
    with app.app_context():
        Model.metadata.create_all(db.engine)  # at once: its migrations take half a minute
        app.appbuilder.add_permissions(update_perms=True)
        security = app.appbuilder.sm
        security.sync_role_definitions()
        admin = security.find_role("Admin")
        security.add_user(USER, "Bro", "Wser", "browser@example.org", admin, password=USER)
    server = make_server("127.0.0.1", port, app, threaded=True)
    print("superset ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
