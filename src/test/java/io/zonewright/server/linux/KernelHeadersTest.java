package io.zonewright.server.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.Tools;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our numbers and places are those of the header files, whichever processor they are for. */
class KernelHeadersTest {
  private static final Pattern ROW = Pattern.compile("(\\w+)\\.(\\w+)\\s+(.+)");

  private static final String HEADERS =
      """
      #define _GNU_SOURCE
      #include <errno.h>
      #include <linux/filter.h>
      #include <linux/udp.h>
      #include <netinet/in.h>
      #include <poll.h>
      #include <stddef.h>
      #include <stdint.h>
      #include <sys/eventfd.h>
      #include <sys/socket.h>
      """;

  private static final String OURS_AND_THEIRS =
      """
      Errno.INTERRUPTED                       -EINTR
      Errno.AGAIN                             -EAGAIN
      Errno.NO_BUFFERS                        -ENOBUFS
      DatagramBatch.MSG_DONTWAIT              MSG_DONTWAIT
      ResponseSender.MSG_DONTWAIT             MSG_DONTWAIT
      DescriptorPoll.ENTRY                    sizeof(struct pollfd)
      DescriptorPoll.EVENTS                   offsetof(struct pollfd, events)
      DescriptorPoll.RETURNED                 offsetof(struct pollfd, revents)
      DescriptorPoll.POLLIN                   POLLIN
      DescriptorPoll.POLLOUT                  POLLOUT
      LinuxDatagramSocket.SOCK_DGRAM          SOCK_DGRAM
      LinuxDatagramSocket.SOCK_NONBLOCK       SOCK_NONBLOCK
      LinuxDatagramSocket.SOCK_CLOEXEC        SOCK_CLOEXEC
      SocketPoll.EFD_NONBLOCK                 EFD_NONBLOCK
      SocketPoll.EFD_CLOEXEC                  EFD_CLOEXEC
      MessageHeaders.HEADER                   sizeof(struct mmsghdr)
      MessageHeaders.NAME                     offsetof(struct mmsghdr, msg_hdr.msg_name)
      MessageHeaders.NAME_LENGTH              offsetof(struct mmsghdr, msg_hdr.msg_namelen)
      MessageHeaders.IOVEC                    offsetof(struct mmsghdr, msg_hdr.msg_iov)
      MessageHeaders.IOVEC_COUNT              offsetof(struct mmsghdr, msg_hdr.msg_iovlen)
      MessageHeaders.CONTROL                  offsetof(struct mmsghdr, msg_hdr.msg_control)
      MessageHeaders.CONTROL_LENGTH           offsetof(struct mmsghdr, msg_hdr.msg_controllen)
      MessageHeaders.LENGTH                   offsetof(struct mmsghdr, msg_len)
      MessageHeaders.IOVEC_SIZE               sizeof(struct iovec)
      MessageHeaders.IOVEC_BASE               offsetof(struct iovec, iov_base)
      MessageHeaders.IOVEC_LENGTH             offsetof(struct iovec, iov_len)
      PacketOrigins.CONTROL_STRIDE            CMSG_SPACE(sizeof(struct in6_pktinfo)) + CMSG_SPACE(sizeof(uint16_t))
      PacketOrigins.CONTROL_LENGTH            offsetof(struct cmsghdr, cmsg_len)
      PacketOrigins.CONTROL_LEVEL             offsetof(struct cmsghdr, cmsg_level)
      PacketOrigins.CONTROL_TYPE              offsetof(struct cmsghdr, cmsg_type)
      PacketOrigins.CONTROL_DATA              CMSG_LEN(0)
      PacketOrigins.IPV4_INTERFACE            CMSG_LEN(0) + offsetof(struct in_pktinfo, ipi_ifindex)
      PacketOrigins.IPV4_ANSWERS_FROM         CMSG_LEN(0) + offsetof(struct in_pktinfo, ipi_spec_dst)
      PacketOrigins.IPV4_DESTINATION          CMSG_LEN(0) + offsetof(struct in_pktinfo, ipi_addr)
      PacketOrigins.IPV6_DESTINATION          CMSG_LEN(0) + offsetof(struct in6_pktinfo, ipi6_addr)
      PacketOrigins.IPV6_INTERFACE            CMSG_LEN(0) + offsetof(struct in6_pktinfo, ipi6_ifindex)
      PacketOrigins.IPV6_PKTINFO              IPV6_PKTINFO
      PacketOrigins.SOL_UDP                   IPPROTO_UDP
      PacketOrigins.UDP_SEGMENT               UDP_SEGMENT
      ProcessorSteering.INSTRUCTION           sizeof(struct sock_filter)
      ProcessorSteering.OPERAND               offsetof(struct sock_filter, k)
      ProcessorSteering.PROGRAM               sizeof(struct sock_fprog)
      ProcessorSteering.PROGRAM_START         offsetof(struct sock_fprog, filter)
      ProcessorSteering.LOAD                  (BPF_LD | BPF_W | BPF_ABS)
      ProcessorSteering.MODULO                (BPF_ALU | BPF_MOD | BPF_K)
      ProcessorSteering.RETURN                (BPF_RET | BPF_A)
      ProcessorSteering.PROCESSOR             (SKF_AD_OFF + SKF_AD_CPU)
      SocketAddressLayout.AF_INET             AF_INET
      SocketAddressLayout.AF_INET6            AF_INET6
      SocketAddressLayout.IPV4_LENGTH         sizeof(struct sockaddr_in)
      SocketAddressLayout.MAX_LENGTH          sizeof(struct sockaddr_in6)
      SocketAddressLayout.PORT                offsetof(struct sockaddr_in, sin_port)
      SocketAddressLayout.PORT                offsetof(struct sockaddr_in6, sin6_port)
      SocketAddressLayout.IPV4_ADDRESS        offsetof(struct sockaddr_in, sin_addr)
      SocketAddressLayout.IPV6_ADDRESS        offsetof(struct sockaddr_in6, sin6_addr)
      SocketAddressLayout.IPV6_SCOPE          offsetof(struct sockaddr_in6, sin6_scope_id)
      SocketOptions.SOL_SOCKET                SOL_SOCKET
      SocketOptions.SO_SNDBUF                 SO_SNDBUF
      SocketOptions.SO_RCVBUF                 SO_RCVBUF
      SocketOptions.SO_REUSEPORT              SO_REUSEPORT
      SocketOptions.SO_SNDBUFFORCE            SO_SNDBUFFORCE
      SocketOptions.SO_RCVBUFFORCE            SO_RCVBUFFORCE
      SocketOptions.SO_ATTACH_REUSEPORT_CBPF  SO_ATTACH_REUSEPORT_CBPF
      SocketOptions.IPPROTO_IP                IPPROTO_IP
      SocketOptions.IP_PKTINFO                IP_PKTINFO
      SocketOptions.IP_MTU_DISCOVER           IP_MTU_DISCOVER
      SocketOptions.IPPROTO_IPV6              IPPROTO_IPV6
      SocketOptions.IPV6_MTU_DISCOVER         IPV6_MTU_DISCOVER
      SocketOptions.IPV6_V6ONLY               IPV6_V6ONLY
      SocketOptions.IPV6_RECVPKTINFO          IPV6_RECVPKTINFO
      SocketOptions.PMTUDISC_OMIT             IP_PMTUDISC_OMIT
      SocketOptions.PMTUDISC_OMIT             IPV6_PMTUDISC_OMIT
      """;

  @ParameterizedTest
  @ValueSource(strings = {"x86_64-linux-gnu-gcc", "aarch64-linux-gnu-gcc"})
  void sayTheSame(String compiler, @TempDir Path folder) throws Exception {
    Tools.require(compiler);
    List<String> program = new ArrayList<>(List.of(HEADERS));
    for (String row : OURS_AND_THEIRS.lines().toList()) {
      program.add(assertion(row));
    }
    Path source = Files.write(folder.resolve("headers.c"), program);

    Tools.Result compiled = Tools.run(compiler, List.of("-fsyntax-only", source.toString()));

    assertThat(compiled.output()).isEmpty();
    assertThat(compiled.status()).isZero();
  }

  private static String assertion(String row) throws ReflectiveOperationException {
    Matcher words = ROW.matcher(row);
    assertThat(words.matches()).as(row).isTrue();
    String place = KernelHeadersTest.class.getPackageName() + "." + words.group(1);
    Field field = Class.forName(place).getDeclaredField(words.group(2));
    field.setAccessible(true);
    return "_Static_assert((%s) == (%s), \"%s\");"
        .formatted(words.group(3), field.get(null), words.group(0).replaceAll("\\s+", " "));
  }
}
