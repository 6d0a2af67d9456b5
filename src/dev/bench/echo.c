// Sends each packet back, by recvmmsg and sendmmsg: what the socket alone costs a server.
// usage: echo ADDRESS PORT; says "ready" when it listens, and runs until it is ended.
#define _GNU_SOURCE
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

int main(int argc, char **argv) {
  if (argc != 3) fail("usage: echo ADDRESS PORT");
  int descriptor = open_socket(argv[1], argv[2], bind);
  puts("ready");
  fflush(stdout);
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
