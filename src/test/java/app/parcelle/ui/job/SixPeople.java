package app.parcelle.ui.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Role;

/**
 * A project of six people. Saved are “Old” (from 40 on: four), “Young” (under 45: three), “Town” (known: five) and “Grown” (from 25
 * on: five).
 */
public final class SixPeople {
  private SixPeople() {}

  public static Project in(Path folder) throws IOException {
    Path people = Files.writeString(folder.resolve("people.csv"), """
        id,town,age
        A1,Paris,20
        A2,paris,30
        A3,Lyon,40
        A4,Lyon,50
        A5,,60
        A6,Nice,70
        """);
    Project project = Project.create(folder.resolve("six.parcelle"), ZoneId.of("Europe/Paris"));
    project.importFile(people, ImportOptions.FOUND.withRoles(Map.of("id", Role.CUSTOMER_KEY)),
        JobContext.silent());
    save(project, "Old", age(NumberOperator.AT_LEAST, 40));
    save(project, "Young", age(NumberOperator.LESS, 45));
    save(project, "Town", new Condition.Known(FieldRef.named("town"), Condition.Knowledge.KNOWN));
    save(project, "Grown", age(NumberOperator.AT_LEAST, 25));
    return project;
  }

  public static String id(Project project, String name) {
    return project.view()
        .segments()
        .stream()
        .filter(saved -> saved.segment().name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static void save(Project project, String name, Condition rule) {
    project.save(new Segment(name, rule, new Segment.Reference.Project(), null));
  }

  private static Condition age(NumberOperator operator, int years) {
    return new Condition.NumberTest(FieldRef.named("age"), operator, BigDecimal.valueOf(years), null, false);
  }
}
