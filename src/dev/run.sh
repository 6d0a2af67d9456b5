#!/usr/bin/env bash
# `make run`: a throw-away control plane, the CRDs, the operator, the samples; Ctrl-C ends all of it.
# With ZONEWRIGHT_RUN_CLUSTER (`make run KUBECONFIG=...`) it uses that cluster instead of one of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=say.sh
. src/dev/say.sh

cluster=${ZONEWRIGHT_RUN_CLUSTER:-}
dns_port=${DNS_PORT:-5300}
http_port=${HTTP_PORT:-8080}
jar=target/quarkus-app/quarkus-run.jar
state=
started=()      # process ids, in the order of their start
started_names=()

# --- the end -------------------------------------------------------------------------------------------------------

# Ends what was started, last first, each with time to finish its work; then removes its files.
clean_up() {
  local status=$? i
  set +e
  trap '' INT TERM HUP
  trap - EXIT
  end_step
  [ $status -eq 0 ] || [ $status -ge 128 ] || show_logs
  [ ${#started[@]} -eq 0 ] || say "Ending ${started_names[*]}"
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    end_process "${started[$i]}"
  done
  [ -z "$state" ] || rm -rf "$state"
  exit $status
}

end_process() {
  local i
  kill "$1" 2>/dev/null || return 0
  for ((i = 0; i < 100; i++)); do
    if ended "$1"; then
      return 0
    fi
    sleep 0.1
  done
  kill -9 "$1" 2>/dev/null || true
}

# After a failure: the last lines of whatever was started last, else of the step that failed.
show_logs() {
  local log
  log=$(ls -t "$state"/*.log 2>/dev/null | head -n 1) || true
  [ -n "$log" ] || return 0
  say "The last lines of $(basename "$log"):"
  tail -n 25 "$log" | cut -c 1-400 | sed 's/^/    /' >&2
}

trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# --- processes -----------------------------------------------------------------------------------------------------

# Where the system can do it, a process ends with this script even if the script is killed.
with_me=()
if setpriv --pdeathsig TERM true 2>/dev/null; then
  with_me=(setpriv --pdeathsig TERM)
fi

# launch NAME COMMAND...: starts a process in a group of its own, so that Ctrl-C reaches this script alone.
launch() {
  local name=$1
  shift
  set -m
  ${with_me[@]+"${with_me[@]}"} "$@" >"$state/$name.log" 2>&1 </dev/null &
  started+=($!)
  started_names+=("$name")
  set +m
}

# await NAME PID SECONDS CONDITION...: waits until a command succeeds while the process runs.
await() {
  local name=$1 pid=$2 seconds=$3 start=$SECONDS
  shift 3
  until "$@" >/dev/null 2>&1; do
    ! ended "$pid" || fail "$name ended by itself."
    [ $((SECONDS - start)) -lt "$seconds" ] || fail "$name was not ready after $seconds s."
    sleep 0.2
  done
}

last_pid() { echo "${started[$((${#started[@]} - 1))]}"; }

# --- steps ---------------------------------------------------------------------------------------------------------

check_machine() {
  JAVA_HOME=$(src/dev/find-jdk.sh)
  export JAVA_HOME
  java=$JAVA_HOME/bin/java
  src/dev/need-maven.sh
  [ -z "$cluster" ] || [ -r "$cluster" ] || fail "The kubeconfig $cluster cannot be read: name an existing file."
  state=$(mktemp -d "${TMPDIR:-/tmp}/zonewright-run.XXXXXX")
  local ports
  ports=$("$java" src/dev/LocalSetup.java "$state" "$dns_port" "$http_port") || exit 1
  read -r etcd_port api_port <<<"$ports"
}

is_built() { [ -f "$jar" ] && [ -z "$(find pom.xml src/main -newer target/.built 2>/dev/null || echo no)" ]; }

build_jar() {
  if is_built; then
    say "The jar is up to date"
    return
  fi
  touch "$state/built"
  run_step "Building the jar with the JDK in $JAVA_HOME" "$state/maven.log" mvn -B -Dquick package ||
    fail "The build failed."
  mv "$state/built" target/.built
}

# On the first run there is much to fetch before Maven compiles.
step_detail() {
  local line escape=$'\033'
  line=$(sed "s/$escape\\[[0-9;]*m//g; s/^\[INFO\] *//" "$1" | grep '[a-z]' | tail -n 1 | cut -c 1-90) || true
  printf '%s' "${line:+: $line}"
}

prepare_programs() {
  local folder
  if [ -z "$cluster" ]; then
    src/dev/control-plane/build.sh
  fi
  folder=$(src/dev/control-plane/build.sh --folder)
  bin=$folder
  kubectl=$folder/kubectl
  [ -x "$kubectl" ] || kubectl=$(type -P kubectl) || { src/dev/control-plane/build.sh kubectl && kubectl=$folder/kubectl; }
}

start_etcd() {
  local url=http://127.0.0.1:$etcd_port
  launch etcd "$bin/etcd" --data-dir="$state/etcd" --listen-client-urls="$url" --advertise-client-urls="$url" \
    --listen-peer-urls=http://127.0.0.1:0 --unsafe-no-fsync --log-level=warn
}

start_api_server() {
  local token
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  (umask 077 && echo "$token,admin,admin,system:masters" >"$state/tokens.csv")
  launch kube-apiserver "$bin/kube-apiserver" --etcd-servers="http://127.0.0.1:$etcd_port" --bind-address=127.0.0.1 \
    --secure-port="$api_port" --cert-dir="$state/certificates" --token-auth-file="$state/tokens.csv" \
    --authorization-mode=RBAC --service-account-issuer=https://kubernetes.default.svc \
    --service-account-key-file="$state/sa.pub" --service-account-signing-key-file="$state/sa.key" \
    --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112 --endpoint-reconciler-type=none --profiling=false
  await kube-apiserver "$(last_pid)" 120 test -s "$state/certificates/apiserver.key"
  write_kubeconfig "$token"
  await kube-apiserver "$(last_pid)" 120 kubectl get --raw /readyz
}

write_kubeconfig() {
  (umask 077 && cat >"$state/kubeconfig") <<END
apiVersion: v1
kind: Config
clusters: [{name: zonewright, cluster: {server: "https://127.0.0.1:$api_port", certificate-authority: "$state/certificates/apiserver.crt"}}]
users: [{name: admin, user: {token: "$1"}}]
contexts: [{name: zonewright, context: {cluster: zonewright, user: admin}}]
current-context: zonewright
END
}

start_controller_manager() {
  if [ ! -x "$bin/kube-controller-manager" ]; then
    hint "There is no kube-controller-manager in $bin: namespaces will not finish deleting."
    return
  fi
  launch kube-controller-manager "$bin/kube-controller-manager" --kubeconfig="$state/kubeconfig" \
    --bind-address=127.0.0.1 --secure-port=0 --leader-elect=false \
    --service-account-private-key-file="$state/sa.key" --root-ca-file="$state/certificates/apiserver.crt"
}

start_control_plane() {
  say "Starting etcd, kube-apiserver and kube-controller-manager on 127.0.0.1"
  kubeconfig=$state/kubeconfig
  start_etcd
  start_api_server
  start_controller_manager
}

use_cluster() {
  kubeconfig=$cluster
  say "Using the cluster of $cluster"
  kubectl version >"$state/kubectl.log" 2>&1 || fail "That cluster does not answer."
}

kubectl() { "$kubectl" --kubeconfig="$kubeconfig" "$@"; }

install_crds() {
  say "Installing the CRDs"
  kubectl apply --server-side --force-conflicts -f crds/ >"$state/crds.log" 2>&1 || fail "The CRDs were refused."
  kubectl wait --for=condition=Established --timeout=60s -f crds/ >>"$state/crds.log" 2>&1 ||
    fail "The CRDs did not become established."
}

start_operator() {
  say "Starting the operator: DNS on UDP and TCP port $dns_port of 127.0.0.1 and [::1]"
  launch operator env KUBECONFIG="$kubeconfig" ZONEWRIGHT_LISTEN="127.0.0.1:$dns_port,[::1]:$dns_port" \
    QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$http_port" \
    "$java" -jar "$jar"
  operator=$(last_pid)
  await "The operator" "$operator" 120 is_ready
}

# Whether the readiness check answers 200; bash opens the connection, so that no curl is needed.
is_ready() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$http_port" &&
      printf 'GET /q/health/ready HTTP/1.0\r\n\r\n' >&3 &&
      read -r answer <&3 && [[ $answer == *' 200 '* ]]
  ) 2>/dev/null
}

apply_samples() {
  if [ -n "$cluster" ] && [ "${SAMPLES:-}" != yes ]; then
    hint "The samples are not applied to a cluster of yours; \`make run KUBECONFIG=... SAMPLES=yes\` does."
    return
  fi
  say "Applying deploy/samples"
  kubectl kustomize deploy/samples >"$state/samples.yaml"
  kubectl apply -f "$state/samples.yaml" >"$state/samples.log" 2>&1 || fail "The samples were refused."
  run_step "Waiting until they are Ready" "$state/ready.log" \
    "$kubectl" --kubeconfig="$kubeconfig" wait --for=condition=Ready --timeout=120s -f "$state/samples.yaml" ||
    fail "Not every sample became Ready."
}

print_invitation() {
  local kubectl_name
  kubectl_name=$(invitation_kubectl)
  echo
  echo "Zonewright is running; Ctrl-C ends it. Its log: $state/operator.log"
  echo "In another terminal:"
  echo
  echo "  export KUBECONFIG=$kubeconfig"
  [ -f "$state/samples.yaml" ] || echo "  $kubectl_name apply -k deploy/samples"
  echo "  $kubectl_name get dnsz,dnsrs -A"
  echo "  dig @127.0.0.1 -p $dns_port www.contoso.com A +short"
  echo "  dig @::1 -p $dns_port www.contoso.com AAAA +short"
  echo
}

invitation_kubectl() {
  if type -P kubectl >/dev/null; then echo kubectl; else echo "$kubectl"; fi
}

# Waits for Ctrl-C; if a part ends by itself, that is a failure.
stay() {
  local i
  while true; do
    for ((i = 0; i < ${#started[@]}; i++)); do
      ! ended "${started[$i]}" || fail "${started_names[$i]} ended by itself."
    done
    sleep 1 &
    wait $!
  done
}

check_machine
build_jar
prepare_programs
if [ -n "$cluster" ]; then use_cluster; else start_control_plane; fi
install_crds
start_operator
apply_samples
print_invitation
stay
