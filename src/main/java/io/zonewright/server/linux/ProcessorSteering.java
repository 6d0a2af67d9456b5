package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A program of the kernel's packet filter which chooses, of the sockets that share an address, the
 * one whose number is that of the processor which received the packet.
 */
final class ProcessorSteering {
  private static final int INSTRUCTION = 8;
  private static final int OPERAND = 4;
  private static final int PROGRAM = 16;
  private static final int PROGRAM_START = 8;

  /** {@code BPF_LD | BPF_W | BPF_ABS}. */
  private static final short LOAD = 0x20;

  /** {@code BPF_ALU | BPF_MOD | BPF_K}. */
  private static final short MODULO = 0x94;

  /** {@code BPF_RET | BPF_A}. */
  private static final short RETURN = 0x16;

  /** {@code SKF_AD_OFF + SKF_AD_CPU}: where the number of the processor is to be found. */
  private static final int PROCESSOR = -0x1000 + 36;

  private ProcessorSteering() {}

  /**
   * The {@code sock_fprog} of the program.
   *
   * @param sockets how many sockets share the address
   */
  static MemorySegment program(int sockets, Arena arena) {
    MemorySegment code = arena.allocate(3L * INSTRUCTION, INSTRUCTION);
    instruction(code, 0, LOAD, PROCESSOR);
    instruction(code, 1, MODULO, sockets);
    instruction(code, 2, RETURN, 0);
    MemorySegment program = arena.allocate(PROGRAM, Long.BYTES);
    program.set(JAVA_SHORT, 0, (short) 3);
    program.set(ADDRESS, PROGRAM_START, code);
    return program;
  }

  /** One that does not jump: the targets between are 0. */
  private static void instruction(MemorySegment code, int index, short operation, int operand) {
    long at = (long) index * INSTRUCTION;
    code.set(JAVA_SHORT, at, operation);
    code.set(JAVA_INT, at + OPERAND, operand);
  }
}
