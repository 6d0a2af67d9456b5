# Sourced by the scripts that start programs: how they start them, wait for them, and end them all. Needs say.sh.
# The caller sets $state to a folder of its own, which is removed at the end.

state=
started=()      # process ids, in the order of their start
started_names=()

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
    if [ "${started_names[$i]}" = training ]; then
      kill_group "${started[$i]}" # it would take its time to write a cache that nobody wants any more
    else
      end_process "${started[$i]}"
    fi
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
  kill_group "$1"
}

# Ends a process and what it has started at once; bash would tell of it otherwise.
kill_group() {
  kill -9 -- "-$1" 2>/dev/null || return 0
  wait "$1" 2>/dev/null || true
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

# forget_last: what was started last has ended as it should.
forget_last() {
  unset "started[$((${#started[@]} - 1))]" "started_names[$((${#started_names[@]} - 1))]"
}

last_pid() { echo "${started[$((${#started[@]} - 1))]}"; }

# is_ready HTTP_PORT: whether the readiness check of the operator answers 200; bash opens the connection, so that no curl is needed.
is_ready() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" &&
      printf 'GET /q/health/ready HTTP/1.0\r\n\r\n' >&3 &&
      read -r answer <&3 && [[ $answer == *' 200 '* ]]
  ) 2>/dev/null
}
