# What developers type. `make` alone lists it; each command says what it does while it does it.

SHELL := /bin/bash
MAVEN := mvn -B
# The folder of a JDK that is new enough; each recipe that needs one asks for it first.
USE_JDK := JAVA_HOME="$$(src/dev/find-jdk.sh)" && export JAVA_HOME && src/dev/need-maven.sh

# Only `make run KUBECONFIG=...` means a cluster; one that happens to be exported never does.
ifeq ($(origin KUBECONFIG),command line)
run: export ZONEWRIGHT_RUN_CLUSTER := $(KUBECONFIG)
endif
unexport KUBECONFIG
MAKEOVERRIDES := $(filter-out KUBECONFIG=%,$(MAKEOVERRIDES))

export DNS_PORT ?= 5300
export HTTP_PORT ?= 8080
export SAMPLES
export AOT_CACHE
export BASE
export IMAGE

.DEFAULT_GOAL := help
.PHONY: help run test build aot-cache image format fuzz bench bench-micro control-plane helm manifests docs clean

help: ## this list
	@echo "Zonewright: an authoritative DNS server that is a Kubernetes operator."
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'
	@echo
	@echo "  make run KUBECONFIG=/path/to/config   runs the operator on that cluster (SAMPLES=yes applies the samples to it)"
	@echo "  make run DNS_PORT=5301 HTTP_PORT=8081 uses other ports than 5300 and 8080"
	@echo "  make aot-cache FOR=serve              the cache for serve and the other commands: serve.aot"
	@echo "  make run AOT_CACHE=no                 builds no AOT cache: for a jar that is started once"
	@echo "  make image BASE=eclipse-temurin:25-jre  an image of a registry, a tar of \`docker save\` or a folder with a root"
	@echo "                                        file system; without BASE the Java runtime of this machine"

run: ## a throw-away control plane, the operator, the samples; Ctrl-C ends it
	@src/dev/run.sh

test: control-plane helm ## builds all and runs all tests: unit, real API server, style
	@$(USE_JDK) && $(MAVEN) verify

build: ## the jar, without tests: target/quarkus-app/quarkus-run.jar
	@$(USE_JDK) && $(MAVEN) -q -Dquick package && echo "java @target/quarkus-app/jvm.options -jar target/quarkus-app/quarkus-run.jar --help"

aot-cache: export AOT_FOR := $(FOR)
aot-cache: ## beside the jar: a cache from which it starts faster, by a training run
	@src/dev/aot-cache.sh

image: ## an image without a container engine: target/image.tar, on BASE
	@src/dev/image/build.sh

format: ## formats the Java sources
	@$(USE_JDK) && $(MAVEN) -q spotless:apply

FUZZ_MINUTES ?= 10
fuzz: ## mutates DNS messages and zones for FUZZ_MINUTES (10)
	@$(USE_JDK) && $(MAVEN) test -Dtest='*FuzzTest' -Dzonewright.fuzz.minutes=$(FUZZ_MINUTES)

# Options of the comparison, such as BENCH="--rounds 5"; `make bench BENCH=--help` lists them.
BENCH ?=
bench: ## queries per CPU-second beside other servers, into docs/benchmarks/
	@echo "==> Building the jar and the benchmarks"
	@$(USE_JDK) && $(MAVEN) -q -DskipTests -Dspotless.check.skip package && exec "$$JAVA_HOME/bin/java" \
	  -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
	  -cp 'target/test-classes:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*' \
	  io.zonewright.bench.compare.SideBySide $(BENCH)

# Options of JMH, such as JMH="Lookup -f 3"; `make bench-micro JMH=-h` lists them.
JMH ?=
bench-micro: ## what lookup, encode, compile and publish cost, into docs/benchmarks/
	@$(USE_JDK) && $(MAVEN) -q test-compile dependency:build-classpath -Dmdep.includeScope=test \
	  -Dmdep.outputFile=target/test-classpath && exec "$$JAVA_HOME/bin/java" \
	  -cp "target/test-classes:target/classes:$$(cat target/test-classpath)" \
	  io.zonewright.bench.micro.MicroBenchmarks $(JMH)

control-plane: ## etcd, kube-apiserver and so on, into the cache of the user; about 5 minutes, once
	@src/dev/control-plane/build.sh

helm: ## helm, into the cache of the user, unless the machine has one
	@src/dev/helm.sh >/dev/null

manifests: ## renders deploy/ and the CRDs of the chart from their sources
	@src/dev/manifests.sh

docs: ## generates the reference pages under docs/
	@$(USE_JDK) && $(MAVEN) -q test -Dtest='CrdReferenceTest' -Dzonewright.update=true

clean: ## removes what was built; the cached control plane stays
	rm -rf target
