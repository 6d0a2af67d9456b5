# Sourced by the scripts that build the AOT cache of the jar (JEP 483, 514, 515): classes loaded and linked, and what is
# known of the methods that are used most, from a training run. Needs say.sh, processes.sh, jar.sh and, for the training
# of the operator, a control plane ($kubeconfig, kubectl). $dns_port and $http_port are free.

# What was trained by what is run is the best: the operator has three times as many classes as `serve`.
case ${AOT_FOR:-operator} in
  operator) aot_cache=$app/zonewright.aot ;;
  serve) aot_cache=$app/serve.aot ;;
  *) fail "FOR=$AOT_FOR: there is FOR=serve, and without FOR the cache is for the operator" ;;
esac
samples=deploy/samples

# Classes are made at each start, by methods so large that to compile them, which a start does early once they are known
# as used much, takes longer than they are ever used. Not compiled in the training, they are not known as such.
without_class_files=(-XX:CompileCommand=quiet '-XX:CompileCommand=exclude,jdk/internal/classfile/impl/*.*')

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
  command_line "-XX:AOTCacheOutput=$state/zonewright.aot" "${without_class_files[@]}" -- "$@"
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
train_with_files() { train_with_serve --manifests "$samples"; }

# For `serve`. With manifests too it would start more slowly from a zone file, and from manifests hardly faster.
train_with_zone_file() {
  training_zone >"$state/training.zone" && train_with_serve --zone-file "contoso.com=$state/training.zone"
}

train_with_serve() {
  launch_training -- serve "$@" --listen "127.0.0.1:$dns_port" --listen "[::1]:$dns_port"
  await_training grep -q ' ready$' "$state/training.log" && ask_training_questions
}

# Large enough for the methods that read zone files to be known.
training_zone() {
  awk 'BEGIN {
    print "$TTL 300\n@ SOA ns1 hostmaster 1 7200 900 1209600 300\n\tNS ns1\n\tMX 10 www\n\tTXT \"a text\"\n\tHTTPS 1 ."
    print "ns1 A 192.0.2.1\nwww A 192.0.2.2\n\tAAAA 2001:db8::2"
    for (i = 0; i < 100000; i++) {
      printf "host%d A 10.%d.%d.%d\n", i, i / 65536, i / 256 % 256, i % 256
      printf "\tAAAA 2001:db8::%x:%x\n", i / 65536, i % 65536
    }
  }'
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
