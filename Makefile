# The commands of the project. Each is a short script in scripts/ or one line here.

.DEFAULT_GOAL := help
.PHONY: help setup build serve single npm dist dist-check test audit fmt fuzz model-check mutants bench screenshots clean
SHELL := /bin/bash

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install whatever is missing (quick when nothing is)
	@scripts/setup.sh

build: ## optimised app into dist/, ready for any static host
	@scripts/setup.sh build
	@scripts/build.sh

serve: ## build and serve on http://127.0.0.1:8080, again on every change (PORT=... for another)
	@scripts/setup.sh build
	@scripts/serve.sh

single: ## the app as one file that opens without a server, into dist-single/
	@scripts/setup.sh build
	@scripts/build.sh
	@scripts/single.sh

npm: ## the engine as an npm package into pkg/, for Node and the browser
	@scripts/setup.sh build
	@scripts/build.sh
	@scripts/npm.sh

dist: ## all that a release has, with checksums and bill of materials, into release/
	@scripts/setup.sh
	@scripts/build.sh
	@scripts/single.sh
	@scripts/npm.sh
	@scripts/release.sh

dist-check: setup ## build the release twice and compare every byte (SUMS=... for once, against published sums)
	@scripts/dist-check.sh $(SUMS)

test: setup ## everything that CI checks
	@scripts/test.sh

audit: setup ## licences, sources and known faults of what the project is made of
	@scripts/audit.sh

fmt: ## format the Rust code
	@. scripts/env.sh && cargo fmt

fuzz: setup ## look for an input that breaks a reader, some minutes for each (SECONDS_EACH=... for more)
	@FUZZ_SEED=0 scripts/fuzz.sh $(or $(SECONDS_EACH),300)

model-check: ## hold this engine against that of the release before, and say what moved (RELEASE=... for another)
	@scripts/model-check.sh $(RELEASE)

mutants: ## small changes of the code that no test notices, three quarters of an hour (ARGS=... as scripts/mutants.sh takes them)
	@scripts/setup.sh mutants
	@scripts/mutants.sh $(ARGS)

bench: setup ## the model natively, then keystroke to painted page in Chromium
	@scripts/bench.sh

screenshots: setup ## the app at three widths, light and dark, into artifacts/
	@scripts/build.sh
	@. scripts/env.sh && node e2e/screenshots.mjs $(VIEWS)

clean: ## remove everything built here (the tools in ~/.cache stay)
	@rm -rf target dist dist-single pkg release node_modules artifacts
