# Sourced by the scripts that start Zonewright: what they need of the machine, and the jar. Needs say.sh, processes.sh,
# $cluster, $dns_port and $http_port.

app=target/quarkus-app
jar=$app/quarkus-run.jar
jvm=()            # what starts the Java runtime
jar_folder=$app/  # where it finds the jar and its options

# What this machine lacks is said at once. Leaves $JAVA_HOME, $java, $state with keys for a control plane, and two free ports.
check_machine() {
  JAVA_HOME=$(src/dev/find-jdk.sh)
  export JAVA_HOME
  java=$JAVA_HOME/bin/java
  jvm=("$java")
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

# command_line OPTION_OF_THE_JVM... -- ARGUMENT...: how Zonewright is started with them, in $command.
command_line() {
  local options=()
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  command=("${jvm[@]}" "@${jar_folder}jvm.options" ${options[@]+"${options[@]}"} -jar "${jar_folder}quarkus-run.jar" "$@")
}
