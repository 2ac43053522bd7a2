# The ways into the project. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
AUDIT := .venv-audit
SUPERSET := .venv-superset
SUPERSET_STAMP := $(SUPERSET)/.installed
STANDARDS := .venv-standards
SOURCES ?= seeds/bulletins
PORT ?= 4200
BI_PORT ?= 8088
PUBLISHED ?=

.DEFAULT_GOAL := help
.PHONY: help install tools run server bi test bi-test torture audit standards docs clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

install: $(STAMP)  ## create .venv with rapporteur in it, from the pinned versions

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq --constraint constraints.txt --editable '.[test]'
	@touch $@

tools:  ## install what the tests print documents with, look at pages with, publish to and read that with (Debian, Ubuntu)
	@{ command -v soffice && command -v isql && command -v javac && \
	   ls /usr/lib/postgresql/*/bin/initdb /usr/lib/*/odbc/psqlodbcw.so /usr/share/java/postgresql.jar && \
	   { command -v chromium || command -v chromium-browser || command -v google-chrome; }; } >/dev/null 2>&1 || { \
	  as=$$(test "$$(id -u)" = 0 || echo sudo); \
	  $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui fonts-liberation2 fonts-opensymbol \
	    postgresql chromium unixodbc odbc-postgresql libpostgresql-jdbc-java default-jdk-headless; }

run: install  ## ingest the sample bulletins through the Prefect flow and show what they hold
	@$(BIN)/rapporteur ingest --flow $(SOURCES)

server: install  ## start a Prefect server for this machine, at http://127.0.0.1:4200
	@$(BIN)/python -m flows.server $(PORT)

bi: $(SUPERSET_STAMP)  ## start Apache Superset on what is published, at http://127.0.0.1:8088 (0.9 GB, minutes the first time)
	@$(SUPERSET)/bin/python -m bi.superset.start --port $(BI_PORT) --published '$(PUBLISHED)'

# Superset pins much of what rapporteur has newer, and so lives apart; its pins are those of one day, since newer ones break it.
$(SUPERSET_STAMP): bi/superset/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' \
	  || { echo "Superset needs Python 3.11 or 3.12; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(SUPERSET)/bin/python || $(PYTHON) -m venv $(SUPERSET)
	$(SUPERSET)/bin/python -m pip install -qq --constraint $< apache-superset duckdb-engine duckdb cachetools
	@touch $@

# Compiled first, since some of the hundreds of processes that tests start must not write what they compile.
test: install tools  ## run the whole test suite on all cores, but for what needs Superset
	@$(BIN)/python -m compileall -q etl explorer exports flows migrations rapporteur seeds tests warehouse
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --no-loadscope-reorder

bi-test: install tools $(SUPERSET_STAMP)  ## open the dashboards of Superset and hold what they show against SQL (some minutes)
	$(BIN)/python -m pytest -m bi tests/bi

torture: install  ## kill real processes a hundred times, as `make test` does ten times
	KILLS=$${KILLS:-100} $(BIN)/python -m pytest -m torture

audit:  ## look for known vulnerabilities in the pinned versions; asks the package index, and fails where it does not answer
	@test -x $(AUDIT)/bin/pip-audit || { $(PYTHON) -m venv $(AUDIT) && $(AUDIT)/bin/python -m pip install -qq pip-audit==2.10.1; }
	$(AUDIT)/bin/pip-audit --strict --no-deps --disable-pip --requirement constraints.txt

# PyICU is on the package index as source only, so the environment is made with the Python of the system, which has it as a package.
standards: install  ## check exports with the libraries of FollowTheMoney and Frictionless, in an environment of their own
	@/usr/bin/python3 -c 'import ensurepip, icu' 2>/dev/null || { \
	  as=$$(test "$$(id -u)" = 0 || echo sudo); \
	  $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends python3-icu python3-venv; }
	@test -x $(STANDARDS)/bin/ftm || { /usr/bin/python3 -m venv --system-site-packages $(STANDARDS) && \
	  $(STANDARDS)/bin/python -m pip install -qq --only-binary :all: --requirement tests/exports/standards/requirements.txt; }
	$(BIN)/python -m pytest tests/exports/standards

docs: install  ## write anew what is generated: dictionary, commands, outputs shown in the documents, counts behind confidence
	$(BIN)/python -m warehouse.dictionary
	$(BIN)/python -m rapporteur.reference
	$(BIN)/python -m tests.tutorial
	$(BIN)/python -m tests.readme
	$(BIN)/python -m tests.cookbook
	$(BIN)/python -m tests.corpus.count_confidence

clean:  ## remove the environment and what was built; warehouses stay
	rm -rf $(VENV) $(AUDIT) $(STANDARDS) $(SUPERSET) build dist *.egg-info
