// What both programs need of sockets.
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

static void fail(const char *sentence) {
  fprintf(stderr, "%s\n", sentence);
  exit(1);
}

// A UDP socket with large buffers, bound or connected to a numeric address.
static int open_socket(const char *address, const char *port,
                       int (*attach)(int, const struct sockaddr *, socklen_t)) {
  struct addrinfo hints = {.ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV};
  struct addrinfo *found;
  if (getaddrinfo(address, port, &hints, &found) != 0) fail("no such address or port");
  int descriptor = socket(found->ai_family, SOCK_DGRAM, 0);
  if (descriptor < 0 || attach(descriptor, found->ai_addr, found->ai_addrlen) != 0) {
    perror("cannot open a socket");
    exit(1);
  }
  freeaddrinfo(found);
  int octets = 4 << 20;
  if (setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &octets, sizeof octets) != 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &octets, sizeof octets);
  if (setsockopt(descriptor, SOL_SOCKET, SO_SNDBUFFORCE, &octets, sizeof octets) != 0)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &octets, sizeof octets);
  return descriptor;
}
