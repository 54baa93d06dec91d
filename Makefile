# Everything runs in .venv, made once from requirements.lock; nothing needs to be activated.
# Another Python: make test PYTHON=python3.12

PYTHON ?= python3
UV ?= uv

BIN := .venv/bin
READY := .venv/ready
SAMPLE := samples/c-planted-errors.xlsx
ANNOTATED := build/demo/c-planted-errors.granskad.xlsx

.PHONY: demo test test-postgres thorough lint types layers docs docs-check samples bench load found blame peers fuzz probe kill lock clean

# The sample holds planted errors: finding them (exit code 1) is the one good outcome.
demo: $(READY)
	@mkdir -p $(dir $(ANNOTATED))
	@$(BIN)/syditval reconcile $(SAMPLE) -o $(ANNOTATED); test $$? -eq 1

test: $(READY)
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

# The tests that need a PostgreSQL server too: one of their own is started, and stopped afterwards.
test-postgres: $(READY)
	@.ci/postgres $(MAKE) test

# The same tests, with two to seven times as much tried at random: make thorough TESTS=tests/diagnosis
thorough: $(READY)
	@THOROUGH=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(TESTS)

lint: $(READY)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(READY)
	@$(BIN)/mypy

layers: $(READY)
	@$(BIN)/lint-imports --no-logo

docs: $(READY)
	@$(BIN)/python docs/generate.py

docs-check: $(READY)
	@$(BIN)/python docs/generate.py --check

samples: $(READY)
	@$(BIN)/python samples/build.py

# A ledger of a million rows too: make bench BENCH=--large
bench: $(READY)
	@$(BIN)/python benchmarks/start_up.py
	@$(BIN)/python benchmarks/reading.py $(BENCH)
	@$(BIN)/python benchmarks/annotation.py $(BENCH)

# Twenty people uploading at once: make load, make load LOAD=--memory, make load LOAD="--store postgresql://..."
load: $(READY)
	@$(BIN)/python benchmarks/load.py $(LOAD)

# Of the aggregates that people marked in real tables, how many are found: make found HALF=tune
found: $(READY)
	@$(BIN)/python benchmarks/aggregates.py $(HALF)

# Of the errors planted in generated tables, how many are traced to their cell: make blame BLAME="--seeds 1"
blame: $(READY)
	@$(BIN)/python benchmarks/diagnosis.py $(BLAME)

# Other tools on the same workbooks, in an environment of their own: make peers PEERS=--write
peers: $(READY)
	@$(BIN)/python benchmarks/peers/compare.py $(PEERS)

# Damaged samples, ten times as many as in the tests: make fuzz COUNT=5000 SEED=7
fuzz: $(READY)
	@$(BIN)/python -m tests.reading.fuzz $(COUNT) $(SEED)

# Whoever keeps workbooks is killed, far more often than in the tests: make kill COUNT=1000 SEED=7
kill: $(READY)
	@.ci/postgres $(BIN)/python -m tests.store.kills $(COUNT) $(SEED)

# Every route of the page asked for far more than in the tests: make probe PROBES=2000
probe: $(READY)
	@SYDITVAL_PROBES=$(or $(PROBES),500) $(BIN)/python -m pytest tests/web/test_described.py

# The one target that needs uv.
lock:
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	    --extra test --custom-compile-command "make lock" setup.cfg -o requirements.lock

clean:
	rm -rf .venv build dist *.egg-info

# Written so that Python 2 can read it too.
define CHECK_PYTHON
import sys
if sys.version_info < (3, 11):
    sys.exit("syditval needs Python 3.11 or later, and $(PYTHON) is %d.%d; "
             "name a newer one, such as: make test PYTHON=python3.12" % sys.version_info[:2])
try:
    import ensurepip, venv
except ImportError:
    sys.exit("$(PYTHON) lacks the venv module; on Debian and Ubuntu: sudo apt install python3-venv")
endef
export CHECK_PYTHON

$(READY): requirements.lock setup.cfg pyproject.toml
	@command -v $(PYTHON) > /dev/null || { echo "syditval needs Python 3.11 or later, and there is no $(PYTHON)." >&2; exit 1; }
	@$(PYTHON) -c "$$CHECK_PYTHON"
	@echo "Setting up .venv: once, about half a minute."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@
