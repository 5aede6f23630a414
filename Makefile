# The README's two commands are `make demo` and `make test`; a new machine needs Python 3.11+, pip and make.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DATA ?= ../shared/data

.PHONY: demo test check bench clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q src/tawatur
	touch $@

demo: $(READY)  ## compare the sample story: the record in the terminal, the dossier in demo/dossier.html
	$(BIN)/tawatur compare demo/reports/*.txt
	$(BIN)/tawatur compare demo/reports/*.txt --format html -o demo/dossier.html
	@echo
	@echo "The dossier is in demo/dossier.html"

test: $(READY)  ## the whole suite
	$(BIN)/python -m pytest

check: $(READY)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)  ## every figure of the README, from public data: make bench DATA=folder
	$(BIN)/tawatur bench --data $(DATA)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache demo/dossier.html
