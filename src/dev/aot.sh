# Sourced by the scripts that build the AOT cache of the jar (JEP 483, 514, 515): classes loaded and linked, and what is
# known of the methods that are used most, from a training run. Needs say.sh, processes.sh, jar.sh and, for the training
# of the operator, a control plane ($kubeconfig, kubectl). $dns_port and $http_port are free.

aot_cache=$app/zonewright.aot
samples=deploy/samples

# The JVM says itself whether a cache is of its version, for these options and for these very jars.
aot_cache_fits() {
  [ -f "$aot_cache" ] || return 1
  command_line "-XX:AOTCache=$aot_cache" -XX:AOTMode=on -- --version
  "${command[@]}" >/dev/null 2>&1
}

# build_aot_cache TRAINING: unless there is one that fits. Without it everything works, only later.
build_aot_cache() {
  if aot_cache_fits; then
    say "The AOT cache is up to date"
    return
  fi
  rm -f "$aot_cache"
  if train "$1" && mv "$state/zonewright.aot" "$aot_cache" && aot_cache_fits; then
    hint "$aot_cache, $(du -m "$aot_cache" | cut -f 1) MB"
  else
    rm -f "$aot_cache"
    hint "There is none: Zonewright will start more slowly. The last lines of the training run:"
    tail -n 5 "$state/training.log" | cut -c 1-400 | sed 's/^/    /' >&2
  fi
}

train() {
  local status=0
  say "Building the AOT cache by a training run, once for each jar"
  "$1" || status=1
  finish_training || status=1
  return $status
}

# launch_training NAME=VALUE... -- ARGUMENT...
launch_training() {
  local environment=()
  while [ "$1" != -- ]; do
    environment+=("$1")
    shift
  done
  shift
  command_line "-XX:AOTCacheOutput=$state/zonewright.aot" -- "$@"
  launch training env ${environment[@]+"${environment[@]}"} "${command[@]}"
}

# The operator at its real work: informers, status, events, the election, and questions of clients.
train_with_operator() {
  local manifest=$state/training.yaml log=$state/training-samples.log
  launch_training KUBECONFIG="$kubeconfig" ZONEWRIGHT_LISTEN="127.0.0.1:$dns_port,[::1]:$dns_port" \
    QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$http_port" --
  await_training is_ready "$http_port" &&
    kubectl kustomize "$samples" >"$manifest" &&
    kubectl apply -f "$manifest" >"$log" 2>&1 &&
    kubectl wait --for=condition=Ready --timeout=120s -f "$manifest" >>"$log" 2>&1 &&
    ask_training_questions &&
    kubectl delete -f "$manifest" >>"$log" 2>&1
}

# Where there is no cluster to train with.
train_with_files() {
  launch_training -- serve --manifests "$samples" --listen "127.0.0.1:$dns_port" --listen "[::1]:$dns_port"
  await_training grep -q ' ready$' "$state/training.log" && ask_training_questions
}

# In a shell of its own, because a training run that fails must not end the script.
await_training() { (await "The training run" "$(last_pid)" 120 "$@"); }

ask_training_questions() { "$java" src/dev/TrainingQuestions.java "$dns_port" >>"$state/training.log" 2>&1; }

# The JVM writes the cache when the program has ended.
finish_training() {
  local pid start=$SECONDS status=0
  pid=$(last_pid)
  kill "$pid" 2>/dev/null || true
  until ended "$pid"; do
    if [ $((SECONDS - start)) -ge 180 ]; then
      kill_group "$pid"
      status=1
    fi
    sleep 0.2
  done
  forget_last
  return $status
}
