"""
Where the configuration comes from: a YAML file, the environment, flags.

An error names the source and the key, and never repeats a value: that can be a secret.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence
    from pathlib import Path

PREFIX: Final = "PGGATE_"

# Names by which other gateways know a key.
ALIASES: Final = {"SERVER_IP_ADDRESS": "advertise_address"}

# What Kubernetes adds to the environment of every pod when a Service is called "pggate".
SERVICE_LINKS: Final = re.compile(r"PGGATE_(SERVICE_(HOST|PORT(_\w+)?)|PORT(_\d+_\w+)?)")


class ConfigError(Exception):
    """
    The configuration cannot be used; the message is one line that names the source and the key.
    """


@dataclass(frozen=True, slots=True)
class Given:
    """
    What one source says of one key; `origin` is how the user finds the place.
    """

    origin: str
    value: object = field(repr=False)


def variable(name: str) -> str:
    """The environment variable of a key."""
    return PREFIX + name.replace(".", "_").upper()


def from_environment(environ: Mapping[str, str], known: Sequence[str]) -> Iterator[tuple[str, Given]]:
    """Every PGGATE_ variable."""
    names = {**ALIASES, **{variable(name): name for name in known}}
    for word, value in environ.items():
        if word in names:
            yield names[word], Given(word, value)
        elif word.startswith(PREFIX) and not SERVICE_LINKS.fullmatch(word):
            raise ConfigError(f"environment: unknown variable {word}")


def from_flags(flags: Mapping[str, str | None], known: Sequence[str]) -> Iterator[tuple[str, Given]]:
    """The flags that were given."""
    for name, value in flags.items():
        if name not in known:
            raise ConfigError(f"unknown flag {name!r}")
        if value is not None:
            yield name, Given("--" + name.replace("_", "-"), value)


def from_file(file: Path, known: Sequence[str]) -> Iterator[tuple[str, Given]]:
    """Every key that a YAML file sets."""
    try:
        tree = yaml.load(file.read_bytes(), _Loader)  # noqa: S506 it is a SafeLoader
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from None
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        problem = (error.problem or "").partition("'")[0].strip()  # what the parser quotes can be a secret
        raise ConfigError(f"{file}{line}: is not YAML: {problem}") from None
    except (yaml.YAMLError, ValueError):  # not UTF-8; 2026-99-99, which YAML takes for a date
        raise ConfigError(f"{file}: is not YAML") from None
    yield from _flat(file, {} if tree is None else tree, known)


def _flat(file: Path, tree: object, known: Sequence[str], prefix: str = "") -> Iterator[tuple[str, Given]]:
    if not isinstance(tree, dict):
        raise ConfigError(f"{file}: {prefix.rstrip('.') or 'the whole'}: must be keys and values")
    for word, value in tree.items():
        name = f"{prefix}{word}"
        if name in known:
            yield name, Given(f"{file}: {name}", value)
        elif any(other.startswith(f"{name}.") for other in known):
            yield from _flat(file, {} if value is None else value, known, f"{name}.")
        else:
            raise ConfigError(f"{file}: unknown key {name!r}")


class _Loader(yaml.SafeLoader):
    """
    YAML in which a key stands only once; PyYAML alone lets the last one win.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for name, _ in node.value:
            if str(name.value) in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, "a key stands here twice", name.start_mark
                )
            seen.add(str(name.value))
        return super().construct_mapping(node, deep)
