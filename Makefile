# Banmian. `make demo` shows what it does, `make test` checks it; both set themselves up.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
OUT    := out

# Pages that are not part of the project, for benchmarks, quality and tests.
CORPUS ?= $(wildcard ../shared/corpus)
SCORE  ?= $(wildcard ../shared/score/score.py)
export BANMIAN_CORPUS ?= $(abspath $(CORPUS))

# Debian packages: installed only when missing, and only by root.
define need
for p in $(1); do \
	dpkg -s "$$p" >/dev/null 2>&1 && continue; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Debian package $$p"; \
		{ apt-get -qq install -y --no-install-recommends "$$p" || \
		  { apt-get -qq update && apt-get -qq install -y --no-install-recommends "$$p"; }; \
		} >/dev/null || exit 1; \
	else \
		echo "Missing Debian package: $$p (apt-get install $$p)" >&2; exit 1; \
	fi; \
done
endef

# What OCR needs; tests read English, the others are for pages in these languages.
OCR_TEST := tesseract-ocr tesseract-ocr-eng tesseract-ocr-osd
OCR_ALL  := $(OCR_TEST) $(addprefix tesseract-ocr-,ara chi-sim chi-sim-vert chi-tra \
	chi-tra-vert deu fra ita jpn jpn-vert por rus spa)

# The browser that the tests of the reading site drive.
BROWSER := chromium fonts-noto-cjk fonts-noto-core

# What else draws PDFs: tests compare the colours.
RENDERERS := ghostscript poppler-utils

.PHONY: help demo test ocr scans lint format samples bench quality fit fuzz soak load docs clean

help:
	@echo "make demo     build the sample issues into $(OUT)/demo"
	@echo "make test     ruff, mypy --strict, pytest"
	@echo "make bench    seconds per page against the floor     [CORPUS=folder]"
	@echo "make quality  score against pages with truth         [CORPUS=folder SCORE=score.py]"
	@echo "make scans    the same for scans of these pages     [CORPUS=folder SCORE=score.py]"
	@echo "make fit      fit the weights of the engine            [CORPUS=folder]"
	@echo "make fuzz     2,000 damaged PDFs through build"
	@echo "make soak     30 nights in a row, and a night with 200 kills of its watcher"
	@echo "make load     500 pages at once, beside build"
	@echo "make ocr      install Tesseract and its models (Debian)"
	@echo "make samples  typeset the sample issues again"
	@echo "make docs     write docs/cli.md, docs/profile.md and the profile's schema again"
	@echo "make clean    remove $(VENV) and $(OUT)"

$(READY): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { $(call need,python3); }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Banmian needs Python 3.11 or newer (make PYTHON=python3.11)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(call need,python3-venv); }
	@echo "Setting up $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]' -c constraints.txt
	@touch $@

demo: $(READY)
	@$(BIN)/python -m samples.demo $(OUT)/demo

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	@$(call need,$(OCR_TEST) $(BROWSER) $(RENDERERS))
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

ocr:
	@$(call need,$(OCR_ALL))

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

samples: $(READY)
	@$(call need,fonts-ebgaramond fonts-lato fonts-liberation fonts-linuxlibertine fonts-noto-cjk \
		fonts-noto-cjk-extra fonts-noto-core fonts-open-sans fonts-paratype fonts-roboto-slab \
		fonts-roboto-unhinted fonts-bebas-neue)
	$(BIN)/python -m samples

bench: $(READY)
	@$(BIN)/python -m benchmarks samples/courier \
		$(wildcard $(addprefix $(CORPUS)/,synthetic taz))

quality: $(READY)
	$(BIN)/python -m benchmarks.quality samples $(CORPUS)
ifeq ($(and $(CORPUS),$(SCORE)),)
	@echo "NOT SCORED by another program: give CORPUS=folder and SCORE=score.py" >&2
else
	$(BIN)/python $(SCORE) run $(CORPUS) $(OUT)/quality \
		--command '$(BIN)/banmian build {pdf} --out {out}' --worst 10
endif

scans: $(READY) ocr
	@$(BIN)/python -m benchmarks.scans $(or $(CORPUS),samples) $(OUT)/scans $(SCORE)

fuzz: $(READY)
	@$(BIN)/python -m benchmarks.fuzz 2000 $(OUT)/fuzz

soak: $(READY)
	@$(BIN)/python -m benchmarks.soak 30
	@$(BIN)/python -m benchmarks.kills 200

load: $(READY)
	@$(BIN)/python -m benchmarks.load 500

fit: $(READY)
	$(BIN)/python -m benchmarks.fit samples $(CORPUS) --judge

docs: $(READY)
	$(BIN)/python -m typer convert.cli utils docs --name banmian >docs/cli.md
	$(BIN)/python -m convert.profile.describe >docs/profile.md
	$(BIN)/python -m convert.profile.schema >schemas/profile.schema.json

clean:
	rm -rf $(VENV) $(OUT)
