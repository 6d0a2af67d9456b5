package io.zonewright.zone.compile.rdata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a master file: a line, or several that parentheses hold together.
 *
 * @param line where it begins, from 1
 * @param indented whether it begins with blanks and so continues the owner name before it
 * @param tokens its words; at least one unless there is a problem
 * @param problem why it cannot be taken apart into words, or null
 */
public record Entry(int line, boolean indented, List<Token> tokens, @Nullable String problem) {}
