// Keeps a number of DNS queries in flight to one server for some time, and counts the right answers.
// usage: load ADDRESS PORT QUERIES RCODE SECONDS IN_FLIGHT
// QUERIES is a file of messages, each after its length in two octets; they are asked in turn.
// Prints: answers with that response code, answers with another one, queries that got none.
#define _GNU_SOURCE
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include "udp.h"

#define SOCKETS 4
#define MOST_IN_FLIGHT 4096
#define BATCH 64
#define HEADER 12
#define PATIENCE 200000000L     // nanoseconds; what has not come by then was lost
#define HESITATION 30000000000L  // nanoseconds more for the first answer: the server may wait for a processor

typedef struct {
  int descriptor;
  int free_places;
  uint16_t places[MOST_IN_FLIGHT];  // the free ones; the ID of a query is its place
  int64_t sent_at[MOST_IN_FLIGHT];  // 0: free
} Client;

static Client clients[SOCKETS];
static unsigned char *queries, *next_query, *end_of_queries;
static unsigned char outgoing[BATCH][512], incoming[BATCH][HEADER];
static struct iovec outgoing_vectors[BATCH], incoming_vectors[BATCH];
static struct mmsghdr outgoing_messages[BATCH], incoming_messages[BATCH];
static int rcode, window;  // queries in flight on each socket
static long right, wrong, lost;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000L + time.tv_nsec;
}

static void read_queries(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) fail("cannot read the file of queries");
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  queries = next_query = malloc(size + 1);
  if (size == 0 || fread(queries, 1, size, file) != (size_t)size) fail("the file of queries is empty or cut");
  end_of_queries = queries + size;
  fclose(file);
}

static void prepare(Client *client, const char *address, const char *port) {
  client->descriptor = open_socket(address, port, connect);
  client->free_places = window;
  for (int i = 0; i < window; i++) client->places[i] = i;
}

static void prepare_messages(void) {
  for (int i = 0; i < BATCH; i++) {
    outgoing_vectors[i].iov_base = outgoing[i];
    incoming_vectors[i] = (struct iovec){incoming[i], HEADER};  // the kernel drops what is behind the header
    outgoing_messages[i].msg_hdr = (struct msghdr){.msg_iov = &outgoing_vectors[i], .msg_iovlen = 1};
    incoming_messages[i].msg_hdr = (struct msghdr){.msg_iov = &incoming_vectors[i], .msg_iovlen = 1};
  }
}

static size_t put_next_query(unsigned char *message, int id) {
  size_t length = next_query[0] << 8 | next_query[1];
  memcpy(message, next_query + 2, length);
  message[0] = id >> 8;
  message[1] = id;
  next_query += 2 + length;
  if (next_query >= end_of_queries) next_query = queries;
  return length;
}

static void set_free(Client *client, int place) {
  client->sent_at[place] = 0;
  client->places[client->free_places++] = place;
}

static void send_queries(Client *client, int64_t time) {
  int count = client->free_places < BATCH ? client->free_places : BATCH;
  int first = client->free_places - count;
  for (int i = 0; i < count; i++)
    outgoing_vectors[i].iov_len = put_next_query(outgoing[i], client->places[first + i]);
  int sent = count == 0 ? 0 : sendmmsg(client->descriptor, outgoing_messages, count, MSG_DONTWAIT);
  for (int i = 0; i < sent; i++) client->sent_at[client->places[first + i]] = time;
  // Places of what could not be sent stay free: they move down over those that are taken now.
  if (sent > 0) {
    memmove(&client->places[first], &client->places[first + sent], (count - sent) * sizeof client->places[0]);
    client->free_places -= sent;
  }
}

static void count_answer(Client *client, const unsigned char *header, size_t length) {
  int place = header[0] << 8 | header[1];
  if (length < HEADER || place >= window || client->sent_at[place] == 0) return;
  set_free(client, place);
  if ((header[3] & 15) == rcode) right++;
  else wrong++;
}

static bool receive_answers(Client *client) {
  int received = recvmmsg(client->descriptor, incoming_messages, BATCH, MSG_DONTWAIT, NULL);
  for (int i = 0; i < received; i++) count_answer(client, incoming[i], incoming_messages[i].msg_len);
  return received > 0;
}

static void give_up_old(Client *client, int64_t time) {
  for (int place = 0; place < window; place++)
    if (client->sent_at[place] != 0 && time - client->sent_at[place] > PATIENCE) {
      lost++;
      set_free(client, place);
    }
}

static void wait_for_answers(void) {
  struct pollfd waiting[SOCKETS];
  for (int i = 0; i < SOCKETS; i++) waiting[i] = (struct pollfd){clients[i].descriptor, POLLIN, 0};
  poll(waiting, SOCKETS, 10);
}

static void run(double seconds) {
  int64_t time = now(), end = time + (int64_t)(seconds * 1e9), look = time;
  while (time < end || (right == 0 && time < end + HESITATION)) {
    bool any = false;
    for (int i = 0; i < SOCKETS; i++) {
      any |= receive_answers(&clients[i]);
      send_queries(&clients[i], time);
    }
    if (!any) wait_for_answers();
    time = now();
    if (time > look) {
      for (int i = 0; i < SOCKETS; i++) give_up_old(&clients[i], time);
      look = time + PATIENCE / 4;
    }
  }
}

int main(int argc, char **argv) {
  if (argc != 7) fail("usage: load ADDRESS PORT QUERIES RCODE SECONDS IN_FLIGHT");
  read_queries(argv[3]);
  rcode = atoi(argv[4]);
  window = (atoi(argv[6]) + SOCKETS - 1) / SOCKETS;
  if (window < 1 || window > MOST_IN_FLIGHT) fail("IN_FLIGHT is from 1 to 16384");
  for (int i = 0; i < SOCKETS; i++) prepare(&clients[i], argv[1], argv[2]);
  prepare_messages();
  run(atof(argv[5]));
  printf("%ld %ld %ld\n", right, wrong, lost);
}
