package app.parcelle.cli;

import java.util.ResourceBundle;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;

import app.parcelle.engine.message.Texts;

/** All commands, described in one language. */
@Command(name = "parcelle")
@SuppressWarnings("NullAway.Init")
final class Commands {
  @Mixin
  CommonOptions common;

  private Commands() {}

  static CommandLine of(Texts texts) {
    CommandLine all = new CommandLine(new Commands());
    add(all, new ImportCommand(), texts.text("cli.command.import"));
    add(all, new RefreshCommand(), texts.text("cli.command.refresh"));
    add(all, new RejectsCommand(), texts.text("cli.command.rejects"));
    add(all, new MendCommand(), texts.text("cli.command.mend"));
    add(all, new RetryCommand(), texts.text("cli.command.retry"));
    add(all, new TablesCommand(), texts.text("cli.command.tables"));
    add(all, new LinksCommand(), texts.text("cli.command.links"));
    add(all, new LinkCommand(), texts.text("cli.command.link"));
    add(all, new UnlinkCommand(), texts.text("cli.command.unlink"));
    add(all, new LookupCommand(), texts.text("cli.command.lookup"));
    add(all, new LayerCommand(), texts.text("cli.command.layer"));
    add(all, new SaleCommand(), texts.text("cli.command.sale"));
    add(all, new ProfileCommand(), texts.text("cli.command.profile"));
    add(all, new SegmentCommand(), texts.text("cli.command.segment"));
    add(all, new SegmentsCommand(), texts.text("cli.command.segments"));
    add(all, new OverlapCommand(), texts.text("cli.command.overlap"));
    add(all, new SplitCommand(), texts.text("cli.command.split"));
    add(all, new RfmCommand(), texts.text("cli.command.rfm"));
    add(all, new ClusterCommand(), texts.text("cli.command.cluster"));
    add(all, new ImportanceCommand(), texts.text("cli.command.importance"));
    add(all, new ClustersCommand(), texts.text("cli.command.clusters"));
    add(all, new ExportCommand(), texts.text("cli.command.export"));
    add(all, new ExportsCommand(), texts.text("cli.command.exports"));
    add(all, new RunCommand(), texts.text("cli.command.run"));
    add(all, new SampleCommand(), texts.text("cli.command.sample"));
    Converters.register(all);
    all.getCommandSpec().usageMessage().description(texts.text("cli.command"));
    all.setResourceBundle(ResourceBundle.getBundle("app.parcelle.i18n.cli", texts.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    headings(all, texts);
    all.getSubcommands().values().forEach(command -> headings(command, texts));
    return all;
  }

  private static void add(CommandLine all, Work work, String description) {
    CommandLine command = new CommandLine(work);
    command.getCommandSpec().usageMessage().description(description);
    all.addSubcommand(command);
  }

  private static void headings(CommandLine command, Texts texts) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.synopsisHeading(texts.text("cli.help.usage") + " ");
    usage.commandListHeading("%n" + texts.text("cli.help.commands") + "%n");
    usage.width(100);
  }
}
