# Sourced by build.sh: what the image is built on. Needs say.sh, $state and $JAVA_HOME.

# find_base: leaves in $base what Jib is to start from, by $BASE: the name of an image in a registry, a tar of `docker
# save`, or a folder with a root file system. Without $BASE it is the C library and the Java runtime of this machine.
find_base() {
  case ${BASE:-} in
    '')
      copy_this_machine "$state/this-machine"
      save_folder "$state/this-machine"
      ;;
    /* | .* | *.tar)
      [ -e "$BASE" ] || fail "BASE=$BASE: there is no such file or folder."
      if [ -d "$BASE" ]; then save_folder "$BASE"; else use_tar "$BASE"; fi
      ;;
    *) base=$BASE ;;
  esac
}

use_tar() {
  tar -tf "$1" manifest.json >/dev/null 2>&1 ||
    fail "BASE=$1 has no manifest.json: give a tar as \`docker save\` writes it, or a folder with a root file system."
  base=tar://$(realpath "$1")
}

# What a JVM needs and no more; for an image that is tried where it was built.
copy_this_machine() {
  local library
  [ "$(uname -s)" = Linux ] || fail "Name a BASE, such as BASE=eclipse-temurin:25-jre: this machine is no Linux."
  hint "No BASE is given: the image gets the C library and the Java runtime of this machine."
  mkdir -p "$1/etc" "$1/opt" "$1/tmp"
  run_step "Taking a Java runtime from $JAVA_HOME" "$state/jlink.log" "$JAVA_HOME/bin/jlink" --output "$1/opt/java" \
    --add-modules java.instrument,java.management,java.naming,java.net.http,java.security.jgss,java.sql,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs \
    --no-header-files --no-man-pages --generate-cds-archive || fail "jlink made no Java runtime."
  for library in $(ldd "$1/opt/java/bin/java" "$1"/opt/java/lib/*.so "$1"/opt/java/lib/server/*.so |
    grep -o '/[^ ]*\.so[^ ]*' | grep -v "^$1" | sort -u); do
    cp -L --parents "$library" "$1"
  done
  echo 'hosts: files dns' >"$1/etc/nsswitch.conf"
  echo 'zonewright:x:65532:65532::/tmp:/sbin/nologin' >"$1/etc/passwd"
}

# save_folder FOLDER: as `docker save` would write an image of one layer.
save_folder() {
  local saved=$state/saved digest java
  java=$(java_in "$1")
  [ -n "$java" ] || fail "The folder $1 has no java in it: give a root file system with a Java 25 runtime."
  mkdir -p "$saved"
  tar -C "$1" --sort=name --owner=0 --group=0 --numeric-owner --exclude='./dev/*' --exclude='./proc/*' \
    --exclude='./sys/*' -cf "$saved/layer.tar" .
  digest=$(sha256sum "$saved/layer.tar" | cut -d ' ' -f 1)
  cat >"$saved/config.json" <<END
{"architecture": "$(architecture)", "os": "linux", "rootfs": {"type": "layers", "diff_ids": ["sha256:$digest"]},
 "config": {"Env": ["PATH=$java:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]}}
END
  echo '[{"Config": "config.json", "RepoTags": [], "Layers": ["layer.tar"]}]' >"$saved/manifest.json"
  tar -C "$saved" -cf "$state/base.tar" manifest.json config.json layer.tar
  rm -r "$saved"
  base=tar://$state/base.tar
}

# The folder in which java lies, as a process within sees it.
java_in() {
  local java
  java=$(cd "$1" && ls -d opt/java/bin/java opt/*/bin/java opt/java/*/bin/java usr/lib/jvm/*/bin/java \
    usr/local/bin/java usr/bin/java 2>/dev/null | head -n 1) || true
  [ -z "$java" ] || dirname "/$java"
}

architecture() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
    *) uname -m ;;
  esac
}
