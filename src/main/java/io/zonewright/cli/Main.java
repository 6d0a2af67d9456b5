package io.zonewright.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Where the process begins. Only the operator boots Quarkus; {@code serve}, {@code check} and help
 * are plain Java and start in a moment.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Runs the command that the arguments name, and exits with its status. */
  public static void main(String... args) {
    // Netty's use of Unsafe makes the JDK warn at every start, and nothing here needs its speed.
    System.setProperty("io.netty.noUnsafe", System.getProperty("io.netty.noUnsafe", "true"));
    int status = commandLine().execute(args);
    System.exit(status);
  }

  /** The commands, as the process and tests run them. */
  static CommandLine commandLine() {
    return new CommandLine(new OperatorCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::refuse)
        .setExecutionExceptionHandler(Main::fail);
  }

  /** A wrong option or value: one sentence and where to read more, exit status 2. */
  private static int refuse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
    return CommandLine.ExitCode.USAGE;
  }

  /** What a command could not do: the sentence if it was foreseen, else all there is to know. */
  private static int fail(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof CommandFailure) {
      err.println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
    } else {
      e.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
