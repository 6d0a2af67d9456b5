#!/usr/bin/env bash
# `make run`: a throw-away control plane, the CRDs, the operator, the samples; Ctrl-C ends all of it.
# With ZONEWRIGHT_RUN_CLUSTER (`make run KUBECONFIG=...`) it uses that cluster instead of one of its own.
# With AOT_CACHE=no it builds and uses no AOT cache.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=parts.sh
. src/dev/parts.sh

cluster=${ZONEWRIGHT_RUN_CLUSTER:-}

use_cluster() {
  kubeconfig=$cluster
  say "Using the cluster of $cluster"
  kubectl version >"$state/kubectl.log" 2>&1 || fail "That cluster does not answer."
}

# A cluster of the user's is not for training.
prepare_aot_cache() {
  if [ "${AOT_CACHE:-}" = no ]; then
    rm -f "$aot_cache"
  elif [ -n "$cluster" ]; then
    build_aot_cache train_with_files
  else
    build_aot_cache train_with_operator
  fi
}

start_operator() {
  command_line "-XX:AOTCache=$aot_cache" --
  say "Starting the operator: DNS on UDP and TCP port $dns_port of 127.0.0.1 and [::1]"
  launch operator env KUBECONFIG="$kubeconfig" ZONEWRIGHT_LISTEN="127.0.0.1:$dns_port,[::1]:$dns_port" \
    QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$http_port" "${command[@]}"
  await "The operator" "$(last_pid)" 120 is_ready "$http_port"
}

apply_samples() {
  if [ -n "$cluster" ] && [ "${SAMPLES:-}" != yes ]; then
    hint "The samples are not applied to a cluster of yours; \`make run KUBECONFIG=... SAMPLES=yes\` does."
    return
  fi
  say "Applying deploy/samples"
  kubectl kustomize "$samples" >"$state/samples.yaml"
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
prepare_aot_cache
start_operator
apply_samples
print_invitation
stay
