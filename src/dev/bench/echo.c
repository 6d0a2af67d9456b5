// Sends each packet back, by recvmmsg and sendmmsg: what the socket alone costs a server.
// usage: echo PORT ADDRESS [ADDRESS ...]; says "ready" when it listens, and runs until it is ended.
#define _GNU_SOURCE
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>
#include "udp.h"

#define BATCH 64
#define PACKET 1500

static struct mmsghdr messages[BATCH];
static struct iovec vectors[BATCH];
static struct sockaddr_storage senders[BATCH];
static unsigned char packets[BATCH][PACKET];

static void make_room(int count) {
  for (int i = 0; i < count; i++) {
    vectors[i] = (struct iovec){packets[i], PACKET};
    messages[i].msg_hdr = (struct msghdr){
        .msg_name = &senders[i], .msg_namelen = sizeof senders[i], .msg_iov = &vectors[i], .msg_iovlen = 1};
  }
}

static void echo(int descriptor) {
  make_room(BATCH);
  while (1) {
    int received = recvmmsg(descriptor, messages, BATCH, MSG_WAITFORONE, NULL);
    if (received <= 0) continue;
    for (int i = 0; i < received; i++) vectors[i].iov_len = messages[i].msg_len;
    for (int sent = 0, now; sent < received; sent += now) {
      now = sendmmsg(descriptor, messages + sent, received - sent, 0);
      if (now <= 0) now = 1;  // one that cannot be sent must not stop the others
    }
    make_room(received);
  }
}

// A process for each address: waiting for several sockets would cost a system call more.
int main(int argc, char **argv) {
  if (argc < 3) fail("usage: echo PORT ADDRESS [ADDRESS ...]");
  for (int i = 3; i < argc; i++) {
    int descriptor = open_socket(argv[i], argv[1], bind);
    pid_t child = fork();
    if (child < 0) fail("cannot start a process");
    if (child == 0) {
      prctl(PR_SET_PDEATHSIG, SIGTERM);
      echo(descriptor);
    }
    close(descriptor);
  }
  int descriptor = open_socket(argv[2], argv[1], bind);
  puts("ready");
  fflush(stdout);
  echo(descriptor);
}
