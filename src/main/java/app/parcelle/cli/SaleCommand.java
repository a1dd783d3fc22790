package app.parcelle.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/** Says what counts as a sale in a table of events; without options of its own, tells it. */
@Command(name = "sale")
@SuppressWarnings("NullAway.Init")
final class SaleCommand extends ProjectCommand {
  @Option(names = "--table", required = true, paramLabel = "NAME", descriptionKey = "cli.option.sale.table")
  String table;

  @Option(names = "--returns", paramLabel = "WAY", descriptionKey = "cli.option.sale.returns", converter = Converters.ReturnsId.class)
  Sale.@Nullable Returns returns;

  @Option(names = "--cancelled", paramLabel = "COLUMN=VALUE,...", descriptionKey = "cli.option.sale.cancelled")
  Map<String, String> cancelled = new LinkedHashMap<>();

  @Option(names = "--cancelled-starting", paramLabel = "COLUMN=SIGNS,...", descriptionKey = "cli.option.sale.cancelled-starting")
  Map<String, String> cancelledStarting = new LinkedHashMap<>();

  @Option(names = "--test", paramLabel = "COLUMN=VALUE,...", descriptionKey = "cli.option.sale.test")
  Map<String, String> tests = new LinkedHashMap<>();

  @Option(names = "--amount", paramLabel = "COLUMN", descriptionKey = "cli.option.sale.amount")
  @Nullable
  String amount;

  @Option(names = "--discount", paramLabel = "COLUMN", descriptionKey = "cli.option.sale.discount")
  @Nullable
  String discount;

  @Option(names = "--discount-part", paramLabel = "COLUMN", descriptionKey = "cli.option.sale.discount-part")
  @Nullable
  String discountPart;

  @Option(names = "--tax", paramLabel = "COLUMN", descriptionKey = "cli.option.sale.tax")
  @Nullable
  String tax;

  @Option(names = "--tax-rate", paramLabel = "RATE", descriptionKey = "cli.option.sale.tax-rate")
  @Nullable
  BigDecimal taxRate;

  @Option(names = "--cost", paramLabel = "COLUMN", descriptionKey = "cli.option.sale.cost")
  @Nullable
  String cost;

  @Option(names = "--cost-per-unit", paramLabel = "COLUMN", descriptionKey = "cli.option.sale.cost-per-unit")
  @Nullable
  String costPerUnit;

  @Option(names = "--propose", descriptionKey = "cli.option.sale.propose")
  boolean propose;

  @Option(names = "--clear", descriptionKey = "cli.option.sale.clear")
  boolean clear;

  @Override
  void check() {
    if (discount != null && discountPart != null) {
      throw new Misuse("cli.problem.not-together", "--discount", "--discount-part");
    }
    if (cost != null && costPerUnit != null) {
      throw new Misuse("cli.problem.not-together", "--cost", "--cost-per-unit");
    }
    Sale said = said();
    if (!said.equals(Sale.ALL) && (propose || clear)) {
      throw new Misuse("cli.problem.alone", propose ? "--propose" : "--clear");
    }
  }

  @Override
  Answer on(Project open, Session session) {
    Sale said = said();
    if (clear) {
      return Selling.define(open, table, null, session);
    }
    Answer answer = said.equals(Sale.ALL) && returns == null
        ? Selling.tell(open, table, session)
        : Selling.define(open, table, said, session);
    return propose ? withProposal(open, answer, session) : answer;
  }

  private Answer withProposal(Project open, Answer answer, Session session) {
    TableVersion of = TablesCommand.named(open.view(), table);
    ObjectNode json = answer.json();
    Sale proposed = open.sales().propose(of, session.job());
    json.set("proposal", Selling.json(proposed));
    List<String> lines = new ArrayList<>(answer.lines());
    lines.add(session.text("cli.sale.proposal", Json.write(Selling.json(proposed))));
    return new Answer(json, lines);
  }

  private Sale said() {
    List<Sale.Rows> out = new ArrayList<>();
    cancelled.forEach((column, values) -> out.add(new Sale.Rows(column, values(values), false)));
    cancelledStarting.forEach((column, values) -> out.add(new Sale.Rows(column, values(values), true)));
    List<Sale.Rows> test = new ArrayList<>();
    tests.forEach((column, values) -> test.add(new Sale.Rows(column, values(values), false)));
    String column = costPerUnit == null ? cost : costPerUnit;
    return new Sale(returns == null ? Sale.Returns.KEEP : returns, out, test,
        new Sale.Amount(amount, discountPart == null ? discount : discountPart, discountPart != null, tax,
            taxRate),
        column == null ? null : new Sale.Cost(column, costPerUnit != null));
  }

  private static List<String> values(String said) {
    return List.of(said.split(",")).stream().map(String::strip).toList();
  }
}
