# Sourced by the scripts of this folder: how they speak, and how they wait for long steps.

say() { printf '==> %s\n' "$*" >&2; }
hint() { printf '    %s\n' "$*" >&2; }
fail() { printf 'ERROR: %s\n' "$*" >&2; exit 1; }

step_pid=

# ended PID: whether the process is gone.
ended() { ! kill -0 "$1" 2>/dev/null; }

# run_step LABEL LOG COMMAND...: runs a long step in the background, its output going to LOG, and says every few
# seconds that it goes on. Returns its status. A trap of the caller ends it by ending $step_pid.
run_step() {
  local label=$1 log=$2 start=$SECONDS pause=10 next=5 status=0
  shift 2
  say "$label"
  "$@" >"$log" 2>&1 </dev/null &
  step_pid=$!
  while ! ended "$step_pid"; do
    sleep 0.3
    if [ $((SECONDS - start)) -ge $next ]; then
      hint "... still at it after $((SECONDS - start)) s$(step_detail "$log")"
      next=$((SECONDS - start + pause))
    fi
  done
  wait "$step_pid" || status=$?
  step_pid=
  [ $status -ne 0 ] || [ $((SECONDS - start)) -lt 5 ] || hint "done in $((SECONDS - start)) s"
  return $status
}

# What a step can say about its progress from its log; scripts may redefine it.
step_detail() { :; }

# end_step: ends the running step, if there is one.
end_step() {
  [ -z "$step_pid" ] || kill "$step_pid" 2>/dev/null || true
  step_pid=
}
