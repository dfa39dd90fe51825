"""
The command line: what each command is called and takes.  What they do is in pggate/commands.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pggate import __version__, config
from pggate.commands import check, demo, doctor, ingest, serve, token, verify
from pggate.commands.client import ClientError
from pggate.errors import PgError
from pggate.lake.entries import COUNTED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FLAGS: Final = {
    "data_dir": ("DIR", "where everything is kept"),
    "listen": ("HOST:PORT", "PostgreSQL protocol, or off"),
    "https": ("HOST:PORT", "Arrow over HTTPS, or off"),
    "http": ("HOST:PORT", "Arrow over HTTP, or off"),
    "flight": ("HOST:PORT", "Arrow Flight, or off"),
    "flight_sql": ("HOST:PORT", "Arrow Flight SQL, or off"),
    "metrics": ("HOST:PORT", "/metrics, /healthz and /readyz, or off"),
    "auth": ("scram|trust", "how PostgreSQL clients prove who they are"),
}
"""The configuration keys that have a flag."""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one command.

    Returns:
        The exit code: 0 done, 1 the answer is no, 2 it could not be tried.

    """
    options = _parser().parse_args(arguments)
    flags = {name: getattr(options, name, None) for name in FLAGS}
    try:
        settings = config.load(options.config, os.environ, flags)
        run: Callable[[config.Config, argparse.Namespace], int] = options.run
        return run(settings, options)
    except (config.ConfigError, ClientError) as error:
        return _complain(str(error))
    except PgError as error:
        return _complain(error.message + (f" ({error.hint})" if error.hint else ""))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _unheard()


def _complain(line: str) -> int:
    print(f"pggate: {line}", file=sys.stderr)
    return 2


def _unheard() -> int:
    """Nobody reads our output any more (`| head`): what is left of it goes nowhere, at exit, too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pggate", description="PostgreSQL gateway to a streaming lakehouse")
    parser.add_argument("--version", action="version", version=f"pggate {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    one = _command(commands, "serve", serve.run, "run the gateway")
    one.add_argument("--print-config", action="store_true", help="print the effective configuration and exit")

    one = _command(commands, "demo", demo.run, "run the gateway with real data loaded into it")
    one.add_argument("--once", action="store_true", help="exit after the sample queries")

    one = _command(commands, "check", check.run, "check configuration, versions and the lake")
    one.add_argument("--lake", action="store_true", help="look for damage in the lakes too")

    one = _command(commands, "verify", verify.run, "read every segment again")
    one.add_argument("--topic", metavar="[DATABASE.]SCHEMA.TABLE", help="that one alone, and no orphans")
    one.add_argument("--json", action="store_true", help="print a JSON document")

    one = _command(commands, "doctor", doctor.run, "check that tools find what they ask the catalogs for")
    one.add_argument("tools", nargs="*", metavar="TOOL", help="all of them if none is named")

    one = _command(commands, "ingest", ingest.run, "send files to a topic")
    one.add_argument("files", nargs="+", type=Path, metavar="FILE", help="Parquet, CSV or Arrow")
    one.add_argument("--topic", required=True, metavar="[DATABASE.]SCHEMA.TABLE")
    one.add_argument(
        "--create",
        action="store_true",
        help="make the topic from the first file's schema; the types of CSV are inferred",
    )

    tokens = commands.add_parser("token", help="ingest tokens").add_subparsers(
        required=True, metavar="ACTION"
    )
    one = _command(tokens, "create", token.create, "print a new token")
    one.add_argument("--topic", required=True, metavar="[DATABASE.]SCHEMA.TABLE")
    one = _command(tokens, "list", token.show, "list the tokens that work")
    one.add_argument(
        "--all", action="store_true", help="the revoked ones too, those of pggate ingest among them"
    )
    one = _command(tokens, "limit", token.limit, "let a token bring so much a second")
    one.add_argument("token", help="its id, or its first characters")
    one.add_argument("what", choices=COUNTED)
    one.add_argument("per_second", type=int, metavar="N", help="0: as much as is configured")
    one = _command(tokens, "revoke", token.revoke, "make a token useless")
    one.add_argument("token", help="its id, or its first characters")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[config.Config, argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="a YAML file; config.yaml explains every key"
    )
    for flag, (value, meaning) in FLAGS.items():
        parser.add_argument(f"--{flag.replace('_', '-')}", metavar=value, help=meaning)
    return parser
