#!/bin/sh
# enter.sh ROOT SHARED FOLDER PATH COMMAND...: runs a command with ROOT as its root, in FOLDER, with SHARED at the same place
# as here. To be called in a mount namespace of its own, with which all that is mounted goes.
set -eu
root=$1 shared=$2 folder=$3 path=$4
shift 4
mkdir -p "$root/proc" "$root/dev" "$root/tmp"
mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
mkdir -p "$root$shared"
mount --bind "$shared" "$root$shared"
unshare=$(command -v unshare)
PATH=$path exec "$unshare" --root="$root" --wd="$folder" "$@"
