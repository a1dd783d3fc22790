package app.parcelle.cli;

import java.time.LocalDate;
import java.util.stream.Collectors;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

import app.parcelle.engine.message.Texts;

/** Mistakes in a command, in the language of whoever typed it. */
final class UsageErrors {
  private UsageErrors() {}

  static String text(ParameterException mistake, Texts texts) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return what(mistake, texts) + "\n" + texts.text("cli.usage.see-help", command);
  }

  private static String what(ParameterException mistake, Texts texts) {
    return switch (mistake) {
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
        texts.text("cli.usage.missing",
            missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", ")));
      case UnmatchedArgumentException unmatched ->
        texts.text("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
      case OverwrittenOptionException twice -> texts.text("cli.usage.twice", name(twice.getOverwritten()));
      case MutuallyExclusiveArgsException _ -> texts.text("cli.usage.exclusive");
      default -> mistake.getArgSpec() == null
          ? texts.text("cli.usage.wrong")
          : wrongValue(mistake, mistake.getArgSpec(), texts);
    };
  }

  private static String wrongValue(ParameterException mistake, ArgSpec option, Texts texts) {
    String value = mistake.getValue() == null ? "" : mistake.getValue();
    if (option.type() == LocalDate.class) {
      return texts.text("cli.usage.day", name(option), value);
    }
    return mistake.getCause() instanceof TypeConversionException expected && expected.getMessage() != null
        ? texts.text("cli.usage.value", name(option), value, expected.getMessage())
        : texts.text("cli.usage.bad-value", name(option), value);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
