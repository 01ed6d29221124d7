# Two commands matter: `make run` opens the program, `make test` checks everything.
# They need python3 (3.11 or newer, with venv) and make, and nothing else.

PYTHON ?= python3
VENV ?= .venv
# Tests of screens wait for half of their time, so there are more of them than cores.
JOBS ?= 4
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check install --quiet
# What was compiled once is kept, also where a machine is told otherwise: workers begin sooner.
export PYTHONDONTWRITEBYTECODE :=

CATALOGUES := $(wildcard debate/i18n/locale/*/LC_MESSAGES/*.po)
MAKES_A_WHEEL := pyproject.toml hatch_build.py requirements/build.txt
TYPED := debate tests hatch_build.py docs/conf.py $(wildcard benchmarks)
STYLED := $(TYPED)

# The trials that can be run by the thousand; the others in that folder are parts of them.
CAMPAIGNS ?= $(filter-out __init__ child guests script,$(basename $(notdir $(wildcard tests/campaign/*.py))))

# The wheel is tried in a room of its own, with copies beside it of all but the package's source.
TRIAL := .cache/wheel
BESIDE := $(filter-out debate build dist,$(wildcard *))

EXTRAS := --extra fast --extra host --extra web
# Extras stay in the pins: without them an older pip takes the newest version and finds no hash.
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --no-strip-extras --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help run relay install test lint format unit house installed docs catalogue wheel bench \
	bench-peers bench-sync vectors campaign lock clean

help: ## Say what can be made.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# ---------------------------------------------------------------------------------- run

run: $(VENV)/run.stamp ## Install what is needed, once, and open the program.
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BIN)/debate $(ARGS); \
	else exec $(BIN)/debate demo --plain; fi

relay: $(VENV)/relay.stamp ## Serve a relay for a room: make relay ARGS="--listen 0.0.0.0"
	@exec $(BIN)/debate remote serve $(ARGS)

install: $(VENV)/run.stamp ## Install what `make run` needs, and stop there.

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "debate needs Python 3.11 or newer; try: make PYTHON=python3.13 run" >&2; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { \
		echo "python3 has no venv here; on Debian and Ubuntu: apt install python3-venv" >&2; \
		rm -rf $(VENV); exit 1; }

$(VENV)/run.stamp: requirements/run.txt $(MAKES_A_WHEEL) $(CATALOGUES) | $(PY)
	@echo "Installing the program ..."
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --require-hashes -r requirements/build.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q debate
	@touch $@

$(VENV)/relay.stamp: requirements/relay.txt $(VENV)/run.stamp
	@echo "Installing what a relay runs on ..."
	@$(PIP) --require-hashes -r requirements/relay.txt
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/run.stamp
	@echo "Installing what checks the program ..."
	@$(PIP) --no-compile --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/docs.stamp: requirements/docs.txt $(VENV)/run.stamp
	@$(PIP) --no-compile --require-hashes -r requirements/docs.txt
	@touch $@

$(VENV)/bench.stamp: requirements/bench.txt $(VENV)/run.stamp
	@$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

# --------------------------------------------------------------------------------- test

# What needs one core alone is done two at a time, before the tests take all of them.
test: ## Everything that must hold: style, types, layers, docs, the wheel, tests, coverage.
	@$(MAKE) --no-print-directory -j2 $(VENV)/test.stamp $(TRIAL)/run.stamp
	@$(MAKE) --no-print-directory -j2 docs lint house
	@$(MAKE) --no-print-directory installed

lint: $(VENV)/test.stamp ## Style, format, types and layers.
	$(BIN)/ruff check $(STYLED)
	$(BIN)/ruff format --check $(STYLED)
	$(BIN)/mypy $(TYPED)
	$(BIN)/lint-imports --cache-dir .cache/import-linter

format: $(VENV)/test.stamp ## Put the source in the house's format.
	$(BIN)/ruff check --fix $(STYLED)
	$(BIN)/ruff format $(STYLED)

# Tests marked `serial` need the machine to themselves, so they come first and one at a time.
define run-tests
@if grep -rqs --include='*.py' 'mark[.]serial' tests; then $(1) -m serial $(2); fi
$(1) -n $(JOBS) --dist worksteal -m "not serial" $(2)
endef

unit: $(VENV)/test.stamp ## All tests against the checkout, without the gates.
	$(call run-tests,$(PY) -m pytest)

house: $(VENV)/test.stamp ## The house's checks of itself: rooms, names, sizes, words, the archives.
	$(PY) -m pytest -q -n $(JOBS) tests/house

# The wheel must start with nothing beside it but its run-time requirements; then all tests run with
# the wheel in place of the checkout, and what they reach of it is counted.
installed: $(TRIAL)/run.stamp $(VENV)/test.stamp ## All tests against the wheel, with the coverage gates.
	@rm -rf $(TRIAL)/dist $(TRIAL)/site $(TRIAL)/tree .coverage .coverage.*
	@$(PY) -m build --wheel --no-isolation --outdir $(TRIAL)/dist . >/dev/null
	@$(TRIAL)/venv/bin/python -m pip --disable-pip-version-check install --quiet --no-index \
		--no-deps --force-reinstall $(TRIAL)/dist/*.whl
	@$(PIP) --no-index --no-deps --target $(TRIAL)/site $(TRIAL)/dist/*.whl
	@mkdir -p $(TRIAL)/tree && cp -R $(BESIDE) $(TRIAL)/tree/ && rm -rf $(TRIAL)/tree/docs/_build
	$(call run-tests,cd $(TRIAL)/tree && $(OVER_THE_WHEEL) -m pytest \
		--cov --cov-append --cov-report= --cov-fail-under=0 -p no:cacheprovider,--ignore tests/house)
	$(BIN)/coverage combine --quiet --keep
	$(BIN)/coverage report
	$(BIN)/coverage report --fail-under=100 --include='debate/domain/*,debate/analysis/*'

OVER_THE_WHEEL = DEBATE_INSTALLED='$(abspath $(TRIAL)/venv/bin/python)' \
	COVERAGE_FILE='$(abspath .coverage.wheel)' PYTHONPATH='$(abspath $(TRIAL)/site)' '$(abspath $(PY))' -P

$(TRIAL)/run.stamp: requirements/run.txt | $(PY)
	@rm -rf $(TRIAL)/venv && mkdir -p $(TRIAL)
	@$(PY) -m venv $(TRIAL)/venv
	@$(TRIAL)/venv/bin/python -m pip --disable-pip-version-check install --quiet \
		--no-compile --require-hashes -r requirements/run.txt
	@touch $@

# ------------------------------------------------------------------------- other proofs

vectors: $(VENV)/test.stamp ## Recompute the cases in a folder: make vectors DIR=...
	@$(PY) -m tests.vectors.run $(DIR)

campaign: $(VENV)/test.stamp ## Trials by the thousand: make campaign CAMPAIGNS=kills
	@set -e; for name in $(CAMPAIGNS); do $(PY) -m tests.campaign.$$name $(ARGS); done

bench: $(VENV)/bench.stamp ## Speed and size, as ratios within one run.
	$(PY) -m benchmarks $(ARGS)

bench-peers: $(VENV)/bench.stamp ## The same beside comparable programs.
	$(PY) -m benchmarks.peers $(ARGS)

bench-sync: $(VENV)/test.stamp ## Sealing, pulling, sixty followers, on real stores; unions of replicas.
	$(PY) -m benchmarks.sync $(ARGS)

# --------------------------------------------------------------------- texts, docs, wheel

catalogue: $(VENV)/test.stamp ## Bring the catalogues of texts up to date, and list what is missing.
	@$(PY) -m tests.tools.catalogue $(ARGS)

docs: $(VENV)/docs.stamp ## The documentation, in docs/_build/html; warnings are errors.
	$(PY) -m sphinx -n -W --keep-going -q -b html docs docs/_build/html

wheel: $(VENV)/test.stamp ## Build the wheel and the source archive in dist/.
	@rm -rf dist
	$(PY) -m build --no-isolation --outdir dist .

# --------------------------------------------------------------------------------- pins

lock: $(VENV)/test.stamp ## Pin the newest allowed versions again, with hashes.
	@$(PY) -c 'import uv' 2>/dev/null || $(PIP) uv
	$(LOCK) pyproject.toml requirements/test.in $(EXTRAS) --extra relay -o requirements/test.txt
	$(LOCK) pyproject.toml $(EXTRAS) -c requirements/test.txt -o requirements/run.txt
	$(LOCK) pyproject.toml --extra relay -c requirements/test.txt -o requirements/relay.txt
	$(LOCK) requirements/build.in -c requirements/test.txt -o requirements/build.txt
	$(LOCK) pyproject.toml requirements/docs.in -c requirements/test.txt -o requirements/docs.txt
	$(LOCK) pyproject.toml requirements/bench.in $(EXTRAS) \
		-c requirements/test.txt -o requirements/bench.txt

clean: ## Remove what was built; the environment and your debates stay.
	rm -rf dist build docs/_build .cache .coverage .coverage.*
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
