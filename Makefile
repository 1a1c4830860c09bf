# Two sets of flags, so that Fyne is compiled once for each.
TAGS       = no_animations
TEST_FLAGS = -race -tags no_animations,test
VERSION    = $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS    = -s -w -X main.version=$(VERSION)
TOOLS      = $(CURDIR)/dist/tools
SHOTS      = $(CURDIR)/shots
FUZZ_TIME ?= 15s

# The packages that the window adds; all others are tested without cgo too.
ALL     = $(shell go list -tags $(TAGS) ./...)
NO_CGO  = $(filter-out %/app/ui %/app/ui/%,$(ALL))

BENCH = PATH="$(TOOLS):$$PATH" go test -tags $(TAGS),test -run '^$$'

.PHONY: run build test bench shots walk packages tools check unit nocgo fuzz smoke vulnerabilities

run:
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname)" = Linux ]; then \
		echo "No display here, so this is the practice hand-over in the terminal."; \
		CGO_ENABLED=0 go run ./app demo; \
	else \
		.ci/packages.sh build && \
		echo "The first build takes about three minutes." && \
		go run -tags $(TAGS) ./app; \
	fi

build:
	@.ci/packages.sh build
	go build -trimpath -tags $(TAGS) -ldflags '$(LDFLAGS)' -o dist/harbour ./app

# All that .ci/run runs.
test: packages tools check unit nocgo fuzz smoke vulnerabilities

packages:
	@.ci/packages.sh test

tools:
	GOBIN=$(TOOLS) go install -modfile=.ci/tools.mod tool

check:
	@unformatted=$$(gofmt -l app store crypto assets); \
		if [ -n "$$unformatted" ]; then echo "not gofmt-ed: $$unformatted"; exit 1; fi
	go vet -tags $(TAGS) ./...
	$(TOOLS)/staticcheck -tags $(TAGS) ./...

unit:
	PATH="$(TOOLS):$$PATH" go test $(TEST_FLAGS) -timeout 25m -count=1 ./...

nocgo:
	CGO_ENABLED=0 go build -o /dev/null ./app
	PATH="$(TOOLS):$$PATH" CGO_ENABLED=0 go test -short -tags test $(NO_CGO)

fuzz:
	.ci/fuzz.sh $(FUZZ_TIME)

smoke:
	.ci/smoke.sh

# The database of known faults is on the internet: where that is out of reach
# this says so and goes on.
vulnerabilities:
	@if $(TOOLS)/govulncheck -tags $(TAGS) ./... > dist/govulncheck.txt 2>&1; then \
		echo "govulncheck: nothing known"; \
	elif grep -qE 'dial|lookup|no such host|connection refused|timeout|Forbidden|forbidden|fetching|404' dist/govulncheck.txt; then \
		echo "NOTICE: govulncheck SKIPPED, its database is out of reach."; \
	else \
		cat dist/govulncheck.txt; exit 1; \
	fi

bench:
	@.ci/packages.sh test
	@$(MAKE) -s tools
	$(BENCH) -bench Save -benchtime 9000x ./store
	$(BENCH) -bench HandOver -benchtime 5x ./app/casework
	$(BENCH) -bench Unlock -benchtime 3x ./store ./app/casework
	$(BENCH) -bench . -skip 'Save|HandOver|Unlock' ./...

# A picture of every screen, without a display. Without the race detector, with
# which drawing takes ten times as long.
shots:
	rm -rf $(SHOTS) && mkdir -p $(SHOTS)
	HARBOUR_SHOTS=$(SHOTS) go test -tags $(TAGS),test -count=1 -run TestShots ./app/ui
	go test -tags $(TAGS),test -count=1 ./app/ui/sheet -shots $(SHOTS)
	@ls $(SHOTS)

# The real window by keyboard alone, from set-up to the receipt: ten minutes,
# with pictures in dist/walk.
walk:
	@.ci/packages.sh walk
	.ci/walk.sh dist/walk
