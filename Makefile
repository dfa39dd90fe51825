# What one does here; `make` alone prints it.
# ARGS goes to the program: make test ARGS="-k scram", make demo ARGS=--once, make serve ARGS="--auth trust"

VENV := .venv
BIN  := $(VENV)/bin
ARGS :=

# The first Python that is new enough; PYTHON=... chooses another one.
PYTHON = $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,\
           $(if $(shell $(p) -c 'import sys; print("new" * (sys.version_info >= (3, 11)))' 2>/dev/null),$(p))))

# Whoever has everything installed needs no smaller installation.
INSTALLED := $(if $(wildcard $(VENV)/.everything),$(VENV)/.everything,$(VENV)/.demo)

# Compiled tests are worth keeping: without them every run compiles all of them anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup check fix quick test soak superset demo serve bench reference

help:
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s%s\n", $$1, $$2 }'

setup: $(VENV)/.everything   ## everything for work on pggate, in .venv

check: $(VENV)/.everything   ## lint, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.everything     ## what lint and format can repair themselves
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

quick: $(VENV)/.everything   ## the tests without sockets and servers, in seconds
	$(BIN)/pytest -n auto --dist worksteal --hypothesis-profile quick -m "not server and not slow" $(ARGS)

# A file's tests share servers, so they stay together; the long ones, of clients and durability, come first.
test: $(VENV)/.everything    ## every test, with real servers and clients
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

superset: .superset/.installed   ## Apache Superset for the tests that drive it, in .superset

soak: $(VENV)/.everything    ## kills by the hundred, interleavings by the thousand: hours
	SOAK=$(or $(SOAK),1) $(BIN)/pytest -n 2 --dist loadfile tests/durability tests/views -k "kill or interleavings or equality or histories" $(ARGS)

demo: $(INSTALLED)           ## a gateway with real data to query; Ctrl-C ends it
	$(BIN)/pggate demo $(ARGS)

serve: $(INSTALLED)          ## a gateway on ./pggate-data
	$(BIN)/pggate serve $(ARGS)

bench: $(VENV)/.everything   ## how fast it is beside its peers; ARGS=results for one group
	$(BIN)/python -m bench $(ARGS)

reference: $(VENV)/.everything   ## regenerate what is taken from PostgreSQL 15
	$(BIN)/python -m tests.reference

# Half a .venv would be taken for a whole one: Debian's python3 without python3-venv leaves one behind.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.everything: pyproject.toml $(wildcard pggate/types/kernel/*) | $(BIN)/python
	@echo "installing pggate[test,dev] into $(VENV); the first time this takes a minute or two"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test,dev]"
	@touch $@

$(VENV)/.demo: pyproject.toml $(wildcard pggate/types/kernel/*) | $(BIN)/python
	@echo "installing pggate[demo] into $(VENV); the first time this takes a minute or two"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[demo]"
	@touch $@

# In a Python of its own: it wants older packages than we do.
.superset/.installed: tests/clients/superset.txt
	@echo "installing Apache Superset into .superset; this takes some minutes"
	@$(PYTHON) -m venv .superset
	@.superset/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
