#!/usr/bin/env bash
# `make aot-cache`: builds the AOT cache beside the jar by a training run of the operator on a throw-away control plane;
# with AOT_FOR=serve one for `serve` and the other commands, by a training run of `serve`.
# It fits the JDK that was used, and no other.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=parts.sh
. src/dev/parts.sh

check_machine
build_jar
if aot_cache_fits; then
  say "The AOT cache is up to date"
  exit
fi
if [ "${AOT_FOR:-operator}" = serve ]; then
  build_aot_cache train_with_zone_file
else
  prepare_programs
  start_control_plane
  install_crds
  build_aot_cache train_with_operator
fi
[ -f "$aot_cache" ] || fail "There is no AOT cache."
